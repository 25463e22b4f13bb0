import { DomainError } from '../errors.ts'

/** Somebody put newer answers aside under the same code, on another device. */
export class ParkedElsewhereError extends DomainError {
  override readonly name = 'ParkedElsewhereError'
  readonly code = 'PARKED_ELSEWHERE'
  constructor(
    /** What is kept now. */
    readonly revision: number,
  ) {
    super(
      'Pod tym kodem odłożono później inne odpowiedzi, na innym urządzeniu. Proszę wybrać, które zachować.',
    )
  }
}
