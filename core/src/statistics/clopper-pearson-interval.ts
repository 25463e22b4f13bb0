import { betaQuantileOf } from './distributions.ts'
import { CONFIDENCE, checkCount, checkedConfidence, type Interval } from './interval.ts'

/**
 * Clopper–Pearson limits from beta quantiles, for any (also broken) effective number of people:
 * low = `B(α/2; x, n − x + 1)`, high = `B(1 − α/2; x + 1, n − x)`.
 *
 * @returns shares 0 to 1; the low end is exactly 0 for `x = 0`, the high end exactly 1 for `x = n`
 */
export function betaInterval(x: number, n: number, confidence: number): Interval {
  const tail = (1 - checkedConfidence(confidence)) / 2
  return {
    low: x <= 0 ? 0 : betaQuantileOf(tail, x, n - x + 1),
    high: x >= n ? 1 : betaQuantileOf(1 - tail, x + 1, n - x),
  }
}

/**
 * Exact interval of a proportion in a simple random sample.
 *
 * @param successCount - people with the trait, 0 to `trialCount`
 * @param trialCount - people asked
 * @returns shares 0 to 1; null when nobody was asked
 * @throws ArgumentRefusedError for more people with the trait than asked, or a confidence outside of 0 to 1
 * @see Clopper and Pearson (1934), Biometrika 26
 */
export function clopperPearsonInterval(
  successCount: number,
  trialCount: number,
  confidence: number = CONFIDENCE,
): Interval | null {
  checkCount(successCount, trialCount)
  return trialCount === 0 ? null : betaInterval(successCount, trialCount, confidence)
}
