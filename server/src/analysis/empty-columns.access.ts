import { buildColumns, buildPooledColumns, type Columns } from '@rozeznanie/core/analysis'
import type { Context } from '../context.ts'
import { loadLocalityNames } from './analysis.store.ts'

/** Columns of a survey without answers, to be filled by whoever counts others than the present ones. */
export async function emptyColumnsOf(
  { db, surveyColumns }: Pick<Context, 'db' | 'surveyColumns'>,
  surveyId: string,
): Promise<Columns | null> {
  const [form, localities] = await Promise.all([
    surveyColumns.form(surveyId),
    loadLocalityNames(db, surveyId),
  ])
  if (form === null) return null
  const { pool, questionnaire, versions } = form
  return pool ? buildPooledColumns(pool, localities) : buildColumns(questionnaire, localities, versions[0])
}
