import type { QuestionColumn } from './column.ts'
import type { Columns } from './columns.ts'
import type { Cells, NumberCells } from './narrow-cells.ts'

/** One of the arrays that columns are made of. */
export interface ColumnArray {
  /** Cells per response. */
  readonly width: number
  /** Whether it may become wider with the numbers that come. */
  readonly isNumeric: boolean
  read(): Cells
  /** @param cells - of the same kind; numbers may be of a wider one */
  write(cells: Cells): void
}

function arrayOf<Name extends string, Kind extends Cells>(
  owner: Record<Name, Kind>,
  name: Name,
  { width = 1, isNumeric = false }: { readonly width?: number; readonly isNumeric?: boolean } = {},
): ColumnArray {
  return {
    width,
    isNumeric,
    read: () => owner[name],
    write: (cells) => {
      owner[name] = cells as Kind
    },
  }
}

function arraysOf(column: QuestionColumn): readonly ColumnArray[] {
  const own = arrayOf(column, 'cells')
  switch (column.kind) {
    case 'matrix':
      return [own, ...column.rows.flatMap((row) => arraysOf(row.column))]
    case 'set':
      return [own, arrayOf(column, 'words', { width: column.wordCount })]
    case 'rank':
      return [own, arrayOf(column, 'places', { width: column.top })]
    case 'number':
      return [own, arrayOf<'values', NumberCells>(column, 'values', { isNumeric: true })]
    case 'code':
    case 'text':
      return [own]
  }
}

/** All arrays of columns, always in the same order. */
export function allArrays(columns: Columns): readonly ColumnArray[] {
  return [
    arrayOf(columns, 'modes'),
    arrayOf(columns, 'localityCells'),
    arrayOf<'sequences', NumberCells>(columns, 'sequences', { isNumeric: true }),
    ...(columns.readings.length > 1 ? [arrayOf(columns, 'versionCells')] : []),
    ...[...columns.byKey.values()].flatMap(arraysOf),
  ]
}
