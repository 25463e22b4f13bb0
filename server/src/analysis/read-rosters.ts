import {
  appendItems,
  appendResponse,
  buildColumns,
  buildPooledColumns,
  type Columns,
  emptyRosters,
  maskOf,
  type RosterSummary,
  type RosterTable,
  summariseRosters,
} from '@rozeznanie/core/analysis'
import { allQuestions } from '@rozeznanie/core/questionnaire'
import type { Context } from '../context.ts'
import type { Database } from '../database/database.ts'
import { weightsOf } from '../weighting/weights.access.ts'
import { loadLocalityNames, readResponses } from './analysis.store.ts'
import type { Scope } from './read-indicators.ts'
import { assertFilter } from './read-results.ts'
import type { SurveyForm } from './survey-forms.ts'
import { findSampling } from './indicator.store.ts'

const ROWS_AT_ONCE = 1000

interface Filled {
  readonly columns: Columns
  readonly tables: readonly RosterTable[]
}

/** Responses and their items, read together, so that each item finds its response whatever comes meanwhile. */
async function fill(db: Database, surveyId: string, form: SurveyForm): Promise<Filled> {
  const localities = await loadLocalityNames(db, surveyId)
  const { pool, questionnaire, versions } = form
  const columns = pool
    ? buildPooledColumns(pool, localities)
    : buildColumns(questionnaire, localities, versions[0])
  const tables = emptyRosters(columns)
  const known = { surveyId, versionIds: versions.map(({ id }) => id) }
  let after = 0
  for (;;) {
    const responses = await readResponses(db, known, { after, limit: ROWS_AT_ONCE })
    for (const response of responses) {
      appendItems(tables, columns.responseCount, response)
      appendResponse(columns, response)
      after = response.sequence
    }
    if (responses.length < ROWS_AT_ONCE) return { columns, tables }
  }
}

/**
 * The rosters of a survey, of items and of responses; none where it has none. Items stand in no columns that are kept:
 * surveys with rosters are few and are read when asked for. The caller has made sure that the viewer may read answers.
 *
 * @throws GraphQLError BAD_USER_INPUT for an unknown filter, and weights that cannot be applied
 */
export async function readRosters(
  { db, surveyColumns }: Pick<Context, 'db' | 'surveyColumns'>,
  { surveyId, filter, weightVersion }: Omit<Scope, 'typedPopulation'>,
): Promise<readonly RosterSummary[] | null> {
  const [form, survey] = await Promise.all([surveyColumns.form(surveyId), findSampling(db, surveyId)])
  if (form === null || survey === null) return null
  if (!allQuestions(form.questionnaire).some(({ type }) => type === 'ROSTER')) return []
  const { columns, tables } = await fill(db, surveyId, form)
  assertFilter(columns, filter)
  const weights =
    weightVersion === null ? null : await weightsOf({ db }, surveyId, { columns }, weightVersion)
  const drawnFrom = survey.sampleType === 'RANDOM' ? survey.population : null
  return summariseRosters(tables, { columns, mask: maskOf(columns, filter), weights, drawnFrom })
}
