import { allArrays, type ColumnArray } from './column-arrays.ts'
import type { QuestionColumn } from './column.ts'
import type { Columns } from './columns.ts'
import { reserve } from './grow-columns.ts'
import type { Cells } from './narrow-cells.ts'

/** Responses in a chunk. */
export const CHUNK_SIZE = 32_768

/** Kinds of arrays by the number that stands before them in a chunk. */
const KINDS = [Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array] as const

const kindOf = (cells: Cells): number => KINDS.findIndex((Kind) => cells instanceof Kind)

const bytesOf = (cells: Cells): Uint8Array => new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength)

/** The part of an array that belongs to a chunk. */
const partOf = ({ read, width }: ColumnArray, from: number): Cells =>
  read().subarray(from * width, (from + CHUNK_SIZE) * width)

/**
 * A chunk of columns as bytes: of each array its kind in one byte, then its cells as they stand in memory (little
 * endian). Only whole chunks are written.
 *
 * @param number - 0 for the first `CHUNK_SIZE` responses
 * @throws RangeError when the columns do not hold so many
 */
export function writeChunk(columns: Columns, number: number): Uint8Array {
  const from = number * CHUNK_SIZE
  if (from + CHUNK_SIZE > columns.responseCount) throw new RangeError(`there is no whole chunk ${number}`)
  const parts = allArrays(columns).map((array) => partOf(array, from))
  const chunk = new Uint8Array(parts.reduce((sum, part) => sum + 1 + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    chunk[at] = kindOf(part)
    chunk.set(bytesOf(part), at + 1)
    at += 1 + part.byteLength
  }
  return chunk
}

/** Puts cells of a chunk at their place in an array, which becomes wider where theirs is. */
function place(array: ColumnArray, part: Cells, from: number): void {
  const own = array.read()
  if (kindOf(part) > kindOf(own)) {
    if (!array.isNumeric) throw new RangeError('a chunk of other columns')
    const wider = new (part.constructor as new (length: number) => Cells)(own.length)
    wider.set(own)
    array.write(wider)
  }
  array.read().set(part, from * array.width)
}

/**
 * Appends the responses of a chunk that was written for the same layout.
 *
 * @throws RangeError when the bytes are not a chunk of such columns; the columns are of no use then
 */
export function readChunk(columns: Columns, chunk: Uint8Array): void {
  const from = columns.responseCount
  reserve(columns, from + CHUNK_SIZE)
  let at = 0
  for (const array of allArrays(columns)) {
    const Kind = KINDS[chunk[at] ?? KINDS.length]
    if (Kind === undefined) throw new RangeError('a chunk of other columns')
    const end = at + 1 + CHUNK_SIZE * array.width * Kind.BYTES_PER_ELEMENT
    if (end > chunk.length) throw new RangeError('a chunk that is too short')
    // a copy of its own, because wide cells stand on no multiple of their width
    place(array, new Kind(new Uint8Array(chunk.subarray(at + 1, end)).buffer), from)
    at = end
  }
  if (at !== chunk.length) throw new RangeError('a chunk that is too long')
  columns.responseCount = from + CHUNK_SIZE
}

function describe(column: QuestionColumn): unknown {
  const { kind, question } = column
  switch (column.kind) {
    case 'matrix':
      return [kind, column.rows.map((row) => [row.key, describe(row.column)])]
    case 'number':
    case 'text':
      return [kind, question.type]
    case 'code':
    case 'set':
    case 'rank': {
      const codes = question.type === 'LOCALITY' ? [] : column.dictionary.options.map(({ code }) => code)
      return [kind, question.type, codes, column.kind === 'rank' ? column.top : 0]
    }
  }
}

/** What the arrays of columns mean, as text: chunks fit columns with the same one. Localities apart, which join later. */
export function layoutOf({ readings, byKey }: Columns): string {
  const columns = [...byKey].map(([key, column]) => [key, describe(column)])
  return JSON.stringify([readings.map(({ versionId }) => versionId), columns])
}
