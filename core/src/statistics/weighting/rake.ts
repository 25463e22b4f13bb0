import { ArgumentRefusedError } from '../errors.ts'
import type { PreparedMargins } from './margins.ts'
import { profilesOf, type Profiles } from './profiles.ts'

/** How far weights may move from base weights, as multiples of them. */
export interface WeightBounds {
  readonly low: number
  readonly high: number
}

/** The bounds the product proposes: 0.3 to 3 times the base weight. */
export const DEFAULT_BOUNDS: WeightBounds = { low: 0.3, high: 3 }

export interface RakingOptions {
  /** None: weights may move freely. */
  readonly bounds?: WeightBounds | null
  /** The largest gap of a category that counts as reached, a share of the population; 1e-9 by default. */
  readonly tolerance?: number
}

/** The category furthest from its target. */
export interface MarginGap {
  readonly margin: string
  readonly category: string
  /** Weighted share minus the share in the population, in percentage points. */
  readonly gapPercentagePoints: number
}

/** Raked weights, a value per row, in people of the population. */
export interface RakingResult {
  readonly weights: Float64Array
  /** Margins reached and bounds kept. When false the weights are the clipped ones of the last loop. */
  readonly converged: boolean
  /** Times that proportional fitting and clipping alternated. */
  readonly loopCount: number
  /** Passes over all margins, in all loops together. */
  readonly sweepCount: number
  /** The smallest and largest weight as multiples of the base weight. */
  readonly ratioRange: WeightBounds
  readonly worst: MarginGap
}

const MOST_LOOPS = 100
const MOST_SWEEPS = 500
const BOUND_SLACK = 1e-6
const TOLERANCE = 1e-9

function sumsByCategory(codes: Int32Array, weights: Float64Array, count: number): Float64Array {
  const sums = new Float64Array(count)
  for (let at = 0; at < codes.length; at++) sums[codes[at]!]! += weights[at]!
  return sums
}

/** The largest gap of any category, as a share of the population, and where it is. */
function worstGap({ margins, populationSize }: PreparedMargins, { codes }: Profiles, weights: Float64Array) {
  let worst = { share: 0, signed: 0, margin: 0, category: 0 }
  margins.forEach(({ targets, categories }, margin) => {
    sumsByCategory(codes[margin]!, weights, categories.length).forEach((sum, category) => {
      const signed = (sum - targets[category]!) / populationSize
      if (Math.abs(signed) > worst.share) worst = { share: Math.abs(signed), signed, margin, category }
    })
  })
  return worst
}

/** Iterative proportional fitting, in place. */
function fit(
  prepared: PreparedMargins,
  profiles: Profiles,
  weights: Float64Array,
  tolerance: number,
): { sweepCount: number; isReached: boolean } {
  for (let sweepCount = 1; sweepCount <= MOST_SWEEPS; sweepCount++) {
    prepared.margins.forEach(({ targets, categories }, margin) => {
      const codes = profiles.codes[margin]!
      const factors = sumsByCategory(codes, weights, categories.length)
      for (let category = 0; category < factors.length; category++)
        factors[category] = factors[category]! > 0 ? targets[category]! / factors[category]! : 0
      for (let at = 0; at < codes.length; at++) weights[at]! *= factors[codes[at]!]!
    })
    if (worstGap(prepared, profiles, weights).share < tolerance) return { sweepCount, isReached: true }
  }
  return { sweepCount: MOST_SWEEPS, isReached: false }
}

function ratioRangeOf(weights: Float64Array, base: Float64Array): WeightBounds {
  let low = Infinity
  let high = 0
  for (let at = 0; at < base.length; at++) {
    if (base[at] === 0) continue
    const ratio = weights[at]! / base[at]!
    low = Math.min(low, ratio)
    high = Math.max(high, ratio)
  }
  return { low, high }
}

function assertBounds(bounds: WeightBounds | null): void {
  if (bounds && !(bounds.low >= 0 && bounds.low <= 1 && bounds.high >= 1))
    throw new ArgumentRefusedError(
      'dolna granica wag musi leżeć między 0 a 1, a górna nie może być mniejsza niż 1.',
    )
}

/**
 * Raking with trimming: proportional fitting to every margin in turn, alternating with clipping to the bounds.
 *
 * ```
 * w = d (base weights, sum N)
 * repeat up to 100: w = ipf(w) until max |Σ_k w − T_k| / N < tolerance (at most 500 sweeps)
 *   r = w/d; if low − 1e-6 ≤ r ≤ high + 1e-6 everywhere: converged
 *   w = d·clip(r, low, high)
 * ```
 *
 * People with the same categories share r, so the work is done on their combinations: the time does not grow with
 * the number of sweeps times people.
 *
 * @returns not converged, with the worst category, when bounds or margins cannot be met
 * @throws ArgumentRefusedError for bounds that do not embrace 1
 * @see Deming and Stephan (1940), Ann. Math. Statist. 11; Izrael, Battaglia and Frankel (2009), SAS Global Forum 247
 */
export function rake(prepared: PreparedMargins, options: RakingOptions = {}): RakingResult {
  const bounds = options.bounds ?? null
  assertBounds(bounds)
  const profiles = profilesOf(prepared)
  const weights = profiles.baseWeights.slice()
  const state = { converged: false, loopCount: 0, sweepCount: 0 }
  while (!state.converged && state.loopCount < MOST_LOOPS) {
    const { sweepCount, isReached } = fit(prepared, profiles, weights, options.tolerance ?? TOLERANCE)
    state.loopCount++
    state.sweepCount += sweepCount
    const range = ratioRangeOf(weights, profiles.baseWeights)
    const isInside =
      !bounds || (range.low >= bounds.low - BOUND_SLACK && range.high <= bounds.high + BOUND_SLACK)
    state.converged = isInside && isReached
    if (isInside) break
    clip(weights, profiles.baseWeights, bounds)
  }
  return { ...state, ...describe(prepared, profiles, weights) }
}

function clip(weights: Float64Array, base: Float64Array, { low, high }: WeightBounds): void {
  for (let at = 0; at < weights.length; at++)
    weights[at] = Math.min(Math.max(weights[at]!, base[at]! * low), base[at]! * high)
}

function describe(prepared: PreparedMargins, profiles: Profiles, weights: Float64Array) {
  const { baseWeights, profileOfRow, scale } = profiles
  const ratios = weights.map((weight, at) => (baseWeights[at]! > 0 ? (weight / baseWeights[at]!) * scale : 0))
  const gap = worstGap(prepared, profiles, weights)
  const margin = prepared.margins[gap.margin]!
  const rows = new Float64Array(profileOfRow.length)
  for (let row = 0; row < rows.length; row++)
    rows[row] = prepared.baseWeights[row]! * ratios[profileOfRow[row]!]!
  return {
    weights: rows,
    ratioRange: ratioRangeOf(weights, baseWeights),
    worst: {
      margin: margin.name,
      category: margin.categories[gap.category]!,
      gapPercentagePoints: 100 * gap.signed,
    },
  }
}
