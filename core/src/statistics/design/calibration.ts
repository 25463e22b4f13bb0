import { ArgumentRefusedError } from '../errors.ts'
import { factorise, zeros, type Factor, type Matrix } from '../linear-algebra.ts'
import { checkLength } from './design-checks.ts'
import { profilesOf, type MarginProfiles } from './margin-profiles.ts'
import type { SampleDesign } from './sample-design.ts'

/** What the weights reproduce: categories (a code of 0 or more a row) and numbers. */
export interface CalibrationBasis {
  readonly factors: readonly { readonly codes: Int32Array; readonly categoryCount: number }[]
  readonly numbers: readonly Float64Array[]
}

/** Takes out of a score what the margins explain. */
export interface Calibration {
  readonly initialWeights: Float64Array
  readonly basis: CalibrationBasis
  /** Of `X'DX`, D the initial weights. */
  readonly factor: Factor
  /**
   * The residual of `u` (an unweighted score a row) in the regression on the margins with the initial weights,
   * in place.
   */
  readonly residualise: (u: Float64Array) => void
}

/** Categories and numbers together. */
export const columnCountOf = ({ factors, numbers }: CalibrationBasis) =>
  factors.reduce((sum, { categoryCount }) => sum + categoryCount, numbers.length)

/** `X'·diag(weights)·u`: sums of `u` over each category and each number. */
export function sumsOver(
  { factors, numbers }: CalibrationBasis,
  weights: Float64Array,
  u: Float64Array | null,
): Float64Array {
  const sums: number[] = []
  for (const { codes, categoryCount } of factors) {
    const part = new Float64Array(categoryCount)
    for (let row = 0; row < codes.length; row++) part[codes[row]!]! += weights[row]! * (u ? u[row]! : 1)
    sums.push(...part)
  }
  for (const values of numbers) {
    let sum = 0
    for (let row = 0; row < values.length; row++) sum += weights[row]! * values[row]! * (u ? u[row]! : 1)
    sums.push(sum)
  }
  return Float64Array.from(sums)
}

function addCategoriesByCategories(cross: Matrix, a: Block, b: Block, weights: Float64Array): void {
  const { values, columnCount } = cross
  for (let row = 0; row < weights.length; row++)
    values[(a.at + a.codes![row]!) * columnCount + b.at + b.codes![row]!]! += weights[row]!
}

function addNumbersByBlock(cross: Matrix, a: Block, b: Block, weights: Float64Array): void {
  const { values, columnCount } = cross
  for (let row = 0; row < weights.length; row++) {
    const column = b.codes ? b.at + b.codes[row]! : b.at
    const product = weights[row]! * a.numbers![row]! * (b.numbers ? b.numbers[row]! : 1)
    values[a.at * columnCount + column]! += product
    if (b.codes) values[column * columnCount + a.at]! += product
  }
}

export interface Block {
  /** Its first column. */
  readonly at: number
  readonly codes?: Int32Array
  readonly numbers?: Float64Array
}

/** Where each factor and number of a basis begins. */
export function blocksOf({ factors, numbers }: CalibrationBasis): Block[] {
  let at = 0
  const categories = factors.map(({ codes, categoryCount }) => {
    at += categoryCount
    return { at: at - categoryCount, codes }
  })
  return [...categories, ...numbers.map((values) => ({ at: at++, numbers: values }))]
}

/** `X'·diag(weights)·X`, factored. */
export function factoriseBasis(basis: CalibrationBasis, weights: Float64Array): Factor {
  const size = columnCountOf(basis)
  const cross = zeros(size, size)
  const blocks = blocksOf(basis)
  for (const a of blocks)
    for (const b of blocks) {
      if (a.codes && b.codes) addCategoriesByCategories(cross, a, b, weights)
      else if (a.numbers) addNumbersByBlock(cross, a, b, weights)
    }
  return factorise(cross)
}

/** `target[row] += sign · x_row'·coefficients`. */
export function addFitted(
  { factors, numbers }: CalibrationBasis,
  coefficients: Float64Array,
  target: Float64Array,
  sign: 1 | -1,
): void {
  let at = 0
  for (const { codes, categoryCount } of factors) {
    for (let row = 0; row < codes.length; row++) target[row]! += sign * coefficients[at + codes[row]!]!
    at += categoryCount
  }
  for (const values of numbers) {
    const slope = sign * coefficients[at++]!
    for (let row = 0; row < values.length; row++) target[row]! += slope * values[row]!
  }
}

/** `X'·diag(weights)·u` like `sumsOver`, the categories by profile in one pass. */
function sumsByProfile(
  { numbers }: CalibrationBasis,
  profiles: MarginProfiles,
  size: number,
  weights: Float64Array,
  u: Float64Array,
): Float64Array {
  const sums = new Float64Array(size)
  const byProfile = new Float64Array(profiles.count)
  for (let row = 0; row < u.length; row++) byProfile[profiles.ofRow[row]!]! += weights[row]! * u[row]!
  for (const columns of profiles.columns)
    byProfile.forEach((sum, profile) => (sums[columns[profile]!]! += sum))
  numbers.forEach((values, at) => {
    let sum = 0
    for (let row = 0; row < u.length; row++) sum += weights[row]! * values[row]! * u[row]!
    sums[size - numbers.length + at] = sum
  })
  return sums
}

/** `u[row] −= x_row'·coefficients`, the categories by profile in one pass. */
function subtractByProfile(
  { numbers }: CalibrationBasis,
  profiles: MarginProfiles,
  coefficients: Float64Array,
  u: Float64Array,
): void {
  const fitted = new Float64Array(profiles.count)
  for (const columns of profiles.columns)
    columns.forEach((column, profile) => (fitted[profile]! += coefficients[column]!))
  for (let row = 0; row < u.length; row++) u[row]! -= fitted[profiles.ofRow[row]!]!
  numbers.forEach((values, at) => {
    const slope = coefficients[coefficients.length - numbers.length + at]!
    for (let row = 0; row < u.length; row++) u[row]! -= slope * values[row]!
  })
}

/**
 * Regression on the margins with the initial weights: `u − x'(X'DX)⁻¹X'Du`. It runs twice; the second run takes
 * out what rounding left of the first.
 */
export function calibrationOf(basis: CalibrationBasis, initialWeights: Float64Array): Calibration {
  const factor = factoriseBasis(basis, initialWeights)
  const size = columnCountOf(basis)
  const residualise = (u: Float64Array) => {
    const profiles = profilesOf(basis.factors, u.length)
    for (let run = 0; run < 2; run++) {
      const coefficients = factor.solve(sumsByProfile(basis, profiles, size, initialWeights, u))
      subtractByProfile(basis, profiles, coefficients, u)
    }
  }
  return { initialWeights, basis, factor, residualise }
}

/**
 * The design with weights that were calibrated (raked, post-stratified) to margins. Standard errors then use the
 * residuals from the margins: regress the score on the margins with the INITIAL weights, multiply the residuals by
 * the FINAL weights, put them into the variance formula. Without a basis the new weights are taken as fixed. The
 * errors are those of R's calibrate (raking, linear) and postStratify; R's rake projects on each margin in turn with
 * final weights instead, so that its errors differ.
 *
 * @param weights - a value per row; `design` keeps the initial ones
 * @throws ArgumentRefusedError when weights are of another length or a weight is no number
 * @see Deville and Särndal (1992), J. Amer. Statist. Assoc. 87; Deville, Särndal and Sautory (1993), ibid. 88
 */
export function withWeights(
  design: SampleDesign,
  weights: Float64Array,
  basis: CalibrationBasis | null,
): SampleDesign {
  checkLength(weights, design.rowCount, 'kolumna wag')
  const wrong = weights.findIndex((weight) => !Number.isFinite(weight))
  if (wrong >= 0) throw new ArgumentRefusedError(`waga w wierszu ${wrong + 1} nie jest liczbą.`)
  return { ...design, weights, calibration: basis && calibrationOf(basis, design.weights) }
}
