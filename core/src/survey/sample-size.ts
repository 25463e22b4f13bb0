/**
 * How many responses a survey of a finite population should reach: 95 % confidence, ±5 percentage points,
 * share 0.5, rounded to a whole person. Orientation only; it says nothing of samples that chose themselves.
 *
 * @param population - people the survey is about, at least 1
 * @see Cochran (1977), Sampling Techniques, §4.4
 */
export function recommendedSampleSize(population: number): number {
  if (!Number.isFinite(population) || population < 1)
    throw new RangeError('the population is at least one person')
  const needed = 1.96 ** 2 * 0.25
  return Math.round((population * needed) / ((population - 1) * 0.05 ** 2 + needed))
}
