import { verdictOf, type WeightDiagnostics, type WeightVerdict } from '../statistics/design/index.ts'

/** What weights cost, as it is stored with a version and shown. */
export interface WeightCost {
  /** Kish's design effect of weighting; 1: nothing. */
  readonly designEffect: number
  /** As many equally weighted people would tell as much. */
  readonly effectiveCount: number
  /** How much of the sample's information is left. */
  readonly efficiencyPercent: number
  readonly verdict: WeightVerdict
  /** The smallest and the largest weight as multiples of the mean one. */
  readonly smallestRatio: number
  readonly largestRatio: number
}

export const WEIGHT_VERDICTS = [
  'sound',
  'marked',
  'warned',
  'illustrative',
] as const satisfies readonly WeightVerdict[]

interface Told {
  readonly designEffect: number
  readonly effectiveCount: number
  readonly smallestRatio: number
  readonly largestRatio: number
}

const costFrom = ({ designEffect, ...rest }: Told): WeightCost => ({
  designEffect,
  ...rest,
  efficiencyPercent: 100 / designEffect,
  verdict: verdictOf(designEffect),
})

/** The cost of weights just made. */
export function costOf({
  designEffect,
  effectiveN,
  smallest,
  largest,
  sum,
  n,
}: WeightDiagnostics): WeightCost {
  const mean = sum / n
  return costFrom({
    designEffect,
    effectiveCount: effectiveN,
    smallestRatio: smallest / mean,
    largestRatio: largest / mean,
  })
}

/** The cost as a stored document tells it. @throws RangeError for a document that is none */
export function readCost(document: unknown): WeightCost {
  const numbers = typeof document === 'object' && document !== null ? document : {}
  const of = (name: keyof Told): number => {
    const value: unknown = (numbers as Readonly<Record<string, unknown>>)[name]
    if (typeof value !== 'number') throw new RangeError(`A stored weight version without ${name}`)
    return value
  }
  return costFrom({
    designEffect: of('designEffect'),
    effectiveCount: of('effectiveCount'),
    smallestRatio: of('smallestRatio'),
    largestRatio: of('largestRatio'),
  })
}
