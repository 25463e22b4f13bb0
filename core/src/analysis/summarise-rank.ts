import { VALID, type RankColumn } from './column.ts'
import type { Columns } from './columns.ts'
import { baseOf, countCells, rowCount } from './count-cells.ts'
import type { Mask } from './mask.ts'
import type { RankRow, RankSummary, TextSummary } from './model.ts'
import { proportion } from './proportion.ts'
import {
  weightedBase,
  weightedOptions,
  weightedPlaces,
  weightedShare,
  type WeightedOptions,
  type Weighting,
} from './summarise-weighted.ts'

/** Place counts, row-major: option × place. */
function countPlaces(column: RankColumn, columns: Columns, mask: Mask | null): Uint32Array {
  const { top, places } = column
  const counts = new Uint32Array((1 + column.dictionary.options.length) * top)
  const length = rowCount(columns, mask)
  for (let i = 0; i < length; i++) {
    if (mask !== null && mask.bytes[i] === 0) continue
    const people = columns.frequencies?.[i] ?? 1
    for (let place = 0; place < top; place++) counts[places[i * top + place]! * top + place]! += people
  }
  return counts.subarray(top)
}

/**
 * The priority index of the handbook: `Σ (top − place) · count / (top · n) · 100` with places from 0,
 * so that 100 means everybody put it first.
 */
function priorityIndex(placeCounts: ArrayLike<number>, validCount: number): number | null {
  if (validCount === 0) return null
  const top = placeCounts.length
  const points = Array.from(placeCounts).reduce((sum, count, place) => sum + (top - place) * count, 0)
  return (points / (top * validCount)) * 100
}

/** Shares and the index by weights; counts stay those of people. */
function weighedRows(
  rows: readonly RankRow[],
  { counted, options, all }: WeightedOptions,
  places: Float64Array,
): readonly RankRow[] {
  return rows.map((row, index) => {
    const top = row.placeCounts.length
    const option = options[index]!
    return {
      ...row,
      namedWeighted: option.weighted,
      named: weightedShare(counted.sample, option, all),
      index: priorityIndex(places.subarray(index * top, (index + 1) * top), all.weighted),
    }
  })
}

/** How often each option stands on each place, how many named it at all, and its priority index. */
export function summariseRank(
  column: RankColumn,
  columns: Columns,
  mask: Mask | null,
  weighting: Weighting | null = null,
): Omit<RankSummary, Exclude<keyof TextSummary, 'kind' | 'base'>> {
  const base = baseOf(countCells(column.cells, VALID + 1, columns, mask))
  const counts = countPlaces(column, columns, mask)
  const rows = column.dictionary.options.map(({ code, label }, index): RankRow => {
    const placeCounts = [...counts.subarray(index * column.top, (index + 1) * column.top)]
    const namedCount = placeCounts.reduce((sum, count) => sum + count, 0)
    return {
      code,
      label,
      placeCounts,
      namedCount,
      named: proportion(namedCount, base.validCount),
      index: priorityIndex(placeCounts, base.validCount),
    }
  })
  const weighted = weightedOptions(column.question.key, weighting)
  if (weighting === null || weighted === null) return { kind: 'RANK', base, top: column.top, rows }
  return {
    kind: 'RANK',
    base: weightedBase(base, weighted.all),
    top: column.top,
    rows: weighedRows(rows, weighted, weightedPlaces(column, weighting)),
  }
}
