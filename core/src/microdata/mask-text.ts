import { personalDataWarnings } from '../response/index.ts'
import { oneLine } from './cut-text.ts'

/** What stands in the place of a sentence that may tell who wrote it or whom it is about. */
const HIDDEN_SENTENCE = '[…]'
/** What stands in the place of a whole text. */
export const HIDDEN_TEXT = '[tekst ukryty: może zawierać dane osobowe]'

const SENTENCE = /[^.!?;\n]+[.!?;\n]*|[.!?;\n]+/gu

const REPEATED = /\[…\](?: \[…\])+/gu

/**
 * An open answer as it may leave the system, in one line: sentences that look as if they held a name, an address, a
 * long number or an e-mail are left out; where that is not enough, the whole text is. It finds patterns, not meaning.
 */
export function maskText(text: string): string {
  if (personalDataWarnings(text).length === 0) return oneLine(text)
  const sentences = text.match(SENTENCE) ?? []
  const kept = sentences.map((sentence) =>
    personalDataWarnings(sentence).length > 0 ? ` ${HIDDEN_SENTENCE} ` : sentence,
  )
  const masked = oneLine(kept.join('')).replace(REPEATED, HIDDEN_SENTENCE)
  const isClean = kept.some((sentence, index) => sentence !== sentences[index])
  const isWorthKeeping = isClean && masked !== HIDDEN_SENTENCE
  return isWorthKeeping && personalDataWarnings(masked).length === 0 ? masked : HIDDEN_TEXT
}
