import { allArrays } from './column-arrays.ts'
import type { Columns } from './columns.ts'
import { withLength } from './narrow-cells.ts'

const FIRST_CAPACITY = 256

/** Up to here the room doubles; larger columns grow by an eighth, so that little of them is empty. */
const DOUBLED_UP_TO = 65_536

/**
 * Makes room for so many responses in all, one array at a time: whoever serves others meanwhile lets them have their
 * turn after each. Between two steps the columns can be read, but nothing may be appended.
 */
export function* reserving(columns: Columns, capacity: number): Generator<void> {
  if (capacity <= columns.capacity) return
  for (const array of allArrays(columns)) {
    array.write(withLength(array.read(), capacity * array.width))
    yield
  }
  columns.capacity = capacity
}

/** Makes room for so many responses in all; what is there stays. */
export function reserve(columns: Columns, capacity: number): void {
  Array.from(reserving(columns, capacity))
}

/** Room for so many responses and some that will come. */
export const withSlack = (responseCount: number): number =>
  responseCount + Math.max(FIRST_CAPACITY, responseCount >>> 5)

/** Makes room for one more response; appending costs the same on average however many there are. */
export function reserveOne(columns: Columns): void {
  const { responseCount, capacity } = columns
  if (responseCount < capacity) return
  const more = capacity < DOUBLED_UP_TO ? capacity : capacity >>> 3
  reserve(columns, Math.max(FIRST_CAPACITY, capacity + more))
}

/** Memory the columns take, in bytes, reserved room included. */
export function columnBytes(columns: Columns): number {
  return allArrays(columns).reduce((sum, array) => sum + array.read().byteLength, 0)
}
