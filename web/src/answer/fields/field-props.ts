import type { ComponentChildren } from 'preact'
import type { Answers, Form } from '@rozeznanie/core/questionnaire'
import type { Violation } from '@rozeznanie/core/response'
import type { ShownSurvey } from '../look/dressed.ts'
import type { PageItem } from '../pages.ts'
import type { Surroundings } from '../surroundings.ts'

/** What every kind of question gets. */
export interface FieldProps {
  readonly survey: ShownSurvey
  readonly item: PageItem
  /** All answers, evaluated: what is asked inside a roster follows from it. */
  readonly form: Form
  /** Answers beside which the question stands: all, or those of one item of a roster. */
  readonly answers: Answers
  readonly faults: readonly Violation[]
  /** The question's text as a heading of the right level. */
  readonly heading: ComponentChildren
  /** Says something under the question. */
  readonly beneath?: Surroundings['beneath']
  change(answers: Answers): void
}
