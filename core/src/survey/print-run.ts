import { InvalidInputError } from '../errors.ts'

/** Of one print run. */
export const MOST_COPIES = 500
const GREATEST_SHEET = 99_999_999

/** Booklets printed together, numbered without gaps. */
export interface SheetRange {
  readonly firstSheet: number
  readonly lastSheet: number
}

/**
 * The numbers of the next booklets.
 *
 * @param lastUsed - the greatest number that is printed or entered; 0 when there is none
 * @throws InvalidInputError when there would be none, or too many
 */
export function nextSheets(lastUsed: number, copies: number): SheetRange {
  if (!Number.isInteger(copies) || copies < 1 || copies > MOST_COPIES) {
    const message = `Proszę podać liczbę arkuszy od 1 do ${MOST_COPIES}.`
    throw new InvalidInputError([{ path: 'copies', message }])
  }
  const range = { firstSheet: lastUsed + 1, lastSheet: lastUsed + copies }
  if (range.lastSheet > GREATEST_SHEET) {
    const message = 'Zabrakło numerów arkuszy. Proszę założyć nową ankietę.'
    throw new InvalidInputError([{ path: 'copies', message }])
  }
  return range
}
