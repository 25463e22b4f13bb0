import { putResponse, type CountedResponse } from './append-response.ts'
import type { QuestionColumn } from './column.ts'
import type { Columns } from './columns.ts'

type Cells = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** Arrays of a column, each with its number of cells per response. */
function arraysOf(column: QuestionColumn): readonly (readonly [Cells, number])[] {
  const own: readonly [Cells, number] = [column.cells, 1]
  switch (column.kind) {
    case 'matrix':
      return [own, ...column.rows.flatMap((row) => arraysOf(row.column))]
    case 'set':
      return [own, [column.words, column.wordCount]]
    case 'rank':
      return [own, [column.places, column.top]]
    case 'number':
      return [own, [column.values, 1]]
    case 'code':
    case 'text':
      return [own]
  }
}

function allArrays(columns: Columns): readonly (readonly [Cells, number])[] {
  const facts: readonly (readonly [Cells, number])[] = [
    [columns.modes, 1],
    [columns.localityCells, 1],
    ...(columns.readings.length > 1 ? [[columns.versionCells, 1] as const] : []),
  ]
  return [...facts, ...[...columns.byKey.values()].flatMap(arraysOf)]
}

/** Takes out what stands at a place, as if nobody had answered there. */
function clearAt(columns: Columns, at: number): void {
  for (const [cells, width] of allArrays(columns)) cells.fill(0, at * width, (at + 1) * width)
}

/** Puts the answers of a response anew where it stands; everything that counted of it before is gone. */
export function replaceResponse(columns: Columns, at: number, response: CountedResponse): void {
  clearAt(columns, at)
  putResponse(columns, at, response)
}

/** Takes a response out; the last one moves to its place, so that the columns have no gap. */
export function removeResponse(columns: Columns, at: number): void {
  const last = columns.responseCount - 1
  for (const [cells, width] of allArrays(columns)) {
    if (at !== last) cells.copyWithin(at * width, last * width, (last + 1) * width)
  }
  clearAt(columns, last)
  columns.responseCount = last
}
