import { isEmptyAnswer, type Question } from '../questionnaire/index.ts'
import { canonicalJson } from '../response/index.ts'

/** A text as it is compared: case, spaces, kinds of quotation marks and dashes, and the final stop say nothing. */
export function comparedText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[„”“"«»’‘']/gu, '"')
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.…]+$/u, '')
    .trim()
    .toLocaleLowerCase('pl')
}

function comparable(question: Question, isOtherText: boolean, answer: unknown): unknown {
  if (isEmptyAnswer(answer)) return null
  if (typeof answer === 'string' && (isOtherText || question.type.startsWith('TEXT_')))
    return comparedText(answer)
  const isSet = question.type === 'MULTI' || question.type === 'MATRIX_MULTI'
  return isSet && Array.isArray(answer) ? answer.map(String).toSorted() : answer
}

/** Do two answers to one question say the same? The order of a ranking counts, that of a multi-choice does not. */
export function isSameAnswer(
  question: Question,
  isOtherText: boolean,
  one: unknown,
  other: unknown,
): boolean {
  return (
    canonicalJson([comparable(question, isOtherText, one)]) ===
    canonicalJson([comparable(question, isOtherText, other)])
  )
}
