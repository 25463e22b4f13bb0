import { byteLength } from './utf8.ts'

const DOTS = '…'

/** The longest beginning of whole letters, with their accents, that fits. */
function beginning(text: string, limit: number): string {
  let kept = ''
  let bytes = 0
  for (const letter of text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    bytes += byteLength(letter)
    if (bytes > limit) break
    kept += letter
  }
  return kept
}

/** A text in one line. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** A text that takes at most so many bytes of UTF-8; one that is cut ends with „…”, and no letter is broken. */
export function cutToBytes(text: string, limit: number): string {
  if (byteLength(text) <= limit) return text
  return beginning(text, limit - byteLength(DOTS)).trimEnd() + DOTS
}

/** „question part”, or „statement: part”, within so many bytes; what is cut is the question, so that parts stay told apart. */
export function labelWithin(question: string, part: string, limit: number): string {
  if (part === '') return cutToBytes(question, limit)
  const cut = cutToBytes(part, Math.floor(limit * 0.75))
  const ending = /[?!.:]$/.test(question) ? ` ${cut}` : `: ${cut}`
  return cutToBytes(question, limit - byteLength(ending)) + ending
}
