import {
  BY_MODE,
  BY_VERSION,
  canonicalFilter,
  checkFilter,
  type Columns,
  type Filter,
  maskedCount,
  maskOf,
  type QuestionSummary,
  summariseQuestion,
  type SurveyResults,
  surveyResults,
} from '@rozeznanie/core/analysis'
import type { Context } from '../context.ts'
import { badInput } from '../kernel/refusals.ts'
import { weightsOf } from '../weighting/weights.access.ts'
import type { SurveyColumns } from './survey-columns.ts'

/** Results and the state of the answers they were counted from. */
export interface DatedResults extends SurveyResults {
  readonly asOf: Date
}

/** Refuses a filter that the survey does not know. */
export function assertFilter(columns: Columns, filter: Filter): void {
  const problems = checkFilter(columns, filter)
  if (problems.length > 0) throw badInput([...new Set(problems.map(({ message }) => message))].join(' '))
}

/** The same, question after question: of a survey whose answers do not fit into memory. */
async function readByQuestion(
  surveyColumns: SurveyColumns,
  surveyId: string,
  filter: Filter,
): Promise<DatedResults | null> {
  const dimensions = canonicalFilter(filter).map(({ dimension }) => dimension)
  const facts = await surveyColumns.readFor(surveyId, [BY_MODE, BY_VERSION, ...dimensions])
  if (facts === null) return null
  const { asOf, columns } = facts
  assertFilter(columns, filter)
  const summaries: QuestionSummary[] = []
  for (const key of columns.byKey.keys()) {
    const lines = (await surveyColumns.readFor(surveyId, [key, ...dimensions]))?.columns
    const summary = lines && summariseQuestion(lines, key, maskOf(lines, filter))
    if (summary) summaries.push(summary)
  }
  return { asOf, ...surveyResults(columns, filter), responseCount: maskedCount(columns, null), summaries }
}

/**
 * Everything the results page shows of a survey under a filter, every answer acknowledged before included.
 * The caller has made sure that the viewer may read answers.
 *
 * @param weightVersion - number of a weight version; `null` counts people as they are
 * @throws GraphQLError BAD_USER_INPUT see `checkFilter` in core, and when the weights can not be applied any more
 */
export async function readResults(
  { db, surveyColumns }: Pick<Context, 'db' | 'surveyColumns'>,
  surveyId: string,
  filter: Filter,
  weightVersion: number | null = null,
): Promise<DatedResults | null> {
  if (weightVersion === null && (await surveyColumns.isOutgrown(surveyId)))
    return readByQuestion(surveyColumns, surveyId, filter)
  const state = await surveyColumns.read(surveyId)
  if (state === null) return null
  assertFilter(state.columns, filter)
  const weights = weightVersion === null ? null : await weightsOf({ db }, surveyId, state, weightVersion)
  return { asOf: state.asOf, ...surveyResults(state.columns, filter, weights) }
}
