import type { OptionColumn } from './column.ts'
import { optionColumnOf, type Columns } from './columns.ts'
import { countPairs, countWeightedPairs, type WeightedPairCounts } from './count-pairs.ts'
import type { Mask } from './mask.ts'
import type { CodeLabel, Crosstab, CrosstabWeights } from './model.ts'
import { versionsOfCrosstab } from './version-counts.ts'
import type { AppliedWeights } from './weights.ts'

function textOf(columns: Columns, key: string, { question }: OptionColumn): string {
  const matrix = columns.byKey.get(question.key)
  if (matrix?.kind !== 'matrix') return question.text
  const row = matrix.rows.find(({ key: rowKey }) => `${question.key}/${rowKey}` === key)
  return `${question.text} – ${row?.label ?? ''}`
}

const shareOf = (count: number, total: number): number | null => (total === 0 ? null : count / total)

/** Places of the options that are shown: all but retired localities nobody lives in. */
function shownPlaces(
  { question, dictionary }: OptionColumn,
  totals: Float64Array,
  { retired }: Columns,
): number[] {
  const isShown = (code: string, place: number) =>
    question.type !== 'LOCALITY' || totals[place]! > 0 || !retired.has(code)
  return dictionary.options.flatMap(({ code }, place) => (isShown(code, place) ? [place] : []))
}

function headings({ dictionary }: OptionColumn, places: readonly number[]): CodeLabel[] {
  return places.map((place) => {
    const { code, label } = dictionary.options[place]!
    return { code, label }
  })
}

/** Rows and columns of the counted table that are shown. */
interface Shown {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly width: number
}

const cellsOf = (cells: Float64Array, { rows, columns, width }: Shown): number[][] =>
  rows.map((row) => columns.map((column) => cells[row * width + column]!))

const someOf = (totals: Float64Array, places: readonly number[]): number[] =>
  places.map((place) => totals[place]!)

function weightsOf(counted: WeightedPairCounts, shown: Shown): CrosstabWeights {
  return {
    cells: cellsOf(counted.weights, shown),
    rowTotals: someOf(counted.rowWeights, shown.rows),
    columnTotals: someOf(counted.columnWeights, shown.columns),
    columnSquares: someOf(counted.columnSquares, shown.columns),
  }
}

/** Of people or of what they stand for. */
function sharesOf(
  cells: readonly (readonly number[])[],
  rowTotals: readonly number[],
  columnTotals: readonly number[],
) {
  return {
    rowShares: cells.map((line, row) => line.map((cell) => shareOf(cell, rowTotals[row]!))),
    columnShares: cells.map((line) => line.map((cell, column) => shareOf(cell, columnTotals[column]!))),
  }
}

/**
 * Crosses two questions with options, each named by its key or, for a row of a matrix, `key/rowKey`.
 * People with a valid answer to both count; see `Crosstab` on questions with several answers.
 *
 * @param weights - shares are by them, counts stay those of people
 * @returns `null` when one of the keys names no question with options
 */
export function crosstab(
  columns: Columns,
  rowKey: string,
  columnKey: string,
  mask: Mask | null = null,
  weights: AppliedWeights | null = null,
): Crosstab | null {
  const down = optionColumnOf(columns, rowKey)
  const across = optionColumnOf(columns, columnKey)
  if (down === null || across === null) return null
  const weighted = weights && countWeightedPairs(columns, down, across, { mask, weights: weights.weights })
  const counted = weighted ?? countPairs(columns, down, across, mask)
  const shown: Shown = {
    rows: shownPlaces(down, counted.rowTotals, columns),
    columns: shownPlaces(across, counted.columnTotals, columns),
    width: across.dictionary.options.length,
  }
  const counts = cellsOf(counted.cells, shown)
  const rowTotals = someOf(counted.rowTotals, shown.rows)
  const columnTotals = someOf(counted.columnTotals, shown.columns)
  const byWeight = weighted && weightsOf(weighted, shown)
  return {
    rowQuestionKey: rowKey,
    columnQuestionKey: columnKey,
    rowText: textOf(columns, rowKey, down),
    columnText: textOf(columns, columnKey, across),
    isRowMultiple: down.kind === 'set',
    isColumnMultiple: across.kind === 'set',
    rows: headings(down, shown.rows),
    columns: headings(across, shown.columns),
    counts,
    rowTotals,
    columnTotals,
    validCount: counted.validCount,
    ...versionsOfCrosstab(columns, [rowKey, columnKey], mask),
    ...(byWeight && { byWeight }),
    ...(byWeight
      ? sharesOf(byWeight.cells, byWeight.rowTotals, byWeight.columnTotals)
      : sharesOf(counts, rowTotals, columnTotals)),
  }
}
