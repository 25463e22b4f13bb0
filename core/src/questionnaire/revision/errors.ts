import { DomainError, type FieldProblem } from '../../errors.ts'

/** The draft changes what answers under a key mean, or a crosswalk does not fit; `problems` say where. */
export class RevisionBreaksAnswersError extends DomainError {
  override readonly name = 'RevisionBreaksAnswersError'
  readonly code = 'REVISION_BREAKS_ANSWERS'
  constructor(readonly problems: readonly FieldProblem[]) {
    super(
      `Tej wersji nie można opublikować, bo pomieszałaby stare i nowe odpowiedzi. ${problems.map(({ message }) => message).join(' ')}`,
    )
  }
}
