import {
  clopperPearsonInterval,
  kornGraubardInterval,
  tMultiplier,
  wilsonInterval,
} from '../statistics/design/index.ts'
import type { Interval } from '../statistics/index.ts'
import { varianceOfShare, type Group } from './estimate-group.ts'
import type { Sample } from './estimate-variance.ts'
import { shareReliability } from './reliability.ts'
import { HIDDEN_FIGURE, type Figure } from './table.ts'

const CONFIDENCE = 0.95

/** A share of people, all 0 to 1. */
export interface ShareEstimate extends Interval {
  readonly share: number
  readonly standardError: number
  /** People in the base. */
  readonly n: number
  readonly effective: number
}

const expit = (x: number) => 1 / (1 + Math.exp(-x))

const multipliers = new Map<number, number>()

/** Student's multiplier for 95 %; tables ask for the same degrees of freedom again and again. */
export function multiplierOf(df: number): number {
  const known = multipliers.get(df) ?? tMultiplier(CONFIDENCE, df)
  if (multipliers.size > 5_000) multipliers.clear()
  multipliers.set(df, known)
  return known
}

/** Wilson; for 0 % and 100 % Clopper–Pearson. Of a population of which most answered less is unknown. */
function simpleInterval(part: Group, whole: Group, unseen: number): Interval | null {
  const share = part.n / whole.n
  if (unseen === 0) return { low: share, high: share }
  const [x, n] = [part.n / unseen, whole.n / unseen]
  return part.n === 0 || part.n === whole.n ? clopperPearsonInterval(x, n) : wilsonInterval(x, n)
}

/** Logit with the degrees of freedom of the design; for 0 % and 100 % Korn–Graubard. */
function weightedInterval(share: number, standardError: number, whole: Group): Interval | null {
  const df = whole.n - 1
  if (df < 1) return null
  if (share > 0 && share < 1 && standardError > 0) {
    const middle = Math.log(share / (1 - share))
    const half = (multiplierOf(df) * standardError) / (share * (1 - share))
    return { low: expit(middle - half), high: expit(middle + half) }
  }
  const estimate = {
    estimate: share,
    standardError,
    degreesOfFreedom: df,
    n: whole.n,
    weightSum: whole.weighted,
    tInterval: null,
    zInterval: null,
  }
  return kornGraubardInterval(estimate, whole.effective)
}

/**
 * The share of a group among a larger one that holds it, with its error and 95 % interval: unweighted Wilson (0 and
 * 100 %: Clopper–Pearson), weighted logit on the design's degrees of freedom (0 and 100 %: Korn–Graubard).
 *
 * @returns `null` when nobody is in the larger group or no error can be known
 */
export function estimateShare(sample: Sample, part: Group, whole: Group): ShareEstimate | null {
  if (whole.n === 0) return null
  const variance = varianceOfShare(sample, part, whole)
  if (variance === null) return null
  const share = Math.min(1, part.weighted / whole.weighted)
  const standardError = Math.sqrt(variance)
  const interval = sample.isWeighted
    ? weightedInterval(share, standardError, whole)
    : simpleInterval(part, whole, sample.unseen)
  return interval && { share, standardError, ...interval, n: whole.n, effective: whole.effective }
}

/** A share as it is shown: hidden where too little stands behind it. */
export function figureOf(estimate: ShareEstimate | null): Figure {
  if (estimate === null) return HIDDEN_FIGURE
  const reliability = shareReliability(estimate)
  if (reliability === 'D') return HIDDEN_FIGURE
  return {
    percent: 100 * estimate.share,
    low: 100 * estimate.low,
    high: 100 * estimate.high,
    effectiveCount: estimate.effective,
    reliability,
  }
}
