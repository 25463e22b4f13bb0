import { type FieldProblem, InvalidInputError } from '../errors.ts'
import { isStorableText } from '../text.ts'

/** A named pile of paper sheets: „Parafia Wola Jachowa, 40 arkuszy”. */
export interface Batch {
  readonly name: string
  readonly expectedCount: number
  /** Number of its first sheet, where its sheets are numbered one after another; `null` where they are not. */
  readonly firstSheet: number | null
}

const LONGEST_NAME = 80
const MOST_SHEETS = 5_000
const GREATEST_NUMBER = 99_999_999

/** @throws InvalidInputError naming what cannot be accepted; the name is trimmed */
export function checkBatch({ name, expectedCount, firstSheet }: Batch): Batch {
  const problems: FieldProblem[] = []
  const trimmed = name.trim()
  if (trimmed === '')
    problems.push({ path: 'name', message: 'Proszę nazwać paczkę, na przykład od miejsca.' })
  if (trimmed.length > LONGEST_NAME || !isStorableText(trimmed))
    problems.push({ path: 'name', message: `Nazwa może mieć najwyżej ${LONGEST_NAME} zwykłych znaków.` })
  if (!Number.isInteger(expectedCount) || expectedCount < 1 || expectedCount > MOST_SHEETS)
    problems.push({ path: 'expectedCount', message: `Arkuszy może być od 1 do ${MOST_SHEETS}.` })
  if (
    firstSheet !== null &&
    (!Number.isInteger(firstSheet) || firstSheet < 1 || firstSheet > GREATEST_NUMBER)
  )
    problems.push({ path: 'firstSheet', message: 'Numer pierwszego arkusza to liczba od 1.' })
  if (problems.length > 0) throw new InvalidInputError(problems)
  return { name: trimmed, expectedCount, firstSheet }
}

/**
 * Numbers of the sheets of a batch that are not in. Where its first number is not known, gaps between the smallest and
 * the greatest number that came; sheets marked otherwise than by a number tell nothing.
 */
export function missingSheets(
  { expectedCount, firstSheet }: Batch,
  entered: readonly string[],
): readonly number[] {
  const numbers = new Set(entered.filter((number) => /^[0-9]{1,8}$/.test(number)).map(Number))
  if (firstSheet === null && numbers.size === 0) return []
  const from = firstSheet ?? Math.min(...numbers)
  const to = firstSheet === null ? Math.max(...numbers) : firstSheet + expectedCount - 1
  if (to - from > MOST_SHEETS) return []
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).filter(
    (number) => !numbers.has(number),
  )
}

/** Numbers as a person reads them: „3, 7–9, 12”. */
export function numbersInWords(numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  for (const number of numbers.toSorted((one, other) => one - other)) {
    const last = runs.at(-1)
    if (last?.to === number - 1) last.to = number
    else runs.push({ from: number, to: number })
  }
  return runs.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}

/** Lots are 0 to 9999. */
export const LOT_COUNT = 10_000

/** Is a sheet with this lot in the sample that is entered twice? The share may change; the lot of a sheet never does. */
export function isInSample(lot: number, percent: number): boolean {
  return lot < (percent * LOT_COUNT) / 100
}

/** @throws InvalidInputError for what is no whole number of percent */
export function checkSharePercent(percent: number): number {
  if (Number.isInteger(percent) && percent >= 0 && percent <= 100) return percent
  throw new InvalidInputError([{ path: 'percent', message: 'Udział to liczba całkowita od 0 do 100.' }])
}
