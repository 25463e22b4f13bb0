import type { OptionColumn } from './column.ts'
import { optionColumnOf, type Columns } from './columns.ts'
import { countPairs } from './count-pairs.ts'
import type { Mask } from './mask.ts'
import type { CodeLabel, Crosstab } from './model.ts'
import { versionsOfCrosstab } from './version-counts.ts'

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

/**
 * Crosses two questions with options, each named by its key or, for a row of a matrix, `key/rowKey`.
 * People with a valid answer to both count; see `Crosstab` on questions with several answers.
 *
 * @returns `null` when one of the keys names no question with options
 */
export function crosstab(
  columns: Columns,
  rowKey: string,
  columnKey: string,
  mask: Mask | null = null,
): Crosstab | null {
  const down = optionColumnOf(columns, rowKey)
  const across = optionColumnOf(columns, columnKey)
  if (down === null || across === null) return null
  const counted = countPairs(columns, down, across, mask)
  const rows = shownPlaces(down, counted.rowTotals, columns)
  const places = shownPlaces(across, counted.columnTotals, columns)
  const width = across.dictionary.options.length
  const counts = rows.map((row) => places.map((column) => counted.cells[row * width + column]!))
  const rowTotals = rows.map((row) => counted.rowTotals[row]!)
  const columnTotals = places.map((column) => counted.columnTotals[column]!)
  return {
    rowQuestionKey: rowKey,
    columnQuestionKey: columnKey,
    rowText: textOf(columns, rowKey, down),
    columnText: textOf(columns, columnKey, across),
    isRowMultiple: down.kind === 'set',
    isColumnMultiple: across.kind === 'set',
    rows: headings(down, rows),
    columns: headings(across, places),
    counts,
    rowTotals,
    columnTotals,
    validCount: counted.validCount,
    ...versionsOfCrosstab(columns, [rowKey, columnKey], mask),
    rowShares: counts.map((line, row) => line.map((cell) => shareOf(cell, rowTotals[row]!))),
    columnShares: counts.map((line) => line.map((cell, column) => shareOf(cell, columnTotals[column]!))),
  }
}
