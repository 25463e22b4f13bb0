import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { CONFIDENCE, checkCount, checkedConfidence, type Interval } from './interval.ts'

/**
 * Wilson score interval of a proportion in a simple random sample, without continuity correction:
 * `(p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)`, z exact (1.959963984540054 for 95 %).
 *
 * @param successCount - people with the trait, 0 to `trialCount`
 * @param trialCount - people asked
 * @returns shares 0 to 1; the low end is exactly 0 when nobody has the trait, the high end exactly 1
 *   when everybody has; `null` when nobody was asked
 * @throws ArgumentRefusedError for more people with the trait than asked, or a confidence outside of 0 to 1
 * @see Wilson (1927), J. Amer. Statist. Assoc. 22; Brown, Cai and DasGupta (2001), Statist. Sci. 16
 */
export function wilsonInterval(
  successCount: number,
  trialCount: number,
  confidence: number = CONFIDENCE,
): Interval | null {
  checkCount(successCount, trialCount)
  const z = normalQuantile(1 - (1 - checkedConfidence(confidence)) / 2, 0, 1)
  if (trialCount === 0) return null
  const share = successCount / trialCount
  const zz = (z * z) / trialCount
  const centre = share + zz / 2
  const halfWidth = z * Math.sqrt((share * (1 - share)) / trialCount + zz / (4 * trialCount))
  return {
    low: successCount === 0 ? 0 : (centre - halfWidth) / (1 + zz),
    high: successCount === trialCount ? 1 : (centre + halfWidth) / (1 + zz),
  }
}
