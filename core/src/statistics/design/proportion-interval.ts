import { tMultiplier } from '../distributions.ts'
import { betaInterval } from '../clopper-pearson-interval.ts'
import { CONFIDENCE, type Interval } from '../interval.ts'
import { weightSpread } from './design-effect.ts'
import type { Estimate } from './estimate.ts'
import type { Domain, SampleDesign } from './sample-design.ts'

/**
 * Interval of a share from a weighted or clustered sample: `logit(p) ± t(df)·SE/(p(1 − p))`, turned back. It never
 * leaves 0 to 1.
 *
 * @param share - from `estimateOf` of a mean of 0 and 1
 * @returns shares 0 to 1; null for 0 % and 100 % (see `kornGraubardInterval`) and without degrees of freedom
 * @see Korn and Graubard (1998), Survey Methodology 24; R survey: svyciprop(method = "logit")
 */
export function logitInterval(share: Estimate, confidence: number = CONFIDENCE): Interval | null {
  const { estimate: p, standardError, degreesOfFreedom: df } = share
  if (standardError === null || df < 1 || !(p > 0 && p < 1)) return null
  const middle = Math.log(p / (1 - p))
  const half = (tMultiplier(confidence, df) * standardError) / (p * (1 - p))
  return { low: expit(middle - half), high: expit(middle + half) }
}

const expit = (x: number) => 1 / (1 + Math.exp(-x))

/**
 * Clopper–Pearson limits with the effective sample size of the design: `n* = p(1 − p)/V`, times
 * `(t(n − 1)/t(df))²` for the degrees of freedom. For 0 % and 100 %, where V is 0, `n*` is Kish's `(Σw)²/Σw²` with the
 * same correction, and never more than n.
 *
 * @param share - from `estimateOf` of a mean of 0 and 1
 * `n` counts those who answered and have a weight; R counts every row of the design.
 *
 * @param effectiveN - Kish's, of those who answered; used for 0 % and 100 % only
 * @returns shares 0 to 1; null without degrees of freedom or with a single answer
 * @see Korn and Graubard (1998), Survey Methodology 24; R survey: svyciprop(method = "beta")
 */
export function kornGraubardInterval(
  share: Estimate,
  effectiveN: number,
  confidence: number = CONFIDENCE,
): Interval | null {
  const { estimate: p, standardError, degreesOfFreedom: df, n } = share
  if (standardError === null || df < 1 || n < 2) return null
  const correction = (tMultiplier(confidence, n - 1) / tMultiplier(confidence, df)) ** 2
  const isEdge = p <= 0 || p >= 1 || standardError === 0
  const size = isEdge
    ? Math.min(n, effectiveN * correction)
    : ((p * (1 - p)) / standardError ** 2) * correction
  return betaInterval(p * size, size, confidence)
}

/** Which interval of a share is shown. */
export interface ProportionInterval extends Interval {
  readonly method: 'logit' | 'korn-graubard'
}

/**
 * The interval of a share the product shows for weighted or clustered samples: logit, for 0 % and 100 %
 * Korn–Graubard. For simple random samples use `wilsonInterval`.
 *
 * @param share - from `estimateOf` of a mean of 0 and 1
 * @param domain - those who could answer, for Kish's effective number; everybody by default
 * @returns shares 0 to 1; null without degrees of freedom
 * @see Korn and Graubard (1998), Survey Methodology 24
 */
export function proportionInterval(
  design: SampleDesign,
  share: Estimate,
  domain: Domain | null = null,
  confidence: number = CONFIDENCE,
): ProportionInterval | null {
  const logit = logitInterval(share, confidence)
  if (logit) return { ...logit, method: 'logit' }
  const spread = weightSpread(design.weights, domain)
  const exact = spread && kornGraubardInterval(share, Math.min(spread.effectiveN, share.n), confidence)
  return exact && { ...exact, method: 'korn-graubard' }
}
