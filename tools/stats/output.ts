import {
  logitInterval,
  kornGraubardInterval,
  type Estimate,
  type WeightSpread,
} from '@rozeznanie/core/statistics/design'
import type { Results } from './case.ts'

interface Ends {
  readonly low: number
  readonly high: number
}

/** An interval under the names of the reference cases. */
export const ends = (interval: Ends | null) => interval && { lower: interval.low, upper: interval.high }

/** An estimate under the names of the reference cases. */
export function printed(estimate: Estimate, deff?: number | null): Results {
  return {
    estimate: estimate.estimate,
    se: estimate.standardError,
    df: estimate.degreesOfFreedom,
    ciT: ends(estimate.tInterval),
    ciZ: ends(estimate.zInterval),
    ...(deff === undefined ? {} : { deff }),
    n: estimate.n,
  }
}

/** A share with the intervals that stay between 0 and 1. */
export function printedShare(share: Estimate, effectiveN: number, confidence: number): Results {
  return {
    ...printed(share),
    ciLogit: ends(logitInterval(share, confidence)),
    ciBeta: ends(kornGraubardInterval(share, effectiveN, confidence)),
  }
}

/** The spread of weights under the names of the reference cases. */
export function printedSpread(spread: WeightSpread | null): Results | null {
  return (
    spread && {
      n: spread.n,
      sumW: spread.sum,
      sumW2: spread.sumOfSquares,
      neff: spread.effectiveN,
      deffKish: spread.designEffect,
      cvW: spread.coefficientOfVariation,
      minW: spread.smallest,
      maxW: spread.largest,
      ratioMaxMin: spread.largestOverSmallest,
    }
  )
}
