import { addFitted, factoriseBasis, sumsOver, type CalibrationBasis } from '../design/calibration.ts'
import { MarginsRefusedError } from '../errors.ts'
import { basisOf, type PreparedMargins } from './margins.ts'

/** A number known for everybody asked and in total for the population: people in the household, area of a farm. */
export interface KnownTotal {
  readonly name: string
  readonly values: Float64Array
  readonly total: number
}

export interface LinearCalibration {
  /** A value per row; may be below 0, see `hasNegative`. */
  readonly weights: Float64Array
  /** For standard errors, see `withWeights`. */
  readonly basis: CalibrationBasis
  /** The smallest and largest weight as multiples of the base weight. */
  readonly ratioRange: { readonly low: number; readonly high: number }
  /** Some weight is below 0: rake with bounds instead. */
  readonly hasNegative: boolean
}

const REACHED = 1e-8

/**
 * Linear calibration (generalised regression weights): `w = d·(1 + x'λ)`, `λ = (X'DX)⁻¹(T − X'd)`: the weights
 * nearest to the base weights in the chi-square distance that reproduce every margin and total.
 *
 * @param margins - prepared; an intercept is in them (every person is in a category)
 * @throws MarginsRefusedError when a known number is missing for somebody, or the totals contradict each other
 * @see Deville and Särndal (1992), J. Amer. Statist. Assoc. 87
 */
export function calibrateLinearly(
  margins: PreparedMargins,
  totals: readonly KnownTotal[] = [],
): LinearCalibration {
  const { baseWeights } = margins
  refuseMissing(totals)
  const basis = { factors: basisOf(margins).factors, numbers: totals.map(({ values }) => values) }
  const targets = [
    ...margins.margins.flatMap((margin) => Array.from(margin.targets)),
    ...totals.map(({ total }) => total),
  ]
  const factor = factoriseBasis(basis, baseWeights)
  const weights = Float64Array.from(baseWeights)
  for (let run = 0; run < 2; run++) {
    const reached = sumsOver(basis, weights, null)
    const growth = new Float64Array(weights.length)
    addFitted(basis, factor.solve(targets.map((target, at) => target - reached[at]!)), growth, 1)
    for (let row = 0; row < weights.length; row++) weights[row]! += baseWeights[row]! * growth[row]!
  }
  refuseContradiction(targets, sumsOver(basis, weights, null))
  return { weights, basis, ...spreadOf(weights, baseWeights) }
}

function refuseMissing(totals: readonly KnownTotal[]): void {
  const unknown = totals.filter(
    ({ values, total }) => !Number.isFinite(total) || !values.every(Number.isFinite),
  )
  if (unknown.length > 0)
    throw new MarginsRefusedError(
      unknown.map(({ name }) => `Liczba „${name}” musi być znana dla każdej osoby i dla populacji.`),
    )
}

function refuseContradiction(targets: readonly number[], reached: Float64Array): void {
  if (targets.some((target, at) => Math.abs(target - reached[at]!) > REACHED * Math.max(1, Math.abs(target))))
    throw new MarginsRefusedError([
      'Podane sumy populacji przeczą sobie nawzajem. Proszę sprawdzić, czy dotyczą tej samej populacji.',
    ])
}

function spreadOf(weights: Float64Array, baseWeights: Float64Array) {
  let low = Infinity
  let high = -Infinity
  weights.forEach((weight, row) => {
    if (baseWeights[row] === 0) return
    low = Math.min(low, weight / baseWeights[row]!)
    high = Math.max(high, weight / baseWeights[row]!)
  })
  return { ratioRange: { low, high }, hasNegative: low < 0 }
}
