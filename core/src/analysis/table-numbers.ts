import { optionsAt } from './estimate-codes.ts'
import type { Numbers } from './estimate-mean.ts'
import type { Tally } from './estimate-tally.ts'
import type { Mask } from './mask.ts'
import { VALID } from './column.ts'
import type { Axis } from './table-axis.ts'

/** The numbers of everybody in a table and of each of its columns. */
export interface TableNumbers {
  readonly all: Numbers
  /** In the order of the options of the column question; none in a one-way table. */
  readonly columns: readonly Numbers[]
}

function emptyNumbers(size: number, origin: number): Numbers {
  return {
    people: new Float64Array(size),
    sums: new Float64Array(size),
    squares: new Float64Array(size),
    origin,
  }
}

function addCounts(numbers: Numbers, counts: Float64Array, value: number): void {
  for (let p = 0; p < counts.length; p++) {
    const people = counts[p]!
    numbers.people[p]! += people
    numbers.sums[p]! += people * value
    numbers.squares[p]! += people * value * value
  }
}

/** Points of a scale need no second look at the responses: the cells say everything. */
function ofScale(tally: Tally, scores: readonly (number | null)[], isCrossed: boolean): TableNumbers {
  const { columnCount, cells, rows, profiles } = tally
  const size = profiles.count
  const all = emptyNumbers(size, 0)
  const columns = Array.from({ length: isCrossed ? columnCount : 0 }, () => emptyNumbers(size, 0))
  scores.forEach((score, row) => {
    if (score === null) return
    addCounts(all, rows.subarray(row * size, (row + 1) * size), score)
    columns.forEach((column, c) => {
      const from = (row * columnCount + c) * size
      addCounts(column, cells.subarray(from, from + size), score)
    })
  })
  return { all, columns }
}

interface Read {
  readonly rows: Axis
  readonly columns: Axis | null
  readonly tally: Tally
  readonly mask: Mask | null
}

/** Calls `visit` with the place of each response that counts and its columns. */
export function eachNumber(
  { rows, columns, tally, mask }: Read,
  visit: (at: number, across: number[]) => void,
) {
  const across: number[] = []
  const length = mask?.bytes.length ?? tally.profiles.responseCount
  const { cells } = rows.source
  for (let i = 0; i < length; i++) {
    if (cells[i]! < VALID || mask?.bytes[i] === 0) continue
    if (columns === null || optionsAt(columns.source, i, across)) visit(i, across)
  }
}

function ofNumbers(read: Read, values: ArrayLike<number>): TableNumbers {
  const { tally, columns: axis } = read
  const { count: size, ofResponse } = tally.profiles
  const origin = values[read.rows.source.cells.findIndex((cell) => cell >= VALID)] ?? 0
  const all = emptyNumbers(size, origin)
  const columns = Array.from({ length: axis === null ? 0 : tally.columnCount }, () =>
    emptyNumbers(size, origin),
  )
  const add = ({ people, sums, squares }: Numbers, profile: number, value: number) => {
    people[profile]!++
    sums[profile]! += value
    squares[profile]! += value * value
  }
  eachNumber(read, (at, across) => {
    const profile = ofResponse === null ? 0 : ofResponse[at]!
    const value = values[at]! - origin
    add(all, profile, value)
    for (const column of across) add(columns[column]!, profile, value)
  })
  return { all, columns }
}

/** What the rows say as numbers; `null` where they have no numbers. */
export function numbersOf(read: Read): TableNumbers | null {
  const { rows, columns, tally } = read
  if (rows.numbers !== null) return ofNumbers(read, rows.numbers.values)
  return rows.scores === null ? null : ofScale(tally, rows.scores, columns !== null)
}
