import { histogram, quantile } from '../statistics/index.ts'
import { VALID, type NumberColumn } from './column.ts'
import type { Columns } from './columns.ts'
import { baseOf, countCells } from './count-cells.ts'
import { countValues } from './count-values.ts'
import type { Mask } from './mask.ts'
import type { NumberSummary, TextSummary } from './model.ts'
import { estimateMean } from './summarise-options.ts'

const sumOf = (values: ArrayLike<number>, counts: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value, at) => sum + value * counts[at]!, 0)

/** Sum, mean, spread, quartiles and a histogram of the numbers people gave. */
export function summariseNumber(
  column: NumberColumn,
  columns: Columns,
  mask: Mask | null,
): Omit<NumberSummary, Exclude<keyof TextSummary, 'kind' | 'base'>> {
  const base = baseOf(countCells(column.cells, VALID + 1, columns, mask))
  const { values, counts } = countValues(column, columns, mask, base.validCount)
  const { question } = column
  const decimals = question.type === 'NUMBER' ? (question.decimals ?? 0) : 0
  return {
    kind: 'NUMBER',
    base,
    unit: question.type === 'NUMBER' ? (question.unit ?? null) : null,
    sum: values.length === 0 ? null : sumOf(values, counts),
    mean: estimateMean(values, counts),
    median: quantile(values, 0.5, counts),
    lowerQuartile: quantile(values, 0.25, counts),
    upperQuartile: quantile(values, 0.75, counts),
    minimum: values[0] ?? null,
    maximum: values.at(-1) ?? null,
    bins: histogram(values, 10 ** -decimals, counts),
  }
}
