import {
  checkFilter,
  type Columns,
  type Filter,
  type SurveyResults,
  surveyResults,
} from '@rozeznanie/core/analysis'
import type { Context } from '../context.ts'
import { badInput } from '../kernel/refusals.ts'

/** Results and the state of the answers they were counted from. */
export interface DatedResults extends SurveyResults {
  readonly asOf: Date
}

/** Refuses a filter that the survey does not know. */
export function assertFilter(columns: Columns, filter: Filter): void {
  const problems = checkFilter(columns, filter)
  if (problems.length > 0) throw badInput([...new Set(problems.map(({ message }) => message))].join(' '))
}

/**
 * Everything the results page shows of a survey under a filter, every answer acknowledged before included.
 * The caller has made sure that the viewer may read answers.
 *
 * @throws GraphQLError BAD_USER_INPUT see `checkFilter` in core
 */
export async function readResults(
  { surveyColumns }: Pick<Context, 'surveyColumns'>,
  surveyId: string,
  filter: Filter,
): Promise<DatedResults | null> {
  const state = await surveyColumns.read(surveyId)
  if (state === null) return null
  assertFilter(state.columns, filter)
  return { asOf: state.asOf, ...surveyResults(state.columns, filter) }
}
