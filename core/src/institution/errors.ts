import { DomainError } from '../errors.ts'
import type { FormState, FormStatus } from './model.ts'

const LOCKED_MESSAGES: Record<FormStatus, string> = {
  INVITED: 'Ten formularz nie został jeszcze wysłany.',
  FILLING: 'Ten formularz nie został jeszcze wysłany.',
  SUBMITTED:
    'Ten formularz jest już wysłany i czeka na sprawdzenie. Zmiany będą możliwe, gdy organizator go zwróci.',
  RETURNED: 'Ten formularz jest zwrócony do poprawy.',
  ACCEPTED: 'Ten formularz jest już przyjęty. W sprawie zmian proszę zadzwonić do organizatora.',
}

/** What was asked for does not fit the status of the form. */
export class FormLockedError extends DomainError {
  override readonly name = 'FormLockedError'
  readonly code = 'FORM_LOCKED'
  constructor(readonly status: FormStatus) {
    super(LOCKED_MESSAGES[status])
  }
}

/** Somebody else changed the form in the meantime; nothing was stored of this request. */
export class FormConflictError extends DomainError {
  override readonly name = 'FormConflictError'
  readonly code = 'FORM_CONFLICT'
  constructor(readonly present: FormState) {
    super(
      'Ten formularz został w tym czasie zmieniony na innym komputerze. Proszę odświeżyć stronę, aby zobaczyć jego obecną treść.',
    )
  }
}
