import { DomainError, type FieldProblem } from '../errors.ts'

/** The questionnaire cannot be published as it is; `defects` say where and why. */
export class QuestionnaireIncompleteError extends DomainError {
  override readonly name = 'QuestionnaireIncompleteError'
  readonly code = 'QUESTIONNAIRE_INCOMPLETE'
  constructor(readonly defects: readonly FieldProblem[]) {
    super(
      `Tego kwestionariusza nie można jeszcze opublikować. Prosimy poprawić: ${defects.map(({ message }) => message).join(' ')}`,
    )
  }
}
