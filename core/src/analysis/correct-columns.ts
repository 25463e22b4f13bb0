import { putResponse, type CountedResponse } from './append-response.ts'
import { allArrays } from './column-arrays.ts'
import type { Columns } from './columns.ts'

/** Takes out what stands at a place, as if nobody had answered there. */
function clearAt(columns: Columns, at: number): void {
  for (const array of allArrays(columns)) array.read().fill(0, at * array.width, (at + 1) * array.width)
}

/** Puts the answers of a response anew where it stands; everything that counted of it before is gone. */
export function replaceResponse(columns: Columns, at: number, response: CountedResponse): void {
  clearAt(columns, at)
  putResponse(columns, at, response)
}

/** Takes a response out; the last one moves to its place, so that the columns have no gap. */
export function removeResponse(columns: Columns, at: number): void {
  const last = columns.responseCount - 1
  for (const array of allArrays(columns)) {
    const { width } = array
    if (at !== last) array.read().copyWithin(at * width, last * width, (last + 1) * width)
  }
  clearAt(columns, last)
  columns.responseCount = last
}

/** Where responses stand, by the number that their source knows them by; those that are not there are left out. */
export function placesOf(columns: Columns, sequences: readonly number[]): ReadonlyMap<number, number> {
  const wanted = new Set(sequences)
  const places = new Map<number, number>()
  for (let at = 0; at < columns.responseCount && places.size < wanted.size; at++) {
    const sequence = columns.sequences[at]!
    if (wanted.has(sequence)) places.set(sequence, at)
  }
  return places
}
