import type { AppliedWeights, Columns } from '../analysis/index.ts'
import { costOf } from './cost.ts'
import { WeightsRefusedError } from './errors.ts'
import { makeWeights } from './make-weights.ts'
import { hasCodes } from './margin-codes.ts'
import type { VersionFacts, WeightProblemKind, WeightRecipe } from './model.ts'
import { populationOf } from './prepare.ts'
import { costSentences } from './words.ts'

/** What readers of results should know as well, not only who makes weights. */
const FOR_READERS: readonly WeightProblemKind[] = [
  'TOTALS_DIFFER',
  'YEARS_DIFFER',
  'MISSING_ANSWERS',
  'FEW_ANSWERS',
]

/**
 * Applies a weight version to the responses that there are now. Weights that cost much are still applied: their notes
 * and `diagnostics.verdict` say that they are illustrative, and results then show unweighted numbers beside them.
 *
 * @throws WeightsRefusedError when the responses no longer allow it; results are then not shown as weighted
 */
export function applyRecipe(columns: Columns, recipe: WeightRecipe, version: VersionFacts): AppliedWeights {
  const { problems, made } = makeWeights(columns, recipe)
  if (made === null) throw new WeightsRefusedError(problems.filter(({ isBlocking }) => isBlocking))
  const { name, method, bounds, margins } = recipe
  const isCostly = made.diagnostics.verdict === 'warned' || made.diagnostics.verdict === 'illustrative'
  return {
    ...version,
    name,
    ...made,
    responseCount: columns.responseCount,
    populationSize: populationOf(recipe),
    method,
    bounds,
    sources: margins.map((margin) => ({
      margin: margin.name,
      source: margin.source,
      table: margin.table,
      day: margin.day,
    })),
    notes: [
      ...problems.filter(({ kind }) => FOR_READERS.includes(kind)).map(({ message }) => message),
      ...(isCostly ? costSentences(costOf(made.diagnostics), columns.responseCount).slice(-1) : []),
    ],
  }
}

/**
 * Whether weights that were applied before would come out the same now: the same responses in the same categories.
 * Much quicker than applying them again.
 */
export function isStillApplied(columns: Columns, recipe: WeightRecipe, applied: AppliedWeights): boolean {
  const factors = applied.basis?.factors ?? []
  return recipe.margins.every((margin, at) => {
    const before = factors[at]?.codes
    return before !== undefined && hasCodes(columns, margin, before)
  })
}
