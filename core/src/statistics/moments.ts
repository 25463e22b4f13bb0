/** Size, mean and spread of a set of numbers. */
export interface Moments {
  readonly count: number
  /** In the unit of the values. */
  readonly mean: number
  /** Of a sample (divisor n − 1), in the unit of the values; `null` for a single value. */
  readonly standardDeviation: number | null
}

/**
 * Mean and sample standard deviation, in two passes around the first value so that large values close together
 * keep their digits:
 * `mean = Σfx / n`, `s = √(Σf(x − mean)² / (n − 1))`.
 *
 * @param values - the numbers, or the different numbers when `frequencies` says how often each occurs
 * @param frequencies - as long as `values`, whole and not negative; once each when absent
 * @returns `null` when there is no value
 * @see Welford (1962) and Chan, Golub, LeVeque (1983) on why not the one-pass textbook formula
 */
export function moments(values: ArrayLike<number>, frequencies?: ArrayLike<number>): Moments | null {
  const origin = values.length > 0 ? values[0]! : 0
  let count = 0
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    const frequency = frequencies ? frequencies[i]! : 1
    count += frequency
    sum += frequency * (values[i]! - origin)
  }
  if (count === 0) return null
  const mean = origin + sum / count
  let squares = 0
  for (let i = 0; i < values.length; i++) {
    const frequency = frequencies ? frequencies[i]! : 1
    squares += frequency * (values[i]! - mean) ** 2
  }
  return { count, mean, standardDeviation: count > 1 ? Math.sqrt(squares / (count - 1)) : null }
}
