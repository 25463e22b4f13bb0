import { VALID, type NumberColumn, type RankColumn } from './column.ts'
import type { Columns } from './columns.ts'
import { rowCount } from './count-cells.ts'
import type { Numbers } from './estimate-mean.ts'
import { estimateShare } from './estimate-share.ts'
import { tallyOf } from './estimate-tally.ts'
import { groupOf, type Group, type Sample } from './estimate-variance.ts'
import { sampleFor, type Counted } from './indicators-count.ts'
import type { Mask } from './mask.ts'
import type { Proportion, SummaryBase } from './model.ts'
import { proportion } from './proportion.ts'
import { axisOf } from './table-axis.ts'
import type { AppliedWeights } from './weights.ts'

/** What summaries need to be weighted. */
export interface Weighting {
  readonly columns: Columns
  readonly mask: Mask | null
  readonly sample: Sample
}

/** @returns `null` without weights */
export function weightingOf(
  columns: Columns,
  mask: Mask | null,
  weights: AppliedWeights | null,
): Weighting | null {
  if (weights === null) return null
  return { columns, mask, sample: sampleFor({ columns, mask, weights, drawnFrom: null }) }
}

/** The options of a question, or of a row of a matrix, by the people who chose them. */
export interface WeightedOptions {
  /** One cell per option, in the order of the dictionary. */
  readonly counted: Counted
  readonly options: readonly Group[]
  /** Everybody with a valid answer. */
  readonly all: Group
}

/**
 * @param key - of a question, or `key/rowKey`; of a ranking an option is chosen on whatever place
 * @returns `null` when the key names nothing with options
 */
export function weightedOptions(key: string, weighting: Weighting | null): WeightedOptions | null {
  if (weighting === null) return null
  const { columns, mask, sample } = weighting
  const axis = axisOf(columns, key)
  if (axis === null) return null
  const { profiles } = sample
  const { rows, all } = tallyOf(axis, null, profiles, mask)
  const size = profiles.count
  return {
    counted: { sample, cellCount: axis.options.length, people: rows },
    options: axis.options.map((_, at) => groupOf(profiles, rows.subarray(at * size, (at + 1) * size))),
    all: groupOf(profiles, all),
  }
}

/**
 * The share of an option by weights with the interval of the design (`estimateShare`); of a single person, for whom
 * there is none, that of one person.
 */
export function weightedShare(sample: Sample, part: Group, whole: Group): Proportion | null {
  const found = estimateShare(sample, part, whole)
  return found ? { share: found.share, low: found.low, high: found.high } : proportion(part.n, whole.n)
}

/** The people behind a summary with what they stand for. */
export function weightedBase(base: SummaryBase, { weighted, effective }: Group): SummaryBase {
  return { ...base, weighted, effective }
}

/** The points of a scale as numbers. */
export function numbersOfPoints({ counted }: WeightedOptions, values: readonly (number | null)[]): Numbers {
  const size = counted.sample.profiles.count
  const [people, sums, squares] = [0, 1, 2].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  values.forEach((value, option) => {
    if (value === null) return
    for (let profile = 0; profile < size; profile++) {
      const here = counted.people[option * size + profile]!
      people[profile]! += here
      sums[profile]! += here * value
      squares[profile]! += here * value * value
    }
  })
  return { people, sums, squares, origin: 0 }
}

/** The numbers that people gave. */
export interface WeightedNumbers {
  readonly numbers: Numbers
  readonly all: Group
  /** `Σ w` of the people who gave each of the values. */
  readonly weights: Float64Array
}

/** @param values - every number that was given, once, ascending */
export function weightedNumbers(
  column: NumberColumn,
  values: Float64Array,
  { columns, mask, sample }: Weighting,
): WeightedNumbers {
  const { count, ofResponse, weights } = sample.profiles
  const origin = values[0] ?? 0
  const [people, sums, squares] = [0, 1, 2].map(() => new Float64Array(count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const placeOf = new Map(Array.from(values, (value, place) => [value, place]))
  const ofValues = new Float64Array(values.length)
  const length = rowCount(columns, mask)
  for (let at = 0; at < length; at++) {
    if (column.cells[at]! < VALID || mask?.bytes[at] === 0) continue
    const profile = ofResponse === null ? 0 : ofResponse[at]!
    const value = column.values[at]! - origin
    people[profile]!++
    sums[profile]! += value
    squares[profile]! += value * value
    ofValues[placeOf.get(column.values[at]!)!]! += weights[profile]!
  }
  return {
    numbers: { people, sums, squares, origin },
    all: groupOf(sample.profiles, people),
    weights: ofValues,
  }
}

/** `Σ w` of the people who put an option on a place, row-major: option × place. */
export function weightedPlaces(
  { top, places, dictionary }: RankColumn,
  { columns, mask, sample }: Weighting,
): Float64Array {
  const { ofResponse, weights } = sample.profiles
  const sums = new Float64Array((1 + dictionary.options.length) * top)
  const length = rowCount(columns, mask)
  for (let at = 0; at < length; at++) {
    if (mask?.bytes[at] === 0) continue
    const weight = weights[ofResponse === null ? 0 : ofResponse[at]!]!
    for (let place = 0; place < top; place++) sums[places[at * top + place]! * top + place]! += weight
  }
  return sums.subarray(top)
}
