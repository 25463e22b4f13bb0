import betainc from '@stdlib/math-base-special-betainc'
import erfc from '@stdlib/math-base-special-erfc'
import gammainc from '@stdlib/math-base-special-gammainc'
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import studentQuantile from '@stdlib/stats-base-dists-t-quantile'
import { checkedConfidence } from './interval.ts'

/**
 * Upper tails are taken directly from the incomplete gamma and beta functions, never as `1 − cdf`, so that a
 * p-value of 1e-300 is still a number and not 0.
 */

/**
 * `P(χ² > x)` with `df` degrees of freedom (any positive number): `Q(df/2, x/2)`. 1 for `x ≤ 0`.
 *
 * @see NIST Digital Library of Mathematical Functions, §8.2; equal to `pchisq(lower.tail = FALSE)` of R
 */
export function chiSquareUpperTail(x: number, df: number): number {
  return x <= 0 ? 1 : gammainc(x / 2, df / 2, true, true)
}

/**
 * `P(F > x)` with `df1` and `df2` degrees of freedom, whole or not: `I(df2/(df2 + df1·x); df2/2, df1/2)`. 1 for
 * `x ≤ 0`.
 *
 * @see NIST Digital Library of Mathematical Functions, §8.17; equal to `pf(lower.tail = FALSE)` of R
 */
export function fUpperTail(x: number, df1: number, df2: number): number {
  return x <= 0 ? 1 : betainc(df2 / (df2 + df1 * x), df2 / 2, df1 / 2)
}

/**
 * `P(|T| > |t|)` of Student's t with `df` degrees of freedom (any positive number): `I(df/(df + t²); df/2, 1/2)`.
 * 1 for `t = 0`.
 *
 * @see NIST Digital Library of Mathematical Functions, §8.17; equal to `2·pt(−|t|)` of R
 */
export function tTwoSidedTail(t: number, df: number): number {
  return betainc(df / (df + t * t), df / 2, 0.5)
}

/**
 * `P(|Z| > |z|)` of the normal distribution: `erfc(|z|/√2)`. 1 for `z = 0`.
 *
 * @see NIST Digital Library of Mathematical Functions, §7.2; equal to `2·pnorm(−|z|)` of R
 */
export function normalTwoSidedTail(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2)
}

/**
 * The two-sided multiplier of Student's t: 12.706… for 95 % and one degree of freedom.
 *
 * @throws ArgumentRefusedError for a confidence outside of 0 to 1
 */
export function tMultiplier(confidence: number, df: number): number {
  return studentQuantile(1 - (1 - checkedConfidence(confidence)) / 2, df)
}

/**
 * The two-sided multiplier of the normal distribution: 1.959963984540054 for 95 %.
 *
 * @throws ArgumentRefusedError for a confidence outside of 0 to 1
 */
export function normalMultiplier(confidence: number): number {
  return normalQuantile(1 - (1 - checkedConfidence(confidence)) / 2, 0, 1)
}

/** The value below which a Beta(`a`, `b`) variable falls with `probability`. */
export function betaQuantileOf(probability: number, a: number, b: number): number {
  return betaQuantile(probability, a, b)
}

/**
 * The value below which an F variable falls with `probability`, from the beta quantile:
 * `F = df2·B / (df1·(1 − B))`, `B ~ Beta(df1/2, df2/2)`; `1 − B` is taken as a quantile of its own.
 */
export function fQuantile(probability: number, df1: number, df2: number): number {
  const below = betaQuantile(probability, df1 / 2, df2 / 2)
  const above = betaQuantile(1 - probability, df2 / 2, df1 / 2)
  return (df2 * below) / (df1 * above)
}
