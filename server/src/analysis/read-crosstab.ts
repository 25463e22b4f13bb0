import { canonicalFilter, crosstab, type Crosstab, type Filter, maskOf } from '@rozeznanie/core/analysis'
import type { Context } from '../context.ts'
import { badInput } from '../kernel/refusals.ts'
import { weightsOf } from '../weighting/weights.access.ts'
import { assertFilter } from './read-results.ts'

/** Two questions to be crossed, each by its key or, for a row of a matrix, `key/rowKey`. */
export interface CrosstabWish {
  readonly rowQuestionKey: string
  readonly columnQuestionKey: string
  readonly filter: Filter
  /** Number of a weight version; `null` counts people as they are. */
  readonly weightVersion: number | null
}

/**
 * Crosses two questions of a survey. The caller has made sure that the viewer may read answers.
 *
 * @throws GraphQLError BAD_USER_INPUT when a key names no question with options, the filter is unknown, or the
 *   weights can not be applied any more
 */
export async function readCrosstab(
  { db, surveyColumns }: Pick<Context, 'db' | 'surveyColumns'>,
  surveyId: string,
  { rowQuestionKey, columnQuestionKey, filter, weightVersion }: CrosstabWish,
): Promise<Crosstab | null> {
  const dimensions = canonicalFilter(filter).map(({ dimension }) => dimension)
  const keys = [rowQuestionKey, columnQuestionKey, ...dimensions]
  const state = await (weightVersion === null
    ? surveyColumns.readFor(surveyId, keys)
    : surveyColumns.read(surveyId))
  if (state === null) return null
  assertFilter(state.columns, filter)
  const weights = weightVersion === null ? null : await weightsOf({ db }, surveyId, state, weightVersion)
  const mask = maskOf(state.columns, filter)
  const table = crosstab(state.columns, rowQuestionKey, columnQuestionKey, mask, weights)
  if (table === null) {
    throw badInput(
      'Do zestawienia proszę wybrać dwa pytania tej ankiety, w których odpowiedź wybiera się z listy.',
    )
  }
  return table
}
