import { normalMultiplier, tMultiplier } from '../distributions.ts'
import { CONFIDENCE, type Interval } from '../interval.ts'
import type { Linearised } from './linearised.ts'
import type { SampleDesign } from './sample-design.ts'
import { degreesOfFreedom, varianceOfScores } from './variance.ts'

/** A number with its error. Everything is in the unit of the estimate. */
export interface Estimate {
  readonly estimate: number
  /** Null when the whole design has no degree of freedom, so that no error can be known. */
  readonly standardError: number | null
  /** Clusters minus strata, of the group when there is one. */
  readonly degreesOfFreedom: number
  /** `estimate ± t(df)·SE`; null without degrees of freedom. */
  readonly tInterval: Interval | null
  /** `estimate ± z·SE`, for comparison with tools that use the normal distribution. */
  readonly zInterval: Interval | null
  /** Rows behind the number; rows of weight 0 are not counted. */
  readonly n: number
  readonly weightSum: number
}

/** `estimate ± multiplier · standardError`. */
export function intervalAround(estimate: number, standardError: number, multiplier: number): Interval {
  return { low: estimate - multiplier * standardError, high: estimate + multiplier * standardError }
}

/**
 * Standard error `√V` of the scores and the intervals around the estimate, all in the unit of the estimate.
 *
 * Degrees of freedom are those of the group of the estimator; a missing answer is no filter, so it takes none away.
 * A group inside one cluster has an error and no t interval; a design of one cluster has neither.
 *
 * @param confidence - 0 to 1, 0.95 by default
 * @throws SinglePsuError when the design refuses single-unit strata
 * @throws ArgumentRefusedError for a confidence outside of 0 to 1
 * @see Korn and Graubard (1999), Analysis of Health Surveys; R survey: confint(svymean(…), df = degf(design))
 */
export function estimateOf(
  design: SampleDesign,
  linearised: Linearised,
  confidence: number = CONFIDENCE,
): Estimate {
  const { estimate, domain, n, weightSum } = linearised
  const df = degreesOfFreedom(design, domain ? (row) => domain[row] === 1 : undefined)
  const isKnown = df > 0 || degreesOfFreedom(design) > 0 || isCensus(design)
  const standardError = isKnown ? Math.sqrt(varianceOfScores(design, linearised.scores)) : null
  return {
    estimate,
    standardError,
    degreesOfFreedom: df,
    tInterval:
      standardError === null || df < 1
        ? null
        : intervalAround(estimate, standardError, tMultiplier(confidence, df)),
    zInterval:
      standardError === null ? null : intervalAround(estimate, standardError, normalMultiplier(confidence)),
    n,
    weightSum,
  }
}

/** Every first-stage unit of the population is in the sample. */
function isCensus({ stages: [first] }: SampleDesign): boolean {
  return first!.unitsInGroup.every((count, stratum) => count === first!.population[stratum])
}
