import { VALID } from '../analysis/column.ts'
import type { Columns } from '../analysis/columns.ts'
import type { WeightEffect, WeightRecipe } from './model.ts'

const MOST_SHOWN = 3
const DEMOGRAPHIC = 'dem_'

type AnyColumn = Columns['byKey'] extends ReadonlyMap<string, infer Column> ? Column : never

/** The most frequent answer of a question with one answer, before and after. */
function effectOn(column: AnyColumn, weights: Float64Array): WeightEffect | null {
  if (column.kind !== 'code') return null
  const { options } = column.dictionary
  const counts = new Float64Array(options.length)
  const sums = new Float64Array(options.length)
  for (let row = 0; row < weights.length; row++) {
    const option = column.cells[row]! - VALID
    if (option < 0) continue
    counts[option]!++
    sums[option]! += weights[row]!
  }
  const all = counts.reduce((sum, count) => sum + count, 0)
  const most = counts.indexOf(Math.max(...counts))
  if (all === 0) return null
  return {
    questionText: column.question.text,
    answer: options[most]!.label,
    unweightedPercent: (100 * counts[most]!) / all,
    weightedPercent: (100 * sums[most]!) / sums.reduce((sum, weight) => sum + weight, 0),
  }
}

/** Questions whose most frequent answer weighting moves the most; none of those that are weighted by. */
export function effectsOf(
  columns: Columns,
  recipe: WeightRecipe,
  weights: Float64Array,
): readonly WeightEffect[] {
  const used = new Set(recipe.margins.flatMap(({ traits }) => traits))
  const isTold = (key: string, { question }: AnyColumn) =>
    !used.has(key) &&
    !key.startsWith(DEMOGRAPHIC) &&
    question.type !== 'LOCALITY' &&
    question.type !== 'CONSENT'
  const moved = ({ unweightedPercent, weightedPercent }: WeightEffect) =>
    Math.abs(weightedPercent - unweightedPercent)
  return [...columns.byKey]
    .flatMap(([key, column]) => (isTold(key, column) ? (effectOn(column, weights) ?? []) : []))
    .sort((one, other) => moved(other) - moved(one))
    .slice(0, MOST_SHOWN)
}
