import { analysisTable, type AnalysisTable, type Filter, type TableRequest } from '@rozeznanie/core/analysis'
import type { Context } from '../context.ts'
import { badInput } from '../kernel/refusals.ts'
import { weightsOf } from '../weighting/weights.access.ts'
import { assertFilter } from './read-results.ts'
import type { ColumnsState } from './survey-columns.ts'
import { loadTableSurvey } from './table.store.ts'

/** A table of a survey as somebody asks for it. */
export interface TableWish {
  /** A question, or `key/rowKey` of a matrix. */
  readonly rowKey: string
  /** Likewise, or `@LOCALITY`, `@MODE`, `@VERSION`; `null` for a one-way table. */
  readonly columnKey: string | null
  readonly filter: Filter
  /** Number of a weight version; `null` counts people as they are. */
  readonly weightVersion: number | null
}

/**
 * A raw table of a survey's answers as they are now. The caller has made sure that the viewer may read answers.
 *
 * @returns `null` when there is no such survey
 * @throws GraphQLError BAD_USER_INPUT when a key names nothing that can stand in a table, the filter is unknown,
 *   or the weights can not be applied any more
 */
export async function readTable(
  { db, surveyColumns }: Pick<Context, 'db' | 'surveyColumns'>,
  surveyId: string,
  wish: TableWish,
): Promise<AnalysisTable | null> {
  const state = await surveyColumns.read(surveyId)
  return state && ((await countTable({ db }, surveyId, state, wish))?.table ?? null)
}

/** A table and what it was asked with: whoever changes its numbers says its words anew. */
interface CountedTable {
  readonly table: AnalysisTable
  readonly request: TableRequest
}

/**
 * The same of answers as they were at some time.
 *
 * @returns `null` when there is no such survey
 */
export async function countTable(
  { db }: Pick<Context, 'db'>,
  surveyId: string,
  state: ColumnsState,
  { rowKey, columnKey, filter, weightVersion }: TableWish,
): Promise<CountedTable | null> {
  const survey = await loadTableSurvey(db, surveyId)
  if (survey === null) return null
  assertFilter(state.columns, filter)
  const weights = weightVersion === null ? null : await weightsOf({ db }, surveyId, state, weightVersion)
  const asOf = state.asOf.toISOString()
  const request = { rowKey, columnKey, filter, weights, survey: { ...survey, asOf } }
  const table = analysisTable(state.columns, request)
  if (table === null) {
    throw badInput(
      'Do tabeli proszę wybrać pytania tej ankiety, w których odpowiedź wybiera się z listy albo podaje liczbę; z tabeli pytań – jeden jej wiersz.',
    )
  }
  return { table, request }
}
