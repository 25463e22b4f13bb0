import { analysisTable, type AnalysisTable, type Filter } from '@rozeznanie/core/analysis'
import type { Context } from '../context.ts'
import { badInput } from '../kernel/refusals.ts'
import { assertFilter } from './read-results.ts'
import { loadTableSurvey } from './table.store.ts'

/** A table of a survey as somebody asks for it. */
export interface TableWish {
  /** A question, or `key/rowKey` of a matrix. */
  readonly rowKey: string
  /** Likewise, or `@LOCALITY`, `@MODE`, `@VERSION`; `null` for a one-way table. */
  readonly columnKey: string | null
  readonly filter: Filter
}

/**
 * A raw table of a survey's answers as they are now. The caller has made sure that the viewer may read answers.
 *
 * @returns `null` when there is no such survey
 * @throws GraphQLError BAD_USER_INPUT when a key names nothing that can stand in a table, or the filter is unknown
 */
export async function readTable(
  { db, surveyColumns }: Pick<Context, 'db' | 'surveyColumns'>,
  surveyId: string,
  { rowKey, columnKey, filter }: TableWish,
): Promise<AnalysisTable | null> {
  const survey = await loadTableSurvey(db, surveyId)
  if (survey === null) return null
  const state = await surveyColumns.read(surveyId)
  if (state === null) return null
  assertFilter(state.columns, filter)
  const table = analysisTable(state.columns, {
    rowKey,
    columnKey,
    filter,
    weights: null,
    survey: { ...survey, asOf: state.asOf.toISOString() },
  })
  if (table === null) {
    throw badInput(
      'Do tabeli proszę wybrać pytania tej ankiety, w których odpowiedź wybiera się z listy albo podaje liczbę; z tabeli pytań – jeden jej wiersz.',
    )
  }
  return table
}
