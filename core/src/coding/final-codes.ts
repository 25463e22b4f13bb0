import { OTHER_CODE, type Code } from './model.ts'

/** Everything that was said about one answer. */
export interface CodingsOfAnswer {
  /** One list per person who coded it. */
  readonly byCoder: readonly (readonly string[])[]
  /** What was settled after people differed. */
  readonly settled: readonly string[] | null
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((code) => other.includes(code))

/**
 * The codes that count: what was settled, otherwise what everybody said.
 *
 * @returns `null` when nobody coded the answer, or people differ and nothing was settled
 */
export function finalCodes({ byCoder, settled }: CodingsOfAnswer): readonly string[] | null {
  if (settled !== null) return settled
  const [first, ...others] = byCoder
  if (first === undefined) return null
  return others.every((codes) => isSame(first, codes)) ? first : null
}

/** How many answers have a code. */
export interface CodeCount extends Code {
  readonly count: number
}

/** What the answers to one open question say, counted. */
export interface CodedAnswers {
  readonly answerCount: number
  /** Answers whose codes are final: the base of percentages. */
  readonly codedCount: number
  /** Answers on which people differ. */
  readonly openCount: number
  /** Most frequent first, „inne” and „bez treści” last. An answer may have several, so they add up to more. */
  readonly codes: readonly CodeCount[]
}

/** Counts final codes; `codes` are those of the book, the fixed ones at their end. */
export function countCodes(answers: readonly CodingsOfAnswer[], codes: readonly Code[]): CodedAnswers {
  const counts = new Map(codes.map(({ id }) => [id, 0]))
  let codedCount = 0
  let openCount = 0
  for (const answer of answers) {
    const final = finalCodes(answer)
    if (final === null) openCount += answer.byCoder.length > 0 ? 1 : 0
    else codedCount++
    for (const code of final ?? []) if (counts.has(code)) counts.set(code, counts.get(code)! + 1)
  }
  const fixedFrom = codes.findIndex(({ id }) => id === OTHER_CODE)
  const counted = codes.map((code) => ({ ...code, count: counts.get(code.id)! }))
  const own = fixedFrom < 0 ? counted : counted.slice(0, fixedFrom)
  const fixed = fixedFrom < 0 ? [] : counted.slice(fixedFrom)
  const ranked = [...own].sort((one, other) => other.count - one.count)
  return { answerCount: answers.length, codedCount, openCount, codes: [...ranked, ...fixed] }
}

/**
 * Whether an answer is among those that two people code: decided by the random id of its response, so that nobody
 * chooses and the same answer is always in or out.
 *
 * @param share - 0 to 1
 */
export function isDoubleCoded(responseId: string, share: number): boolean {
  return Number.parseInt(responseId.slice(0, 8), 16) / 2 ** 32 < share
}
