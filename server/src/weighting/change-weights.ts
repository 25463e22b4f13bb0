import { InvalidInputError } from '@rozeznanie/core/errors'
import { localDayOf } from '@rozeznanie/core/survey'
import { assertWeightable, parseRecipe } from '@rozeznanie/core/weighting'
import type { Context } from '../context.ts'
import type { TypedWeights } from './plan-weights.ts'
import { retireVersion, saveUsual, saveVersion, type WeightChange } from './weight-version.store.ts'
import { weightedSurvey } from './weights.access.ts'

async function changeOf(context: Context, surveyId: string): Promise<WeightChange | null> {
  const known = await weightedSurvey(context, surveyId)
  return known && { surveyId: known.survey.id, viewer: known.viewer, at: context.now() }
}

const gone = () =>
  new InvalidInputError([
    { path: 'number', message: 'Tych wag nie ma albo są już wycofane. Proszę odświeżyć stronę.' },
  ])

/**
 * Makes a weight version. Refusals: see `parseRecipe` and `assertWeightable` in core.
 *
 * @returns its number, `null` for a survey that the viewer does not organise
 */
export async function createWeightVersion(
  context: Context,
  { surveyId, recipe: typed, isUsual }: TypedWeights & { readonly isUsual: boolean },
): Promise<number | null> {
  const change = await changeOf(context, surveyId)
  if (!change) return null
  const recipe = parseRecipe(typed, localDayOf(context.now()))
  const state = await context.surveyColumns.read(change.surveyId)
  if (!state) return null
  return saveVersion(context.db, change, { recipe, isUsual, ...assertWeightable(state.columns, recipe) })
}

/** @returns false for a survey that the viewer does not organise. @throws InvalidInputError when it is retired already */
export async function retireWeightVersion(
  context: Context,
  { surveyId, number }: { readonly surveyId: string; readonly number: number },
): Promise<boolean> {
  const change = await changeOf(context, surveyId)
  if (!change) return false
  if (!(await retireVersion(context.db, change, number))) throw gone()
  return true
}

/** Makes results use a version, or none. @returns and throws as above */
export async function setUsualWeightVersion(
  context: Context,
  { surveyId, number }: { readonly surveyId: string; readonly number: number | null },
): Promise<boolean> {
  const change = await changeOf(context, surveyId)
  if (!change) return false
  if (!(await saveUsual(context.db, change, number))) throw gone()
  return true
}
