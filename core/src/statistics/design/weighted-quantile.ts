import { tMultiplier } from '../distributions.ts'
import { ArgumentRefusedError } from '../errors.ts'
import { CONFIDENCE, type Interval } from '../interval.ts'
import { estimateOf } from './estimate.ts'
import { meanOf } from './linearised.ts'
import type { Domain, SampleDesign } from './sample-design.ts'

/** A quantile with Woodruff's interval, in the unit of the values. */
export interface QuantileEstimate {
  readonly estimate: number
  /** Half of the interval over t; null where an end of the interval does not exist. */
  readonly standardError: number | null
  /** Each end is null where the interval of the share leaves 0 to 1. */
  readonly low: number | null
  readonly high: number | null
  readonly degreesOfFreedom: number
  readonly n: number
}

/**
 * What a quantile is where the cumulated weight equals `p·W`: `eurostat` takes the mean of the two neighbours,
 * `smallest` the lower one (the inverse of the distribution function; R survey calls it `math`).
 */
export type QuantileRule = 'eurostat' | 'smallest'

/** Cumulated weights as near as this share of the total to `p·W` count as equal to it. */
const EQUAL = 1e-12

interface Distribution {
  readonly values: readonly number[]
  readonly cumulated: readonly number[]
}

function distributionOf(design: SampleDesign, values: Float64Array, domain: Domain | null): Distribution {
  const rows = [...values.keys()]
    .filter((row) => design.weights[row]! > 0 && (!domain || domain[row]) && Number.isFinite(values[row]!))
    .sort((a, b) => values[a]! - values[b]!)
  const distinct: number[] = []
  const cumulated: number[] = []
  let sum = 0
  for (const row of rows) {
    sum += design.weights[row]!
    if (distinct.at(-1) !== values[row]) distinct.push(values[row]!)
    cumulated[distinct.length - 1] = sum
  }
  return { values: distinct, cumulated }
}

function inverse({ values, cumulated }: Distribution, probability: number, rule: QuantileRule): number {
  const total = cumulated.at(-1)!
  const wanted = probability * total
  const slack = EQUAL * total
  const at = Math.max(
    cumulated.findIndex((sum) => sum >= wanted - slack),
    0,
  )
  const isEqual = Math.abs(cumulated[at]! - wanted) <= slack
  const next = values[at + 1]
  return rule === 'eurostat' && isEqual && next !== undefined ? (values[at]! + next) / 2 : values[at]!
}

/**
 * A weighted quantile: the smallest value whose cumulated weight exceeds `p·W`, at equality the mean of it and the
 * one before. Interval by Woodruff: the t interval of the share of people at or below the quantile, turned back into
 * values.
 *
 * @param probability - 0 to 1
 * @throws NothingToEstimateError when nobody in the group answered
 * @throws ArgumentRefusedError when the probability is not between 0 and 1
 * @see Eurostat (laeken::weightedQuantile); Woodruff (1952), J. Amer. Statist. Assoc. 47
 */
export function quantileOf(
  design: SampleDesign,
  values: Float64Array,
  probability: number,
  options: {
    readonly domain?: Domain | null
    readonly rule?: QuantileRule
    readonly confidence?: number
  } = {},
): QuantileEstimate {
  const { domain = null, rule = 'eurostat', confidence = CONFIDENCE } = options
  if (!(probability >= 0 && probability <= 1))
    throw new ArgumentRefusedError('rząd kwantyla musi leżeć między 0 a 1.')
  const check = meanOf(design, values, domain)
  const distribution = distributionOf(design, values, domain)
  const estimate = inverse(distribution, probability, rule)
  const below = values.map((value) => (Number.isFinite(value) ? (value <= estimate ? 1 : 0) : value))
  const share = estimateOf(design, meanOf(design, below, domain), confidence)
  const ends = endsOf(share.tInterval, (p) => inverse(distribution, p, rule))
  const df = share.degreesOfFreedom
  return {
    estimate,
    ...ends,
    standardError:
      ends.low === null || ends.high === null
        ? null
        : (ends.high - ends.low) / (2 * tMultiplier(confidence, df)),
    degreesOfFreedom: df,
    n: check.n,
  }
}

function endsOf(
  interval: Interval | null,
  valueAt: (p: number) => number,
): { low: number | null; high: number | null } {
  if (!interval) return { low: null, high: null }
  return {
    low: interval.low < 0 ? null : valueAt(interval.low),
    high: interval.high > 1 ? null : valueAt(interval.high),
  }
}
