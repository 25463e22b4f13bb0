import { buildColumns, buildPooledColumns, type Columns, type LocalityName } from '@rozeznanie/core/analysis'
import type { SurveyForm } from './survey-forms.ts'

/** Columns for a form without responses. */
export function emptyColumns(
  { pool, versions, questionnaire }: SurveyForm,
  localities: readonly LocalityName[],
): Columns {
  return pool ? buildPooledColumns(pool, localities) : buildColumns(questionnaire, localities, versions[0])
}
