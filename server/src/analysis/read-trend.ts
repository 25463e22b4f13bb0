import { type Columns, type Mask, questionTrend, type Trend, type Wave } from '@rozeznanie/core/analysis'
import type { Context } from '../context.ts'
import { badInput } from '../kernel/refusals.ts'
import { usualWeightNumber, weightsOf } from '../weighting/weights.access.ts'
import { findWaves, type StoredWave } from './trend.store.ts'

type Deps = Pick<Context, 'db' | 'surveyColumns'>

/** A question to be followed. */
export interface TrendWish {
  /** A question, or `key/rowKey` of a matrix. */
  readonly questionKey: string
  /** `null`: every survey that opened no later, in the same municipality and organisation. */
  readonly otherSurveyIds: readonly string[] | null
  /** Number of a weight version of this survey; the others then have their usual weights. `null`: none has any. */
  readonly weightVersion: number | null
}

/** The responses there are now: columns grow while others are read. */
const allOf = ({ responseCount }: Columns): Mask => ({
  bytes: new Uint8Array(responseCount).fill(1),
  count: responseCount,
})

async function waveOf(
  { db, surveyColumns }: Deps,
  stored: StoredWave,
  weightVersion: number | null,
): Promise<Wave | null> {
  const { population, ...survey } = stored
  const state = await surveyColumns.read(survey.surveyId)
  const form = state && (await surveyColumns.form(survey.surveyId))
  if (!state || !form) return null
  const drawnFrom = survey.sampleType === 'RANDOM' ? population : null
  const weights =
    weightVersion === null ? null : await weightsOf({ db }, survey.surveyId, state, weightVersion)
  const people = { columns: state.columns, mask: allOf(state.columns), weights, drawnFrom }
  return { ...survey, versions: form.versions, people }
}

/**
 * One question through the surveys of a municipality. The caller has made sure that the viewer may read answers; the
 * others are of the same organisation.
 *
 * @throws GraphQLError BAD_USER_INPUT for a question that cannot be followed
 */
export async function readTrend(
  deps: Deps,
  surveyId: string,
  { questionKey, otherSurveyIds, weightVersion }: TrendWish,
): Promise<Trend | null> {
  const found = await findWaves(deps.db, surveyId, otherSurveyIds)
  const own = found && (await waveOf(deps, found.own, weightVersion))
  if (found === null || own === null) return null
  const others: Wave[] = []
  for (const stored of found.others) {
    const usual = weightVersion === null ? null : await usualWeightNumber(deps, stored.surveyId)
    const wave = await waveOf(deps, stored, usual)
    if (wave !== null) others.push(wave)
  }
  const trend = questionTrend(own, others, questionKey)
  if (trend === null) {
    throw badInput(
      'Zmianę w czasie można pokazać dla pytania tej ankiety, w którym odpowiedź wybiera się z listy albo podaje liczbę; z tabeli pytań – dla jednego jej wiersza.',
    )
  }
  return trend
}
