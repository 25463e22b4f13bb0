import { multiplierOf } from './estimate-share.ts'
import type { Profiles } from './estimate-profiles.ts'
import { varianceOf, type Sample, type Scores } from './estimate-variance.ts'

/** Numbers of a group by profile: how many, their sum and sum of squares, all counted from `origin`. */
export interface Numbers {
  readonly people: Float64Array
  readonly sums: Float64Array
  readonly squares: Float64Array
  /** Near the numbers, so that nothing of their spread is lost. */
  readonly origin: number
}

/** A weighted mean with its error, in the unit of the numbers. */
export interface MeanEstimate {
  readonly mean: number
  readonly standardError: number
  readonly low: number
  readonly high: number
  /** `√(n/(n − 1)·Σw(y − ȳ)²/W)` */
  readonly standardDeviation: number
  readonly n: number
  readonly weighted: number
  /** Kish's effective number. */
  readonly effective: number
}

/** The numbers of one group without those of a group inside it. */
export function withoutNumbers(whole: Numbers, part: Numbers): Numbers {
  const less = (a: Float64Array, b: Float64Array) => a.map((value, p) => value - b[p]!)
  return {
    people: less(whole.people, part.people),
    sums: less(whole.sums, part.sums),
    squares: less(whole.squares, part.squares),
    origin: whole.origin,
  }
}

interface Middle {
  readonly n: number
  readonly weighted: number
  readonly effective: number
  /** From the origin. */
  readonly mean: number
  /** `Σw(y − ȳ)²` */
  readonly spread: number
}

function middleOf({ weights }: Profiles, { people, sums, squares }: Numbers): Middle | null {
  let n = 0
  let weighted = 0
  let weightSquares = 0
  let total = 0
  for (let p = 0; p < people.length; p++) {
    const w = weights[p]!
    n += people[p]!
    weighted += w * people[p]!
    weightSquares += w * w * people[p]!
    total += w * sums[p]!
  }
  if (n === 0) return null
  const mean = total / weighted
  let spread = 0
  for (let p = 0; p < people.length; p++)
    spread += weights[p]! * (squares[p]! - 2 * mean * sums[p]! + mean * mean * people[p]!)
  return { n, weighted, effective: weighted ** 2 / weightSquares, mean, spread: Math.max(0, spread) }
}

function scoresOf({ people, sums, squares }: Numbers, { mean, weighted }: Middle): Scores {
  return {
    sum: sums.map((sum, p) => (sum - mean * people[p]!) / weighted),
    squares: squares.map(
      (square, p) => Math.max(0, square - 2 * mean * sums[p]! + mean * mean * people[p]!) / weighted ** 2,
    ),
  }
}

/** Scores of a mean: `w(y − ȳ)/W`; `null` for nobody. */
export function meanScores({ profiles }: Sample, numbers: Numbers): Scores | null {
  const middle = middleOf(profiles, numbers)
  return middle && scoresOf(numbers, middle)
}

/** Scores of the difference of two estimators whose people are apart. */
export function apart(one: Scores, other: Scores): Scores {
  return {
    sum: one.sum.map((value, p) => value - other.sum[p]!),
    squares: one.squares.map((value, p) => value + other.squares[p]!),
  }
}

/**
 * A mean with its 95 % interval of Student's t with n − 1 degrees of freedom.
 *
 * @returns `null` for fewer than two numbers
 */
export function estimateMean(sample: Sample, numbers: Numbers): MeanEstimate | null {
  const middle = middleOf(sample.profiles, numbers)
  if (middle === null || middle.n < 2) return null
  const variance = varianceOf(sample, scoresOf(numbers, middle))
  if (variance === null) return null
  const { n, weighted, effective, spread } = middle
  const mean = numbers.origin + middle.mean
  const standardError = Math.sqrt(variance)
  const half = multiplierOf(n - 1) * standardError
  const standardDeviation = Math.sqrt(((n / (n - 1)) * spread) / weighted)
  return {
    mean,
    standardError,
    low: mean - half,
    high: mean + half,
    standardDeviation,
    n,
    weighted,
    effective,
  }
}
