import { parseStructure } from '@rozeznanie/core/fieldwork'
import { localDayOf } from '@rozeznanie/core/survey'
import {
  costSentences,
  marginsOfPopulation,
  parseRecipe,
  readCost,
  type RecipeMargin,
  type Trait,
  traitsOf,
  type WeightCost,
  type WeightRecipe,
} from '@rozeznanie/core/weighting'
import type { Context } from '../context.ts'
import { findPopulation, findUsualNumber, findVersions, type StoredVersion } from './weight-version.store.ts'

/** A weight version for a page. */
export interface ListedVersion {
  readonly number: number
  readonly recipe: WeightRecipe
  readonly createdOn: string
  readonly createdByName: string
  /** When it was made. */
  readonly responseCount: number
  readonly cost: WeightCost
  readonly sentences: readonly string[]
  readonly retiredOn: string | null
  readonly isUsual: boolean
}

function listed({ createdAt, retiredAt, ...version }: StoredVersion, usual: number | null): ListedVersion {
  const createdOn = localDayOf(createdAt)
  const cost = readCost(version.cost)
  return {
    ...version,
    cost,
    createdOn,
    recipe: parseRecipe(version.recipe, createdOn),
    sentences: costSentences(cost, version.responseCount),
    retiredOn: retiredAt && localDayOf(retiredAt),
    isUsual: version.number === usual,
  }
}

/** All weight versions of a survey, the newest first. */
export async function readVersions(
  { db }: Pick<Context, 'db'>,
  surveyId: string,
): Promise<readonly ListedVersion[]> {
  const [versions, usual] = await Promise.all([findVersions(db, surveyId), findUsualNumber(db, surveyId)])
  return versions.map((version) => listed(version, usual))
}

/** The version that results of a survey use; `null`: none. */
export async function readUsual(
  context: Pick<Context, 'db'>,
  surveyId: string,
): Promise<ListedVersion | null> {
  return (await readVersions(context, surveyId)).find(({ isUsual }) => isUsual) ?? null
}

/** What the making of weights begins with. */
export interface WeightingStart {
  readonly traits: readonly Trait[]
  /** Margins that the population of the survey's targets already gives. */
  readonly suggestedMargins: readonly RecipeMargin[]
}

/** What a survey can be weighted by, and what is already known of its population. */
export async function readStart(
  { db, surveyColumns, publicSurveys }: Pick<Context, 'db' | 'surveyColumns' | 'publicSurveys'>,
  surveyId: string,
): Promise<WeightingStart | null> {
  const [state, survey, stored] = await Promise.all([
    surveyColumns.read(surveyId),
    publicSurveys.byId(surveyId),
    findPopulation(db, surveyId),
  ])
  if (!state || !survey) return null
  const traits = traitsOf(state.columns)
  if (stored === null) return { traits, suggestedMargins: [] }
  const structure = parseStructure(stored.structure, survey.localityIds)
  return { traits, suggestedMargins: marginsOfPopulation({ ...stored, structure }, traits) }
}
