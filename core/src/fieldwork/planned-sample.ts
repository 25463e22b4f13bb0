/** z of a two-sided 95 % interval. */
const Z = 1.959964

/** How a sample is planned. */
export interface SamplePlan {
  /** People the survey is about, at least 1. */
  readonly population: number
  /** The largest error that is wanted, in percentage points: 5 is ±5. */
  readonly errorPoints: number
  /** How many times the variance is that of a simple random sample, at least 1. */
  readonly designEffect: number
}

/** The error and the design effect that are offered first, and those for a small municipality. */
export const USUAL_SAMPLE_PLAN = { errorPoints: 5, designEffect: 1.3 } as const
export const MODEST_ERROR_POINTS = 7

/**
 * How many responses a survey of a finite population needs: 95 % confidence, share 0.5, rounded up. Orientation only:
 * it says nothing of a sample that chose itself.
 *
 * @returns whole responses, at most the population
 * @see Cochran (1977), Sampling Techniques, §4.4; Kish (1965), Survey Sampling, §8.2, for the design effect
 */
export function plannedSampleSize({ population, errorPoints, designEffect }: SamplePlan): number {
  if (population < 1 || errorPoints <= 0 || designEffect < 1) throw new RangeError('no plan of a sample')
  const unlimited = (Z ** 2 * 0.25 * designEffect) / (errorPoints / 100) ** 2
  return Math.min(population, Math.ceil(unlimited / (1 + (unlimited - 1) / population)))
}
