import { DomainError } from '../errors.ts'
import type { SurveyStatus } from './model.ts'

/** The survey takes no answers now: not open yet, ended, or closed. `message` says when it opens or opened. */
export class SurveyNotOpenError extends DomainError {
  override readonly name = 'SurveyNotOpenError'
  readonly code = 'SURVEY_NOT_OPEN'
  constructor(
    readonly status: Exclude<SurveyStatus, 'OPEN'>,
    message: string,
  ) {
    super(message)
  }
}

/** Somebody asked to close a survey that is closed. */
export class SurveyAlreadyClosedError extends DomainError {
  override readonly name = 'SurveyAlreadyClosedError'
  readonly code = 'SURVEY_ALREADY_CLOSED'
  constructor() {
    super('Ta ankieta jest już zamknięta. Odpowiedzi nie są przyjmowane.')
  }
}
