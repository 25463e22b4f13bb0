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

/** The draft changes questions that the bank keeps locked; `problems` say which and how. */
export class LockedQuestionsChangedError extends DomainError {
  override readonly name = 'LockedQuestionsChangedError'
  readonly code = 'LOCKED_QUESTIONS_CHANGED'
  constructor(readonly problems: readonly FieldProblem[]) {
    super(
      `Pytania wspólne z banku muszą brzmieć wszędzie tak samo, a w tym szkicu są zmienione. ${problems.map(({ message }) => message).join(' ')}`,
    )
  }
}

/** Somebody else saved the draft in the meantime; nothing of either is lost. */
export class DraftConflictError extends DomainError {
  override readonly name = 'DraftConflictError'
  readonly code = 'DRAFT_CONFLICT'
  constructor(
    readonly questionnaireId: string,
    savedByName: string,
  ) {
    super(
      `W międzyczasie zapisano inne zmiany tego kwestionariusza (zapis: ${savedByName}). Prosimy obejrzeć je i połączyć ze swoimi; ani jedne, ani drugie nie przepadły.`,
    )
  }
}

/** A questionnaire that was published stays: answers and surveys name its versions. */
export class QuestionnairePublishedError extends DomainError {
  override readonly name = 'QuestionnairePublishedError'
  readonly code = 'QUESTIONNAIRE_PUBLISHED'
  constructor() {
    super(
      'Tego kwestionariusza nie można usunąć, bo został już opublikowany. Ankiety i odpowiedzi odwołują się do jego wersji.',
    )
  }
}
