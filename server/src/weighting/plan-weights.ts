import { localDayOf } from '@rozeznanie/core/survey'
import { parseRecipe, planWeights, type WeightPlan } from '@rozeznanie/core/weighting'
import type { Context } from '../context.ts'
import { weightedSurvey } from './weights.access.ts'

/** Weights as an organiser typed them. */
export interface TypedWeights {
  readonly surveyId: string
  /** Shape: `WeightRecipe` of core; numbers may be texts. */
  readonly recipe: unknown
}

/**
 * Tries weights on the answers that there are; stores nothing. Refusals: see `parseRecipe` in core.
 *
 * @returns `null` for a survey that the viewer does not organise
 */
export async function tryWeights(
  context: Context,
  { surveyId, recipe: typed }: TypedWeights,
): Promise<WeightPlan | null> {
  const known = await weightedSurvey(context, surveyId)
  if (!known) return null
  const recipe = parseRecipe(typed, localDayOf(context.now()))
  const state = await context.surveyColumns.read(known.survey.id)
  return state && planWeights(state.columns, recipe)
}
