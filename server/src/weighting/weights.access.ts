import { isOrganiserOf, type Viewer } from '@rozeznanie/core/account'
import type { AppliedWeights, Columns } from '@rozeznanie/core/analysis'
import { localDayOf } from '@rozeznanie/core/survey'
import { applyRecipe, isStillApplied, parseRecipe, WeightsRefusedError } from '@rozeznanie/core/weighting'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { badInput, notSignedIn, RefusedRequest } from '../kernel/refusals.ts'
import type { AnswerableSurvey } from '../survey/public-survey.access.ts'
import { findUsualNumber, findVersion, findVersions } from './weight-version.store.ts'

/** Weights applied to columns, for as long as the columns are kept. */
const applied = new WeakMap<Columns, Map<number, AppliedWeights>>()
/** So many versions are remembered for one survey. */
const MOST_REMEMBERED = 4

const RETIRED = 'Te wagi wycofano: nowych wyników proszę z nimi nie przygotowywać.'

/**
 * A weight version applied to the responses of columns as they are now; quick when nothing that matters has changed
 * since the last time. The caller has made sure that the viewer may read answers, and uses it at once with the same
 * columns, before they grow.
 *
 * @throws GraphQLError BAD_USER_INPUT when there is no such version, or the responses no longer allow it: never
 *   silently unweighted numbers
 */
export async function weightsOf(
  { db }: Pick<Context, 'db'>,
  surveyId: string,
  { columns }: { readonly columns: Columns },
  number: number,
): Promise<AppliedWeights> {
  const version = await findVersion(db, surveyId, number)
  if (version === null) throw badInput('Ta ankieta nie ma takich wag. Proszę wybrać wagi z listy.')
  const createdOn = localDayOf(version.createdAt)
  const recipe = parseRecipe(version.recipe, createdOn)
  const remembered = applied.get(columns) ?? new Map<number, AppliedWeights>()
  const before = remembered.get(number)
  const weights =
    before && isStillApplied(columns, recipe, before)
      ? before
      : orRefusal(() => applyRecipe(columns, recipe, { number, createdOn }), recipe.name)
  remembered.delete(number)
  remembered.set(number, weights)
  const [oldest] = remembered.keys()
  if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest)
  applied.set(columns, remembered)
  return version.retiredAt === null ? weights : { ...weights, notes: [...weights.notes, RETIRED] }
}

function orRefusal(apply: () => AppliedWeights, name: string): AppliedWeights {
  try {
    return apply()
  } catch (error) {
    if (!(error instanceof WeightsRefusedError)) throw error
    const reasons = error.problems.map(({ message }) => message).join(' ')
    throw badInput(
      `Wag „${name}” nie można już zastosować do obecnych odpowiedzi. ${reasons} Proszę przygotować nowe wagi albo wybrać wyniki nieważone.`,
    )
  }
}

/** Number of the version that results of a survey use; `null`: they count people as they are. */
export function usualWeightNumber({ db }: Pick<Context, 'db'>, surveyId: string): Promise<number | null> {
  return findUsualNumber(db, surveyId)
}

/** The weights that results of a survey use. */
export interface UsualWeights {
  readonly name: string
  /** `null`: the responses no longer allow them. */
  readonly weights: AppliedWeights | null
}

/**
 * The usual weights applied, for whoever must say in words that they cannot be, instead of refusing.
 *
 * @returns `null` when results count people as they are
 */
export async function usualWeightsOf(
  context: Pick<Context, 'db'>,
  surveyId: string,
  state: { readonly columns: Columns },
): Promise<UsualWeights | null> {
  const number = await usualWeightNumber(context, surveyId)
  const version = number === null ? null : await findVersion(context.db, surveyId, number)
  if (version === null) return null
  try {
    const weights = await weightsOf(context, surveyId, state, version.number)
    return { name: weights.name, weights }
  } catch (error) {
    if (!(error instanceof RefusedRequest)) throw error
    return { name: parseRecipe(version.recipe, localDayOf(version.createdAt)).name, weights: null }
  }
}

/** Numbers of the versions in use, ascending. */
export async function weightNumbers(
  { db }: Pick<Context, 'db'>,
  surveyId: string,
): Promise<readonly number[]> {
  const versions = await findVersions(db, surveyId)
  return versions.flatMap(({ number, retiredAt }) => (retiredAt === null ? [number] : [])).reverse()
}

/** A survey with the organiser who weights it. */
export interface WeightedSurvey {
  readonly survey: AnswerableSurvey
  readonly viewer: Viewer
}

/** The survey, for its organisers; `null` for anybody else and for a missing one. */
export async function weightedSurvey(
  { viewer, publicSurveys }: Pick<Context, 'viewer' | 'publicSurveys'>,
  surveyId: string,
): Promise<WeightedSurvey | null> {
  if (!viewer) throw notSignedIn()
  const survey = isUuid(surveyId) ? await publicSurveys.byId(surveyId) : null
  return survey && isOrganiserOf(viewer, survey.organisationId) ? { survey, viewer } : null
}
