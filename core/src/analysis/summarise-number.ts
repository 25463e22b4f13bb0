import { histogram, quantile, type Bin } from '../statistics/index.ts'
import { VALID, type NumberColumn } from './column.ts'
import type { Columns } from './columns.ts'
import { baseOf, countCells } from './count-cells.ts'
import { countValues } from './count-values.ts'
import type { Mask } from './mask.ts'
import type { NumberSummary, TextSummary } from './model.ts'
import { estimateMean, weightedMean } from './summarise-options.ts'
import { weightedBase, weightedNumbers, type Weighting } from './summarise-weighted.ts'
import { quantileAt } from './table-quartiles.ts'

const sumOf = (values: ArrayLike<number>, counts: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value, at) => sum + value * counts[at]!, 0)

/** What weights change of a number: mean, quartiles and what the bars stand for. */
function byWeight(column: NumberColumn, values: Float64Array, bins: readonly Bin[], weighting: Weighting) {
  const { numbers, all, weights } = weightedNumbers(column, values, weighting)
  const at = (order: number) => quantileAt(values, weights, order)
  const last = bins.length - 1
  const weightIn = ({ from, to }: Bin, place: number) =>
    weights.reduce((sum, weight, index) => {
      const value = values[index]!
      return value >= from && (value < to || place === last) ? sum + weight : sum
    }, 0)
  const mean = weightedMean(weighting.sample, numbers)
  return {
    all,
    figures: {
      ...(mean && { mean }),
      median: at(0.5),
      lowerQuartile: at(0.25),
      upperQuartile: at(0.75),
      bins: bins.map((bin, place) => ({ ...bin, weighted: weightIn(bin, place) })),
    },
  }
}

/** Sum, mean, spread, quartiles and a histogram of the numbers people gave. */
export function summariseNumber(
  column: NumberColumn,
  columns: Columns,
  mask: Mask | null,
  weighting: Weighting | null = null,
): Omit<NumberSummary, Exclude<keyof TextSummary, 'kind' | 'base'>> {
  const base = baseOf(countCells(column.cells, VALID + 1, columns, mask))
  const { values, counts } = countValues(column, columns, mask, base.validCount)
  const { question } = column
  const decimals = question.type === 'NUMBER' ? (question.decimals ?? 0) : 0
  const bins = histogram(values, 10 ** -decimals, counts)
  const weighted = weighting && byWeight(column, values, bins, weighting)
  return {
    kind: 'NUMBER',
    base: weighted ? weightedBase(base, weighted.all) : base,
    unit: question.type === 'NUMBER' ? (question.unit ?? null) : null,
    sum: values.length === 0 ? null : sumOf(values, counts),
    mean: estimateMean(values, counts),
    median: quantile(values, 0.5, counts),
    lowerQuartile: quantile(values, 0.25, counts),
    upperQuartile: quantile(values, 0.75, counts),
    minimum: values[0] ?? null,
    maximum: values.at(-1) ?? null,
    bins,
    ...weighted?.figures,
  }
}
