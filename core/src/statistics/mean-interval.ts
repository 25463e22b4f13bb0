import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import { UPPER_TAIL_START, type Interval } from './interval.ts'
import type { Moments } from './moments.ts'

/**
 * Student's interval of a mean in a simple random sample: `mean ± t(0.975; n − 1) · s / √n`.
 *
 * @returns in the unit of the values; `null` for a single value, where no spread is known
 * @see Student (1908), Biometrika 6
 */
export function meanInterval({ count, mean, standardDeviation }: Moments): Interval | null {
  if (standardDeviation === null) return null
  const halfWidth = (tQuantile(UPPER_TAIL_START, count - 1) * standardDeviation) / Math.sqrt(count)
  return { low: mean - halfWidth, high: mean + halfWidth }
}
