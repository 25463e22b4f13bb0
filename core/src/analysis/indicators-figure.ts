import { estimateShare, multiplierOf } from './estimate-share.ts'
import { varianceOf, type Group, type Scores } from './estimate-variance.ts'
import { groupIn, type Counted } from './indicators-count.ts'

/** What each cell is worth; `null` for people who do not stand behind the figure. */
export type CellValues = readonly (number | null)[]

/** An estimate in the unit of its values. */
export interface LinearEstimate {
  /** People behind it, unweighted. */
  readonly n: number
  /** People they stand for; `n` without weights. */
  readonly weighted: number
  /** Kish's `(Σw)²/Σw²`. */
  readonly effective: number
  readonly estimate: number
  /** `null` without an error: a single answer. */
  readonly standardError: number | null
  readonly low: number | null
  readonly high: number | null
}

/** A share, 0 to 1. */
export interface ShareOfPeople extends LinearEstimate {
  /** People with the trait, unweighted. */
  readonly count: number
  /** People they stand for. */
  readonly countWeighted: number
}

/** `Σ u[cell]` and `Σ u[cell]²` of the people of each profile. */
export function scoresOf({ sample, cellCount, people }: Counted, coefficients: Float64Array): Scores {
  const size = sample.profiles.count
  const sum = new Float64Array(size)
  const squares = new Float64Array(size)
  for (let cell = 0; cell < cellCount; cell++) {
    const u = coefficients[cell]!
    if (u === 0) continue
    for (let profile = 0; profile < size; profile++) {
      const here = people[cell * size + profile]!
      sum[profile]! += u * here
      squares[profile]! += u * u * here
    }
  }
  return { sum, squares }
}

function weightedTotal(counted: Counted, values: CellValues): number {
  const { sample, people } = counted
  const { count, weights } = sample.profiles
  return values.reduce<number>((total, value, cell) => {
    if (value === null || value === 0) return total
    let inCell = 0
    for (let profile = 0; profile < count; profile++)
      inCell += weights[profile]! * people[cell * count + profile]!
    return total + value * inCell
  }, 0)
}

/** `(value − mean)/W` of the people behind the figure, 0 of everybody else. */
export const coefficientsOf = (values: CellValues, mean: number, weighted: number): Float64Array =>
  Float64Array.from(values, (value) => (value === null ? 0 : (value - mean) / weighted))

const baseOf = (counted: Counted, values: CellValues): Group =>
  groupIn(counted, (cell) => values[cell] !== null)

const within = (values: CellValues) => {
  const known = values.filter((value) => value !== null)
  return { least: Math.min(...known), most: Math.max(...known) }
}

/** A mean of values with its t interval, which stays within what the values allow; `null` where nobody answered. */
export function estimateValues(counted: Counted, values: CellValues): LinearEstimate | null {
  const { n, weighted, effective } = baseOf(counted, values)
  if (n === 0) return null
  const estimate = weightedTotal(counted, values) / weighted
  const base = { n, weighted, effective, estimate }
  const variance = varianceOf(counted.sample, scoresOf(counted, coefficientsOf(values, estimate, weighted)))
  if (variance === null || n < 2) return { ...base, standardError: null, low: null, high: null }
  const standardError = Math.sqrt(variance)
  const half = multiplierOf(n - 1) * standardError
  const { least, most } = within(values)
  return {
    ...base,
    standardError,
    low: Math.max(least, estimate - half),
    high: Math.min(most, estimate + half),
  }
}

/**
 * A share of the people behind it: cells are worth 1 or 0; see `estimateShare` for its interval. A ratio of two shares
 * of the same people, such as unmet need among need, is the same estimator with everybody else left out.
 */
export function estimateShareOf(counted: Counted, values: CellValues): ShareOfPeople | null {
  const whole = baseOf(counted, values)
  if (whole.n === 0) return null
  const part = groupIn(counted, (cell) => values[cell] === 1)
  const share = estimateShare(counted.sample, part, whole)
  return {
    n: whole.n,
    weighted: whole.weighted,
    effective: whole.effective,
    count: part.n,
    countWeighted: part.weighted,
    estimate: part.weighted / whole.weighted,
    standardError: share?.standardError ?? null,
    low: share?.low ?? null,
    high: share?.high ?? null,
  }
}
