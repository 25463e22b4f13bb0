import type { Columns } from '../analysis/index.ts'
import { costOf, type WeightCost } from './cost.ts'
import { effectsOf } from './effects.ts'
import { WeightsRefusedError } from './errors.ts'
import { inefficiencyOf, makeWeights, type Making } from './make-weights.ts'
import type { ComparedMargin, WeightPlan, WeightRecipe } from './model.ts'
import { populationOf, type MetMargin } from './prepare.ts'
import { costSentences } from './words.ts'

/** Shares among those who belong to a category: people without an answer are in none of them. */
function compared(
  { margin, codes, counts, targets }: MetMargin,
  weights: Float64Array | null,
): ComparedMargin {
  const { categories, name } = margin
  const sums = new Float64Array(categories.length)
  weights?.forEach((weight, row) => {
    const category = codes[row]!
    if (category >= 0) sums[category]! += weight
  })
  const percent = (parts: ArrayLike<number>, at: number) => {
    const whole = Array.from(parts).reduce((sum, part) => sum + part, 0)
    return whole > 0 ? (100 * parts[at]!) / whole : 0
  }
  return {
    name,
    categories: categories.map(({ label }, at) => ({
      label,
      count: counts[at]!,
      samplePercent: percent(counts, at),
      populationPercent: percent(targets, at),
      weightedPercent: weights ? percent(sums, at) : null,
    })),
  }
}

function problemsOf({ problems, made }: Making) {
  const costly = made && inefficiencyOf(made.diagnostics)
  return costly ? [costly, ...problems] : problems
}

/** Tries a recipe on the responses that there are: what is wrong, what changes and what it costs. Stores nothing. */
export function planWeights(columns: Columns, recipe: WeightRecipe): WeightPlan {
  const making = makeWeights(columns, recipe)
  const { met, made } = making
  const cost = made && costOf(made.diagnostics)
  return {
    responseCount: columns.responseCount,
    populationSize: populationOf(recipe),
    problems: problemsOf(making),
    margins: met.filter((one) => one !== null).map((one) => compared(one, made?.weights ?? null)),
    effects: made ? effectsOf(columns, recipe, made.weights) : [],
    cost,
    sentences: cost ? costSentences(cost, columns.responseCount) : [],
  }
}

/**
 * What is stored of a version when it is made.
 *
 * @throws WeightsRefusedError when anything blocks
 */
export function assertWeightable(
  columns: Columns,
  recipe: WeightRecipe,
): { readonly responseCount: number; readonly cost: WeightCost } {
  const making = makeWeights(columns, recipe)
  const blocking = problemsOf(making).filter(({ isBlocking }) => isBlocking)
  if (making.made === null || blocking.length > 0) throw new WeightsRefusedError(blocking)
  return { responseCount: columns.responseCount, cost: costOf(making.made.diagnostics) }
}
