import type { CountedTable } from './table-counts.ts'
import { eachNumber } from './table-numbers.ts'

/** Median and quartiles of a number in one column. */
export interface Quartiles {
  readonly lowerQuartile: number | null
  readonly median: number | null
  readonly upperQuartile: number | null
}

const NONE: Quartiles = { lowerQuartile: null, median: null, upperQuartile: null }

/** Beyond so many sums quartiles are not told. */
const MOST_SUMS = 8_000_000

/** A total this near to the share of all weights counts as reached. */
const SAME = 1e-9

/** The smallest value whose cumulated weight exceeds p·W, the mean of the two neighbours at equality (Eurostat). */
export function quantileAt(values: Float64Array, weights: Float64Array, order: number): number | null {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return null
  const goal = order * total
  let sum = 0
  for (let at = 0; at < values.length; at++) {
    if (weights[at] === 0) continue
    sum += weights[at]!
    if (Math.abs(sum - goal) <= SAME * total) {
      const next = weights.findIndex((weight, later) => later > at && weight > 0)
      return next < 0 ? values[at]! : (values[at]! + values[next]!) / 2
    }
    if (sum > goal) return values[at]!
  }
  return null
}

function placeOf(values: Float64Array, value: number): number {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Weighted quartiles of the whole table and of each column of the column question; none where there are no numbers. */
export function quartilesOf(counted: CountedTable): readonly Quartiles[] {
  const { rows, columns, tally } = counted
  if (rows.numbers === null) return []
  const { values, distinct } = rows.numbers
  const size = distinct.length
  const groupCount = 1 + (columns === null ? 0 : tally.columnCount)
  if (size * groupCount > MOST_SUMS) return Array.from({ length: groupCount }, () => NONE)
  const sums = new Float64Array(size * groupCount)
  const { ofResponse, weights } = tally.profiles
  eachNumber(counted, (at, across) => {
    const place = placeOf(distinct, values[at]!)
    const weight = ofResponse === null ? 1 : weights[ofResponse[at]!]!
    sums[place]! += weight
    for (const column of across) sums[(column + 1) * size + place]! += weight
  })
  return Array.from({ length: groupCount }, (_, group) => {
    const own = sums.subarray(group * size, (group + 1) * size)
    const at = (order: number) => quantileAt(distinct, own, order)
    return { lowerQuartile: at(0.25), median: at(0.5), upperQuartile: at(0.75) }
  })
}
