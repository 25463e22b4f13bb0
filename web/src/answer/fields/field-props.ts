import type { ComponentChildren } from 'preact'
import type { Answers } from '@rozeznanie/core/questionnaire'
import type { Violation } from '@rozeznanie/core/response'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import type { PageItem } from '../pages.ts'

/** What every kind of question gets. */
export interface FieldProps {
  readonly survey: PublicSurvey
  readonly item: PageItem
  readonly answers: Answers
  readonly faults: readonly Violation[]
  /** The question's text as a heading of the right level. */
  readonly heading: ComponentChildren
  change(answers: Answers): void
}
