import {
  type Filter,
  groupSizeOf,
  type Indicator,
  indicatorsFooter,
  maskOf,
  maskedCount,
  modeEffects,
  type ModeEffects,
  needsIndex,
  type NeedsIndex,
  type NeedsQuestions,
  netAnyIndicator,
  type OverallNeed,
  overallNeed,
  type People,
  surveyIndicators,
} from '@rozeznanie/core/analysis'
import type { Context } from '../context.ts'
import { badInput } from '../kernel/refusals.ts'
import { weightsOf } from '../weighting/weights.access.ts'
import { assertFilter } from './read-results.ts'
import { findSampling } from './indicator.store.ts'

type Deps = Pick<Context, 'db' | 'surveyColumns'>

/** Whom figures of a survey are about. */
export interface Scope {
  readonly surveyId: string
  readonly filter: Filter
  /** Number of a weight version; `null` counts people as they are. */
  readonly weightVersion: number | null
  /** People in the group that is looked at, as somebody typed it. */
  readonly typedPopulation: number | null
}

interface Read {
  readonly people: People
  readonly asOf: Date
  /** Polish: how people were chosen, and which weights the numbers have. */
  readonly footer: readonly string[]
  readonly groupSize: number | null
}

function assertPopulation(population: number | null): void {
  if (population !== null && population < 1) throw badInput('Liczba osób musi być całkowita, od 1.')
}

/** The people of a scope as they are now; `null` when there is no such survey. */
export async function readPeople(
  { db, surveyColumns }: Deps,
  { surveyId, filter, weightVersion, typedPopulation }: Scope,
): Promise<Read | null> {
  assertPopulation(typedPopulation)
  const survey = await findSampling(db, surveyId)
  const state = survey && (await surveyColumns.read(surveyId))
  if (survey === null || state === null) return null
  const { columns, asOf } = state
  assertFilter(columns, filter)
  const { population, sampleType } = survey
  const drawnFrom = sampleType === 'RANDOM' ? population : null
  const weights = weightVersion === null ? null : await weightsOf({ db }, surveyId, state, weightVersion)
  const people: People = { columns, mask: maskOf(columns, filter), weights, drawnFrom }
  const groupSize = groupSizeOf(people, { typed: typedPopulation, population })
  return { people, asOf, groupSize, footer: indicatorsFooter(people, sampleType) }
}

/** All indicators of one scope, and what they were counted from. */
export interface SurveyIndicators {
  readonly asOf: Date
  readonly footer: readonly string[]
  readonly weightVersion: { readonly number: number; readonly name: string } | null
  readonly responseCount: number
  /** People of the population that the responses stand for; `null` where nobody knows. */
  readonly groupSize: number | null
  readonly indicators: readonly Indicator[]
}

/**
 * Every indicator that the answers of a survey give. The caller has made sure that the viewer may read answers.
 *
 * @throws GraphQLError BAD_USER_INPUT for an unknown filter, a population below 1, and weights that there are not or
 *   that can not be applied any more
 */
export async function readIndicators(deps: Deps, scope: Scope): Promise<SurveyIndicators | null> {
  const read = await readPeople(deps, scope)
  if (read === null) return null
  const { people, asOf, groupSize, footer } = read
  const { weights } = people
  return {
    asOf,
    footer,
    weightVersion: weights && { number: weights.number, name: weights.name },
    responseCount: maskedCount(people.columns, people.mask),
    groupSize,
    indicators: surveyIndicators(people, { groupSize }),
  }
}

/** Options of one question. */
export interface OptionsWish {
  readonly questionKey: string
  readonly codes: readonly string[]
}

/** „Co najmniej jedna z…”; see `readIndicators`. */
export async function readNetAny(
  deps: Deps,
  scope: Scope,
  { questionKey, codes }: OptionsWish,
): Promise<Indicator | null> {
  const read = await readPeople(deps, scope)
  if (read === null) return null
  const indicator = netAnyIndicator(read.people, questionKey, codes)
  if (indicator === null)
    throw badInput('Proszę wybrać pytanie tej ankiety, w którym odpowiedź wybiera się z listy.')
  return indicator
}

/** The needs index; the overall number is computed only when somebody asks for it. */
export interface ReadNeeds extends NeedsIndex {
  readonly overall: () => OverallNeed | null
}

/** @returns `null` when the survey does not ask for needs; see `readIndicators` */
export async function readNeeds(
  deps: Deps,
  scope: Scope,
  questions: NeedsQuestions | null,
): Promise<ReadNeeds | null> {
  const read = await readPeople(deps, scope)
  const found = read && needsIndex(read.people, read.groupSize, questions)
  return read && found && { ...found, overall: () => overallNeed(read.people, questions) }
}

/** Whether people answered otherwise in other ways of collecting; see `readIndicators`. */
export async function readModeEffects(deps: Deps, scope: Scope): Promise<ModeEffects | null> {
  const read = await readPeople(deps, scope)
  return read && modeEffects(read.people)
}
