import { inverse, multiply, PRIME } from './modular.ts'

/** A vector over the classes of people: what a combination of released sets tells of each class. */
export type Row = Int32Array

/** `row − factor · other`, written into `row`. */
function subtract(row: Row, other: Row, factor: number, width: number): void {
  for (let at = 0; at < width; at++) {
    const value = other[at]!
    if (value === 0) continue
    const difference = row[at]! - (factor === 1 ? value : multiply(value, factor))
    row[at] = difference < 0 ? difference + PRIME : difference
  }
}

/**
 * Everything that sums over released sets tell, in reduced echelon form over GF(2³¹ − 1): each row is a combination of
 * sets, has 1 at its pivot, and is the only one that is not 0 there.
 */
export interface Basis {
  readonly rows: readonly Row[]
  readonly pivots: readonly number[]
}

export const EMPTY_BASIS: Basis = { rows: [], pivots: [] }

/** A basis with one vector more; `changed` are the rows that were not there before. */
export interface Extended extends Basis {
  readonly changed: readonly number[]
}

/** The place of the first class, in the order of `firsts`, that a vector tells of; −1 when it tells nothing. */
function pivotOf(vector: Row, firsts: readonly number[]): number {
  let pivot = -1
  for (let at = 0; at < vector.length; at++) {
    if (vector[at] !== 0 && (pivot < 0 || firsts[at]! < firsts[pivot]!)) pivot = at
  }
  return pivot
}

/**
 * Adds a vector to a basis.
 *
 * @param firsts - the order in which classes become pivots, so that the same sets always give the same rows
 * @returns `null` when the vector tells nothing that the basis does not tell already
 */
export function extend({ rows, pivots }: Basis, vector: Row, firsts: readonly number[]): Extended | null {
  const width = vector.length
  const left = vector.slice()
  for (const [index, row] of rows.entries()) {
    const factor = left[pivots[index]!]!
    if (factor !== 0) subtract(left, row, factor, width)
  }
  const pivot = pivotOf(left, firsts)
  if (pivot < 0) return null
  const scale = inverse(left[pivot]!)
  if (scale !== 1)
    for (let at = 0; at < width; at++) if (left[at] !== 0) left[at] = multiply(left[at]!, scale)
  const changed: number[] = []
  const reduced = rows.map((row, index) => {
    const factor = row[pivot]!
    if (factor === 0) return row
    const copy = row.slice()
    subtract(copy, left, factor, width)
    changed.push(index)
    return copy
  })
  return { rows: [...reduced, left], pivots: [...pivots, pivot], changed: [...changed, rows.length] }
}

/** Whether the people that a vector tells of are at least so many; `sizes` counts the people of each class. */
function reaches(value: (at: number) => number, sizes: readonly number[], least: number): boolean {
  let people = 0
  for (let at = 0; at < sizes.length; at++)
    if (value(at) !== 0 && (people += sizes[at]!) >= least) return true
  return people === 0
}

const sumTellsOfMany = (one: Row, other: Row, sizes: readonly number[], least: number): boolean => {
  let sum = 0
  let difference = 0
  for (let at = 0; at < sizes.length; at++) {
    const a = one[at]!
    const b = other[at]!
    if (a === 0 && b === 0) continue
    if (a !== b) difference += sizes[at]!
    if (a + b !== PRIME) sum += sizes[at]!
    if (sum >= least && difference >= least) return true
  }
  return (sum === 0 || sum >= least) && (difference === 0 || difference >= least)
}

/** Whether no row, and no sum or difference of two, tells of fewer people than `least`. Old rows were looked at before. */
export function tellsOfMany({ rows, changed }: Extended, sizes: readonly number[], least: number): boolean {
  const isNew = new Set(changed)
  for (const index of changed) {
    const row = rows[index]!
    if (!reaches((at) => row[at]!, sizes, least)) return false
    for (const [other, against] of rows.entries()) {
      if (other === index || (isNew.has(other) && other < index)) continue
      if (!sumTellsOfMany(row, against, sizes, least)) return false
    }
  }
  return true
}
