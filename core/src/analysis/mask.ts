import { COLLECTION_MODES } from '../response/index.ts'
import { VALID, type SetColumn } from './column.ts'
import { optionColumnOf, type Columns } from './columns.ts'
import { BY_LOCALITY, BY_MODE, BY_VERSION, canonicalFilter, type Condition, type Filter } from './filter.ts'

/** Which responses count: a 1 for each that does, in the order of the columns. */
export interface Mask {
  readonly bytes: Uint8Array
  /** How many responses that is. */
  readonly count: number
}

/** Clears the responses whose cell is not among the wanted ones. */
function keepOnly(bytes: Uint8Array, cells: Uint8Array | Uint16Array, wanted: Iterable<number>): void {
  const keeps = new Uint8Array(cells.BYTES_PER_ELEMENT === 1 ? 256 : 65_536)
  for (const cell of wanted) keeps[cell] = 1
  for (let i = 0; i < bytes.length; i++) bytes[i]! &= keeps[cells[i]!]!
}

/** Clears the responses that chose none of the wanted options. */
function keepAny(bytes: Uint8Array, { words, wordCount }: SetColumn, wanted: readonly number[]): void {
  const bits = new Uint32Array(wordCount)
  for (const index of wanted) bits[index >>> 5]! |= 1 << (index & 31)
  for (let i = 0; i < bytes.length; i++) {
    let found = 0
    for (let word = 0; word < wordCount; word++) found |= words[i * wordCount + word]! & bits[word]!
    if (found === 0) bytes[i] = 0
  }
}

function keepAnswers(bytes: Uint8Array, columns: Columns, { dimension, codes }: Condition): void {
  const column = optionColumnOf(columns, dimension)
  if (column === null) return void bytes.fill(0)
  const wanted = codes.flatMap((code) => column.dictionary.indexOf.get(code) ?? [])
  if (column.kind === 'set') return keepAny(bytes, column, wanted)
  keepOnly(
    bytes,
    column.cells,
    wanted.map((index) => VALID + index),
  )
}

function keepVersions(
  bytes: Uint8Array,
  { readings, versionCells }: Columns,
  codes: readonly string[],
): void {
  const wanted = readings.flatMap(({ versionNumber }, place) =>
    codes.includes(String(versionNumber)) ? [place] : [],
  )
  if (readings.length > 1) keepOnly(bytes, versionCells, wanted)
  else if (wanted.length === 0) bytes.fill(0)
}

function keep(bytes: Uint8Array, columns: Columns, condition: Condition): void {
  const { dimension, codes } = condition
  if (dimension === BY_VERSION) return keepVersions(bytes, columns, codes)
  if (dimension === BY_MODE) {
    const indexes = COLLECTION_MODES.flatMap((mode, index) => (codes.includes(mode) ? [index] : []))
    return keepOnly(bytes, columns.modes, indexes)
  }
  if (dimension !== BY_LOCALITY) return keepAnswers(bytes, columns, condition)
  const indexes = codes.flatMap((id) => columns.localities.indexOf.get(id) ?? [])
  keepOnly(
    bytes,
    columns.localityCells,
    indexes.map((index) => 1 + index),
  )
}

/**
 * The responses a filter lets through. A condition without codes restricts nothing; a dimension that the survey does
 * not have and a code that no response has let nobody through.
 *
 * @returns `null` when the filter restricts nothing
 */
export function maskOf(columns: Columns, filter: Filter): Mask | null {
  const conditions = canonicalFilter(filter)
  if (conditions.length === 0) return null
  const bytes = new Uint8Array(columns.responseCount).fill(1)
  for (const condition of conditions) keep(bytes, columns, condition)
  let count = 0
  const { frequencies } = columns
  for (let i = 0; i < bytes.length; i++) count += bytes[i]! * (frequencies?.[i] ?? 1)
  return { bytes, count }
}

/** How many responses count; everybody without a mask. */
export function maskedCount(columns: Columns, mask: Mask | null): number {
  if (mask !== null) return mask.count
  return columns.frequencies?.reduce((sum, count) => sum + count, 0) ?? columns.responseCount
}
