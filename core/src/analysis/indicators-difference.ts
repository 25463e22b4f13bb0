import { newcombeInterval, tTwoSidedTail } from '../statistics/design/index.ts'
import { multiplierOf } from './estimate-share.ts'
import { varianceOf } from './estimate-variance.ts'
import type { Counted } from './indicators-count.ts'
import {
  coefficientsOf,
  scoresOf,
  type CellValues,
  type LinearEstimate,
  type ShareOfPeople,
} from './indicators-figure.ts'

/** A difference of two figures. */
export interface Difference {
  readonly difference: number
  readonly low: number | null
  readonly high: number | null
  /** Two-sided, of the t test that there is none; `null` where no error can be known. */
  readonly p: number | null
}

function tDifference(difference: number, standardError: number | null, df: number): Difference {
  if (standardError === null || df < 1) return { difference, low: null, high: null, p: null }
  const half = multiplierOf(df) * standardError
  const p =
    standardError === 0 ? (difference === 0 ? 1 : null) : tTwoSidedTail(difference / standardError, df)
  return { difference, low: difference - half, high: difference + half, p }
}

const isShare = (estimate: LinearEstimate): estimate is ShareOfPeople => 'count' in estimate

/**
 * Everybody said yes in one group and nobody in the other: neither varies, so that the error of the difference is that
 * of one share of both groups together, with effective people.
 */
function withPooledError(found: Difference, one: LinearEstimate, other: LinearEstimate): Difference {
  if (found.p !== null || found.difference === 0 || !isShare(one) || !isShare(other)) return found
  const together = one.effective + other.effective
  const share = (one.estimate * one.effective + other.estimate * other.effective) / together
  const error = Math.sqrt(share * (1 - share) * (1 / one.effective + 1 / other.effective))
  return { ...found, p: tTwoSidedTail(found.difference / error, one.n + other.n - 2) }
}

/** Newcombe's interval where both are shares of people who count the same. */
function withNewcombe(found: Difference, one: LinearEstimate, other: LinearEstimate): Difference {
  if (!isShare(one) || !isShare(other)) return found
  const countOf = ({ count, n }: ShareOfPeople) => ({ successCount: count, trialCount: n })
  const interval = newcombeInterval(countOf(one), countOf(other))
  return interval === null ? found : { ...found, low: interval.low, high: interval.high }
}

/** Two samples drawn apart: their errors are independent. */
export function differenceOfSamples(
  one: LinearEstimate,
  other: LinearEstimate,
  isWeighted: boolean,
): Difference {
  const errors = [one.standardError, other.standardError]
  const error = errors.some((known) => known === null) ? null : Math.hypot(...errors.map(Number))
  const found = tDifference(one.estimate - other.estimate, error, one.n + other.n - 2)
  const tested = withPooledError(found, one, other)
  return isWeighted ? tested : withNewcombe(tested, one, other)
}

/** Two groups of one sample, told apart by their cells: one score vector, so that nothing is counted twice. */
export function differenceOfGroups(
  counted: Counted,
  [values, others]: readonly [CellValues, CellValues],
  [one, other]: readonly [LinearEstimate, LinearEstimate],
): Difference {
  const [first, second] = [
    coefficientsOf(values, one.estimate, one.weighted),
    coefficientsOf(others, other.estimate, other.weighted),
  ]
  const coefficients = first.map((score, cell) => score - second[cell]!)
  const variance = varianceOf(counted.sample, scoresOf(counted, coefficients))
  const error = variance === null ? null : Math.sqrt(variance)
  const found = tDifference(one.estimate - other.estimate, error, one.n + other.n - 2)
  const tested = withPooledError(found, one, other)
  return counted.sample.isWeighted ? tested : withNewcombe(tested, one, other)
}
