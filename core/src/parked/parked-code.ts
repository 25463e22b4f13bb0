import { CODE_WORDS } from './code-words.ts'

/** How many words a code has: ten bits each, 40 in all. */
export const CODE_WORD_COUNT = 4

/** Random bytes a code needs. */
export const PARKED_CODE_BYTES = 5

const LONGEST_TYPED = 200
const PLACE_OF = new Map(CODE_WORDS.map((word, index) => [word, index]))

/**
 * The code under which unfinished answers are put aside: four words with spaces between, 40 bits.
 *
 * @param randomBytes - exactly five bytes from a cryptographic source
 */
export function makeParkedCode(randomBytes: Uint8Array): string {
  if (randomBytes.length !== PARKED_CODE_BYTES) throw new RangeError('expected five bytes')
  // 40 bits are a whole number that JavaScript still counts exactly.
  let rest = randomBytes.reduce((number, byte) => number * 256 + byte, 0)
  const words: string[] = []
  for (let place = 0; place < CODE_WORD_COUNT; place += 1) {
    words.unshift(CODE_WORDS[rest % CODE_WORDS.length] ?? '')
    rest = Math.floor(rest / CODE_WORDS.length)
  }
  return words.join(' ')
}

/** A typed word that is not on the list; `similar` are words of the list that differ in one letter. */
export interface UnknownWord {
  /** Counted from 1. */
  readonly position: number
  readonly typed: string
  readonly similar: readonly string[]
}

/** What was made out of a code as a person typed it. */
export type CodeReading =
  | { readonly kind: 'read'; readonly code: string }
  /** Not four words; 0 when nothing was typed. */
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'unknown'; readonly words: readonly UnknownWord[] }

/** Polish letters without their marks, as people type who have none on their keyboard. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/ł/g, 'l')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
}

/** One letter changed, left out, put in, or two neighbours exchanged. */
function isOneSlip(typed: string, word: string): boolean {
  const lengths = typed.length - word.length
  if (typed === word || Math.abs(lengths) > 1) return false
  let start = 0
  while (start < typed.length && typed[start] === word[start]) start += 1
  const rest = (text: string, from: number) => text.slice(start + from)
  if (lengths === 1) return rest(typed, 1) === rest(word, 0)
  if (lengths === -1) return rest(typed, 0) === rest(word, 1)
  const isSwapped = typed[start] === word[start + 1] && typed[start + 1] === word[start]
  return rest(typed, 1) === rest(word, 1) || (isSwapped && rest(typed, 2) === rest(word, 2))
}

/** Words of the list that a typed one may have been meant for: itself, or those one slip away. */
function meant(typed: string): readonly string[] {
  return PLACE_OF.has(typed) ? [typed] : CODE_WORDS.filter((word) => isOneSlip(typed, word))
}

/**
 * Reads a code as a person typed it: capitals, Polish letters, numbers of the words and whatever stands between them
 * do not matter. A slip of one letter is put right where only one word can have been meant.
 */
export function readParkedCode(typed: string): CodeReading {
  const words = plain(typed.slice(0, LONGEST_TYPED))
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
  if (words.length !== CODE_WORD_COUNT) return { kind: 'count', count: words.length }
  const read = words.map((word, index) => ({ position: index + 1, typed: word, similar: meant(word) }))
  const unknown = read.filter(({ similar }) => similar.length !== 1)
  if (unknown.length > 0) return { kind: 'unknown', words: unknown }
  return { kind: 'read', code: read.map(({ similar }) => similar[0]).join(' ') }
}
