import { normalMultiplier } from './distributions.ts'
import { ArgumentRefusedError } from './errors.ts'
import { CONFIDENCE } from './interval.ts'

/** What a sample has to achieve. */
export interface SampleSizeGoal {
  /** Half-width of the interval, a share: 0.05 for ±5 percentage points. */
  readonly margin: number
  /** People in the frame; `Infinity` or absent when unknown. */
  readonly populationSize?: number
  /** The expected share; 0.5, the most demanding, by default. */
  readonly share?: number
  /** Variance compared with a simple random sample; 1 by default. */
  readonly designEffect?: number
  readonly confidence?: number
}

/**
 * People needed for a given half-width of the interval of a share, with finite population correction:
 * `n₀ = deff·z²p(1 − p)/e²`, `n = n₀/(1 + (n₀ − 1)/N)`, rounded up.
 *
 * @returns people, never more than the population
 * @throws ArgumentRefusedError when a margin, share, population or design effect makes no sense
 * @see Cochran (1977), Sampling Techniques, eq. 4.2
 */
export function sampleSize(goal: SampleSizeGoal): number {
  const { margin, share = 0.5, designEffect = 1, populationSize = Infinity } = goal
  const isSound =
    margin > 0 && margin < 1 && share > 0 && share < 1 && designEffect > 0 && populationSize >= 1
  if (!isSound)
    throw new ArgumentRefusedError(
      'margines i odsetek muszą leżeć między 0 a 1, a liczebność i efekt schematu być dodatnie.',
    )
  const z = normalMultiplier(goal.confidence ?? CONFIDENCE)
  const unlimited = (designEffect * z * z * share * (1 - share)) / margin ** 2
  const needed = unlimited / (1 + (unlimited - 1) / populationSize)
  return Math.min(Math.ceil(needed - 1e-9), populationSize)
}
