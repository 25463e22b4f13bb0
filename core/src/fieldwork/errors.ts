import { DomainError } from '../errors.ts'

/** An interviewer wants to send for a survey that nobody gave them. */
export class NotAssignedError extends DomainError {
  override readonly name = 'NotAssignedError'
  readonly code = 'NOT_ASSIGNED'
  constructor() {
    super(
      'To konto nie ma przydziału do tej ankiety. Wywiady zostają na tym urządzeniu; o przydział proszę poprosić organizatora.',
    )
  }
}
