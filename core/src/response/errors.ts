import { DomainError } from '../errors.ts'
import type { Violation } from './model.ts'

/** Answers break the rules of their questionnaire; nothing was stored. `violations` say which and why. */
export class AnswersRefusedError extends DomainError {
  override readonly name = 'AnswersRefusedError'
  readonly code = 'ANSWERS_REFUSED'
  constructor(readonly violations: readonly Violation[]) {
    super('Niektóre odpowiedzi wymagają poprawienia. Prosimy je sprawdzić i wysłać ankietę jeszcze raz.')
  }
}

/** Another content was stored before under the same id and counts; `receipt` is its receipt. Both are kept. */
export class ResponseConflictError extends DomainError {
  override readonly name = 'ResponseConflictError'
  readonly code = 'RESPONSE_CONFLICT'
  constructor(readonly receipt: string) {
    super(
      `Ta ankieta została już wysłana z innymi odpowiedziami (potwierdzenie ${receipt}). Na razie liczą się te pierwsze. Zachowaliśmy jedne i drugie, a organizator zdecyduje, które są właściwe. Aby wypełnić nową ankietę, proszę otworzyć jej adres jeszcze raz.`,
    )
  }
}
