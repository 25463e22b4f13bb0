import type { Linearised } from './linearised.ts'
import type { Domain, SampleDesign } from './sample-design.ts'
import { varianceOfScores } from './variance.ts'

/** Compared with a simple random sample drawn without replacement (`wor`) or with it (`replace`). */
export type DesignEffectForm = 'wor' | 'replace'

/** `S² = n/(n − 1)·Σw(y − ȳ)²/W` over those who answered. */
function populationVariance(design: SampleDesign, values: Float64Array, mean: Linearised): number {
  const { estimate, n, weightSum, domain } = mean
  let squares = 0
  for (let row = 0; row < values.length; row++) {
    if (design.weights[row] === 0 || (domain && !domain[row]) || !Number.isFinite(values[row]!)) continue
    squares += design.weights[row]! * (values[row]! - estimate) ** 2
  }
  return ((n / (n - 1)) * squares) / weightSum
}

/**
 * Design effect of a mean: its variance over that of a simple random sample of the same size,
 * `V / ((1 − n/W)·S²/n)`, for `replace` without `(1 − n/W)`.
 *
 * @param mean - from `meanOf` of the same values and group
 * @returns a ratio, 1 for a simple random sample; null where everybody answered the same, for a single answer, and
 *   for `wor` when the weights do not add up to more people than answered (they are not scaled to the population)
 * @see Kish (1965), Survey Sampling, §8.2; the formula is that of R survey 4.1
 */
export function designEffect(
  design: SampleDesign,
  values: Float64Array,
  mean: Linearised,
  form: DesignEffectForm,
): number | null {
  const { n, weightSum } = mean
  if (n < 2 || (form === 'wor' && weightSum <= n)) return null
  const finite = form === 'wor' ? 1 - n / weightSum : 1
  const simple = (finite * populationVariance(design, values, mean)) / n
  return simple > 0 ? varianceOfScores(design, mean.scores) / simple : null
}

/** What unequal weights alone cost, and how unequal they are. */
export interface WeightSpread {
  /** Rows with a weight above 0. */
  readonly n: number
  readonly sum: number
  readonly sumOfSquares: number
  /** `(Σw)²/Σw²`: as many equally weighted people would tell as much. */
  readonly effectiveN: number
  /** `n / effectiveN`, 1 when all weights are equal. */
  readonly designEffect: number
  /** Standard deviation (divisor n) over mean. */
  readonly coefficientOfVariation: number
  readonly smallest: number
  readonly largest: number
  readonly largestOverSmallest: number
}

/**
 * Kish's design effect of weighting, over rows with a weight above 0 (of the group only, never of rows a filter
 * left out).
 *
 * @returns null when no row has a weight
 * @see Kish (1965), Survey Sampling, §11.7
 */
export function weightSpread(weights: ArrayLike<number>, domain: Domain | null = null): WeightSpread | null {
  let n = 0
  let sum = 0
  let sumOfSquares = 0
  let smallest = Infinity
  let largest = 0
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!
    if (!(weight > 0) || (domain && !domain[row])) continue
    n++
    sum += weight
    sumOfSquares += weight * weight
    smallest = Math.min(smallest, weight)
    largest = Math.max(largest, weight)
  }
  if (n === 0) return null
  const deff = (n * sumOfSquares) / (sum * sum)
  return {
    n,
    sum,
    sumOfSquares,
    effectiveN: n / deff,
    designEffect: deff,
    coefficientOfVariation: Math.sqrt(Math.max(deff - 1, 0)),
    smallest,
    largest,
    largestOverSmallest: largest / smallest,
  }
}
