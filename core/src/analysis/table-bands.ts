import { quantile } from '../statistics/index.ts'
import { VALID, type NumberColumn } from './column.ts'
import type { Columns } from './columns.ts'
import { countValues, type ValueCounts } from './count-values.ts'
import type { CodeLabel } from './model.ts'
import type { CodeSource } from './table-axis.ts'

const QUARTERS = [0.25, 0.5, 0.75] as const

const written = (value: number, decimals: number) =>
  value.toFixed(decimals).replace('.', ',').replace('-', '−')

/** The highest value of each band but the last; every band has somebody in it. */
function limitsOf({ values, counts }: ValueCounts): number[] {
  const largest = values.at(-1)
  const limits = QUARTERS.flatMap((order) => {
    const quarter = quantile(values, order, counts)
    return quarter === null ? [] : (values.findLast((value) => value <= quarter) ?? [])
  })
  return [...new Set(limits)].filter((limit) => largest !== undefined && limit < largest)
}

function labelsOf({ values }: ValueCounts, limits: readonly number[], decimals: number): CodeLabel[] {
  const lowest = values[0]
  if (lowest === undefined) return []
  if (limits.length === 0) return [{ code: 'B1', label: written(lowest, decimals) }]
  const step = 10 ** -decimals
  const bands = limits.map((limit, band) => {
    const from = band === 0 ? null : limits[band - 1]! + step
    if (from === null) return `do ${written(limit, decimals)}`
    return from > limit - step / 2
      ? written(limit, decimals)
      : `${written(from, decimals)}–${written(limit, decimals)}`
  })
  bands.push(`${written(limits.at(-1)! + step, decimals)} i więcej`)
  return bands.map((label, band) => ({ code: `B${band + 1}`, label }))
}

interface Bands {
  readonly options: readonly CodeLabel[]
  readonly source: CodeSource
  /** Every number that was given, once, ascending. */
  readonly distinct: Float64Array
}

/**
 * A number in at most four bands, cut at its quartiles over all answers, so that a filter does not move the limits.
 * Codes are `B1` to `B4`.
 */
export function bandsOf(column: NumberColumn, columns: Columns, decimals: number): Bands {
  const found = countValues(column, columns, null)
  const limits = limitsOf(found)
  const cells = new Uint8Array(columns.responseCount)
  for (let i = 0; i < cells.length; i++) {
    const cell = column.cells[i]!
    let band = 0
    if (cell === VALID) while (band < limits.length && column.values[i]! > limits[band]!) band++
    cells[i] = cell + band
  }
  const options = labelsOf(found, limits, decimals)
  return {
    options,
    distinct: found.values,
    source: { kind: 'code', cells, origin: VALID, largestCell: VALID + options.length - 1 },
  }
}
