import { histogram, quantile } from '../statistics/index.ts'
import { VALID, type NumberColumn } from './column.ts'
import type { Columns } from './columns.ts'
import { baseOf, countCells, rowCount } from './count-cells.ts'
import type { Mask } from './mask.ts'
import type { NumberSummary, TextSummary } from './model.ts'
import { estimateMean } from './summarise-options.ts'

function sortedValues(column: NumberColumn, count: number, length: number, mask: Mask | null): Float64Array {
  const values = new Float64Array(count)
  let found = 0
  for (let i = 0; i < length; i++) {
    if (column.cells[i] === VALID && (mask === null || mask.bytes[i] === 1))
      values[found++] = column.values[i]!
  }
  return values.sort()
}

/** Mean, spread, quartiles and a histogram of the numbers people gave. */
export function summariseNumber(
  column: NumberColumn,
  columns: Columns,
  mask: Mask | null,
): Omit<NumberSummary, Exclude<keyof TextSummary, 'kind' | 'base'>> {
  const base = baseOf(countCells(column.cells, VALID + 1, columns, mask))
  const values = sortedValues(column, base.validCount, rowCount(columns, mask), mask)
  const { question } = column
  const decimals = question.type === 'NUMBER' ? (question.decimals ?? 0) : 0
  return {
    kind: 'NUMBER',
    base,
    unit: question.type === 'NUMBER' ? (question.unit ?? null) : null,
    mean: estimateMean(values),
    median: quantile(values, 0.5),
    lowerQuartile: quantile(values, 0.25),
    upperQuartile: quantile(values, 0.75),
    minimum: values[0] ?? null,
    maximum: values.at(-1) ?? null,
    bins: histogram(values, 10 ** -decimals),
  }
}
