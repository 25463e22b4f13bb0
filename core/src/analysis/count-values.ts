import { VALID, type NumberColumn } from './column.ts'
import type { Columns } from './columns.ts'
import { countCells, rowCount } from './count-cells.ts'
import type { Mask } from './mask.ts'
import { tally, type TallyScope } from './tally.ts'

/** The numbers that people gave, each once in ascending order, and how many gave it. */
export interface ValueCounts {
  readonly values: Float64Array
  /** All above 0. */
  readonly counts: Uint32Array
}

/** Of the states of a cell only `VALID` has this bit. */
const VALID_BIT = Math.log2(VALID)

/** A 1 for each response that gave a number and counts. */
function givenBytes({ cells }: NumberColumn, length: number, mask: Mask | null): Uint8Array {
  const bytes = new Uint8Array(length)
  if (mask === null) for (let i = 0; i < length; i++) bytes[i] = cells[i]! >>> VALID_BIT
  else for (let i = 0; i < length; i++) bytes[i] = (cells[i]! >>> VALID_BIT) & mask.bytes[i]!
  return bytes
}

/** Of few different whole numbers: how often each occurs, without sorting anything. Who gave none has a 0 there. */
function tallied(values: Uint8Array | Uint16Array, scope: TallyScope, validCount: number): ValueCounts {
  const size = 2 ** (8 * values.BYTES_PER_ELEMENT)
  const counts = tally({ cells: values, size }, scope)
  let positive = 0
  for (let value = 1; value < size; value++) positive += counts[value]!
  counts[0] = validCount - positive
  const found = Array.from(counts.keys()).filter((value) => counts[value]! > 0)
  return { values: Float64Array.from(found), counts: Uint32Array.from(found, (value) => counts[value]!) }
}

function sorted(values: ArrayLike<number>, bytes: Uint8Array): ValueCounts {
  const given = new Float64Array(bytes.reduce((sum, byte) => sum + byte, 0))
  let count = 0
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 1) given[count++] = values[i]!
  given.sort()
  const counts = new Uint32Array(count)
  let last = -1
  for (let i = 0; i < count; i++) {
    if (last < 0 || given[i] !== given[last]) given[++last] = given[i]!
    counts[last]!++
  }
  return { values: given.slice(0, last + 1), counts: counts.slice(0, last + 1) }
}

function grouped(values: ArrayLike<number>, bytes: Uint8Array, frequencies: Float64Array): ValueCounts {
  const people = new Map<number, number>()
  bytes.forEach((byte, at) => {
    if (byte === 1) people.set(values[at]!, (people.get(values[at]!) ?? 0) + frequencies[at]!)
  })
  const given = [...people].sort(([one], [other]) => one - other)
  return {
    values: Float64Array.from(given, ([value]) => value),
    counts: Uint32Array.from(given, ([, count]) => count),
  }
}

const validOf = ({ cells }: NumberColumn, columns: Columns, mask: Mask | null): number =>
  countCells(cells, VALID + 1, columns, mask)[VALID]!

/**
 * How often each number was given by the responses that count.
 *
 * @param validCount - how many of them gave a number, where that is known already
 */
export function countValues(
  column: NumberColumn,
  columns: Columns,
  mask: Mask | null,
  validCount?: number,
): ValueCounts {
  const length = rowCount(columns, mask)
  const { values } = column
  const { frequencies } = columns
  const isNarrow = values instanceof Uint8Array || values instanceof Uint16Array
  if (isNarrow && frequencies === null)
    return tallied(
      values,
      { length, bytes: mask?.bytes ?? null },
      validCount ?? validOf(column, columns, mask),
    )
  const bytes = givenBytes(column, length, mask)
  return frequencies === null ? sorted(values, bytes) : grouped(values, bytes, frequencies)
}
