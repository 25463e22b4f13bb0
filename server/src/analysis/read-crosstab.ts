import { canonicalFilter, crosstab, type Crosstab, type Filter, maskOf } from '@rozeznanie/core/analysis'
import type { Context } from '../context.ts'
import { badInput } from '../kernel/refusals.ts'
import { assertFilter } from './read-results.ts'

/** Two questions to be crossed, each by its key or, for a row of a matrix, `key/rowKey`. */
export interface CrosstabWish {
  readonly rowQuestionKey: string
  readonly columnQuestionKey: string
  readonly filter: Filter
}

/**
 * Crosses two questions of a survey. The caller has made sure that the viewer may read answers.
 *
 * @throws GraphQLError BAD_USER_INPUT when a key names no question with options, or the filter is unknown
 */
export async function readCrosstab(
  { surveyColumns }: Pick<Context, 'surveyColumns'>,
  surveyId: string,
  { rowQuestionKey, columnQuestionKey, filter }: CrosstabWish,
): Promise<Crosstab | null> {
  const dimensions = canonicalFilter(filter).map(({ dimension }) => dimension)
  const state = await surveyColumns.readFor(surveyId, [rowQuestionKey, columnQuestionKey, ...dimensions])
  if (state === null) return null
  assertFilter(state.columns, filter)
  const table = crosstab(state.columns, rowQuestionKey, columnQuestionKey, maskOf(state.columns, filter))
  if (table === null) {
    throw badInput(
      'Do zestawienia proszę wybrać dwa pytania tej ankiety, w których odpowiedź wybiera się z listy.',
    )
  }
  return table
}
