import { DomainError } from '../errors.ts'
import { numbersInWords } from './batches.ts'

/** The second entry of a sheet is to be made by somebody else than the first. */
export class SameClerkError extends DomainError {
  override readonly name = 'SameClerkError'
  readonly code = 'SAME_CLERK'
  constructor() {
    super('Ten arkusz wpisała już ta sama osoba. Drugi raz powinien go wpisać ktoś inny.')
  }
}

/** Sheets of a batch are not in; it is closed only when the person insists. */
export class SheetsMissingError extends DomainError {
  override readonly name = 'SheetsMissingError'
  readonly code = 'SHEETS_MISSING'
  constructor(
    readonly missingCount: number,
    /** Those whose numbers are known. */
    readonly numbers: readonly number[],
  ) {
    const which = numbers.length === 0 ? '' : ` Brakuje numerów: ${numbersInWords(numbers)}.`
    super(`W tej paczce nie ma jeszcze wszystkich arkuszy (brakuje: ${missingCount}).${which}`)
  }
}
