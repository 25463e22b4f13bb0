import { DomainError } from '../errors.ts'

/** A later decision about the same answer is in force; it has to be taken back first. */
export class LaterCorrectionError extends DomainError {
  override readonly name = 'LaterCorrectionError'
  readonly code = 'LATER_CORRECTION'
  constructor(readonly number: number) {
    super(`Tę samą odpowiedź zmieniono później jeszcze raz. Najpierw proszę cofnąć wpis nr ${number}.`)
  }
}
