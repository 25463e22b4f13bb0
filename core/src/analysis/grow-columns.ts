import type { QuestionColumn } from './column.ts'
import type { Columns } from './columns.ts'

const FIRST_CAPACITY = 256

type Cells = Uint8Array | Uint16Array

function grownCells(cells: Cells, capacity: number): Cells {
  const grown = cells instanceof Uint16Array ? new Uint16Array(capacity) : new Uint8Array(capacity)
  grown.set(cells)
  return grown
}

function growColumn(column: QuestionColumn, capacity: number): void {
  column.cells = grownCells(column.cells, capacity)
  if (column.kind === 'matrix') for (const row of column.rows) growColumn(row.column, capacity)
  if (column.kind === 'set') {
    const words = new Uint32Array(capacity * column.wordCount)
    words.set(column.words)
    column.words = words
  }
  if (column.kind === 'rank') {
    const places = new Uint16Array(capacity * column.top)
    places.set(column.places)
    column.places = places
  }
  if (column.kind === 'number') {
    const values = new Float64Array(capacity)
    values.set(column.values)
    column.values = values
  }
}

/** Makes room for one more response; the room doubles, so that appending costs the same however many there are. */
export function reserveOne(columns: Columns): void {
  if (columns.responseCount < columns.capacity) return
  const capacity = Math.max(FIRST_CAPACITY, columns.capacity * 2)
  for (const column of columns.byKey.values()) growColumn(column, capacity)
  const modes = new Uint8Array(capacity)
  modes.set(columns.modes)
  columns.modes = modes
  const localityCells = new Uint16Array(capacity)
  localityCells.set(columns.localityCells)
  columns.localityCells = localityCells
  if (columns.readings.length > 1) {
    const versionCells = new Uint8Array(capacity)
    versionCells.set(columns.versionCells)
    columns.versionCells = versionCells
  }
  columns.capacity = capacity
}

function bytesOf(column: QuestionColumn): number {
  const own = column.cells.byteLength
  if (column.kind === 'matrix') return column.rows.reduce((sum, row) => sum + bytesOf(row.column), own)
  if (column.kind === 'set') return own + column.words.byteLength
  if (column.kind === 'rank') return own + column.places.byteLength
  return column.kind === 'number' ? own + column.values.byteLength : own
}

/** Memory the columns take, in bytes, reserved room included. */
export function columnBytes(columns: Columns): number {
  let bytes = columns.modes.byteLength + columns.localityCells.byteLength + columns.versionCells.byteLength
  for (const column of columns.byKey.values()) bytes += bytesOf(column)
  return bytes
}
