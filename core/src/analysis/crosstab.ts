import { VALID, type CodeColumn, type OptionColumn } from './column.ts'
import { optionColumnOf, type Columns } from './columns.ts'
import { eachBit, rowCount } from './count-cells.ts'
import type { Mask } from './mask.ts'
import type { Crosstab } from './model.ts'

interface Counted {
  readonly cells: Float64Array
  readonly rowTotals: Float64Array
  readonly columnTotals: Float64Array
  validCount: number
}

/** The fast path: one option on each side, so that every person falls into one cell. */
function countCodes(
  rows: CodeColumn,
  columns: CodeColumn,
  counted: Counted,
  length: number,
  mask: Mask | null,
): void {
  const width = columns.dictionary.options.length
  for (let i = 0; i < length; i++) {
    const row = rows.cells[i]! - VALID
    const column = columns.cells[i]! - VALID
    if (row < 0 || column < 0 || (mask !== null && mask.bytes[i] === 0)) continue
    counted.cells[row * width + column]!++
    counted.rowTotals[row]!++
    counted.columnTotals[column]!++
    counted.validCount++
  }
}

function eachOption(column: OptionColumn, at: number, visit: (index: number) => void): void {
  if (column.kind === 'code') visit(column.cells[at]! - VALID)
  else eachBit(column.words, at * column.wordCount, column.wordCount, visit)
}

function countSets(
  rows: OptionColumn,
  columns: OptionColumn,
  counted: Counted,
  length: number,
  mask: Mask | null,
): void {
  const width = columns.dictionary.options.length
  for (let i = 0; i < length; i++) {
    if (rows.cells[i]! < VALID || columns.cells[i]! < VALID || (mask !== null && mask.bytes[i] === 0))
      continue
    counted.validCount++
    eachOption(columns, i, (column) => counted.columnTotals[column]!++)
    eachOption(rows, i, (row) => {
      counted.rowTotals[row]!++
      eachOption(columns, i, (column) => counted.cells[row * width + column]!++)
    })
  }
}

function textOf(columns: Columns, key: string, { question }: OptionColumn): string {
  const matrix = columns.byKey.get(question.key)
  if (matrix?.kind !== 'matrix') return question.text
  const row = matrix.rows.find(({ key: rowKey }) => `${question.key}/${rowKey}` === key)
  return `${question.text} – ${row?.label ?? ''}`
}

const shareOf = (count: number, total: number): number | null => (total === 0 ? null : count / total)

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
  const across = optionColumnOf(columns, columnKey)
  const down = optionColumnOf(columns, rowKey)
  if (down === null || across === null) return null
  const { options: rowOptions } = down.dictionary
  const { options: columnOptions } = across.dictionary
  const counted: Counted = {
    cells: new Float64Array(rowOptions.length * columnOptions.length),
    rowTotals: new Float64Array(rowOptions.length),
    columnTotals: new Float64Array(columnOptions.length),
    validCount: 0,
  }
  const length = rowCount(columns, mask)
  if (down.kind === 'code' && across.kind === 'code') countCodes(down, across, counted, length, mask)
  else countSets(down, across, counted, length, mask)
  const width = columnOptions.length
  const counts = rowOptions.map((_, row) => [...counted.cells.subarray(row * width, (row + 1) * width)])
  const heading = ({ code, label }: { readonly code: string; readonly label: string }) => ({ code, label })
  return {
    rowQuestionKey: rowKey,
    columnQuestionKey: columnKey,
    rowText: textOf(columns, rowKey, down),
    columnText: textOf(columns, columnKey, across),
    isRowMultiple: down.kind === 'set',
    isColumnMultiple: across.kind === 'set',
    rows: rowOptions.map(heading),
    columns: columnOptions.map(heading),
    counts,
    rowTotals: [...counted.rowTotals],
    columnTotals: [...counted.columnTotals],
    validCount: counted.validCount,
    rowShares: counts.map((row, r) => row.map((count) => shareOf(count, counted.rowTotals[r]!))),
    columnShares: counts.map((row) => row.map((count, c) => shareOf(count, counted.columnTotals[c]!))),
  }
}
