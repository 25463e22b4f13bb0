import { SinglePsuError } from '../errors.ts'
import { zeros, type Matrix } from '../linear-algebra.ts'
import type { SampleDesign, SinglePsuRule, Stage } from './sample-design.ts'

/** Below this a group counts as taken whole. */
const WHOLE = 1e-7

function totalsOf(stage: Stage, scores: Float64Array): Float64Array {
  const totals = new Float64Array(stage.groupOfUnit.length)
  const { unitOfRow } = stage
  for (let row = 0; row < scores.length; row++) totals[unitOfRow[row]!]! += scores[row]!
  return totals
}

/** Groups with one unit drawn of more: what they contribute is a matter of the rule. */
const isSingle = ({ unitsInGroup, population }: Stage, group: number) =>
  unitsInGroup[group] === 1 && 1 - 1 / population[group]! >= WHOLE

/** For the rule `average`: all groups over those that are not single; NaN when all are. */
function groupsOverKnown(stage: Stage): number {
  const count = stage.unitsInGroup.length
  let singleCount = 0
  for (let group = 0; group < count; group++) if (isSingle(stage, group)) singleCount++
  return singleCount === count ? Number.NaN : count / (count - singleCount)
}

/** What the squared deviations of a group's units are multiplied by: `(1 − f)·n/(n − 1)`. */
export function groupFactors(stage: Stage, rule: SinglePsuRule): Float64Array {
  const isLeftOut = rule === 'certainty' || rule === 'average'
  const scale = rule === 'average' ? groupsOverKnown(stage) : 1
  return stage.unitsInGroup.reduce((factors, count, group) => {
    const free = 1 - count / stage.population[group]!
    const lonely = isLeftOut ? 0 : free
    factors[group] = free < WHOLE ? 0 : count > 1 ? (free * count) / (count - 1) : lonely
    factors[group]! *= stage.multiplier[group]! * scale
    return factors
  }, new Float64Array(stage.unitsInGroup.length))
}

/** √ of the factor of each unit's group. */
function unitFactors(stage: Stage, rule: SinglePsuRule): Float64Array {
  const ofGroup = groupFactors(stage, rule)
  return Float64Array.from(stage.groupOfUnit, (group) => Math.sqrt(ofGroup[group]!))
}

/** Takes each group's mean out of its units; a single unit loses the mean of all units, or nothing. */
function centre(stage: Stage, totals: Float64Array, rule: SinglePsuRule): void {
  const sums = new Float64Array(stage.unitsInGroup.length)
  let all = 0
  for (let unit = 0; unit < totals.length; unit++) {
    sums[stage.groupOfUnit[unit]!]! += totals[unit]!
    all += totals[unit]!
  }
  const middle = rule === 'adjust' ? all / totals.length : 0
  for (let unit = 0; unit < totals.length; unit++) {
    const group = stage.groupOfUnit[unit]!
    const count = stage.unitsInGroup[group]!
    totals[unit]! -= count > 1 ? sums[group]! / count : middle
  }
}

/** @throws SinglePsuError when the design has single-unit strata and its rule is `fail` */
export function refuseSingles(design: SampleDesign): void {
  if (design.singlePsu === 'fail' && design.singlePsuStrata.length > 0)
    throw new SinglePsuError(design.singlePsuStrata)
}

/** What the margins explain leaves the score: `w·residual(z / w)`. */
function calibrated(design: SampleDesign, scores: Float64Array): Float64Array {
  const { weights, calibration } = design
  if (!calibration) return scores
  const u = scores.map((score, row) => (weights[row] === 0 ? 0 : score / weights[row]!))
  calibration.residualise(u)
  for (let row = 0; row < u.length; row++) u[row]! *= weights[row]!
  return u
}

/**
 * Covariance matrix of estimators from their linearised, weighted scores (0 outside of the group and for missing
 * answers; every cluster and stratum stays in the formula):
 *
 * `V = Σ_h (1 − f_h)·n_h/(n_h − 1)·Σ_i (z_hi − z̄_h)(z_hi − z̄_h)'`
 *
 * with `z_hi` the sum of the scores of cluster i in stratum h and `f_h = n_h/N_h` (0 when N is unknown). With a
 * second stage the same term inside each cluster is added `f_h` times.
 *
 * @param scores - one array per estimator, each a value per row
 * @returns symmetric, in squared units of the estimators
 * @throws SinglePsuError when a stratum has one unit and the rule of the design is `fail`
 * @see Binder (1983), Int. Statist. Rev. 51; Särndal, Swensson and Wretman (1992), eq. 4.3.21
 */
export function covarianceOfScores(design: SampleDesign, scores: readonly Float64Array[]): Matrix {
  refuseSingles(design)
  const size = scores.length
  const covariance = zeros(size, size)
  const residuals = scores.map((column) => calibrated(design, column))
  for (const stage of design.stages) {
    const factors = unitFactors(stage, design.singlePsu)
    const deviations = residuals.map((column) => {
      const totals = totalsOf(stage, column)
      centre(stage, totals, design.singlePsu)
      return totals.map((total, unit) => total * factors[unit]!)
    })
    addCrossProducts(covariance, deviations)
  }
  return covariance
}

function addCrossProducts({ values }: Matrix, columns: readonly Float64Array[]): void {
  const size = columns.length
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      const a = columns[i]!
      const b = columns[j]!
      let sum = 0
      for (let unit = 0; unit < a.length; unit++) sum += a[unit]! * b[unit]!
      values[i * size + j]! += sum
      if (i !== j) values[j * size + i]! += sum
    }
}

/** The variance of one estimator, in its squared unit, 0 or more; see `covarianceOfScores` for formula and source. */
export function varianceOfScores(design: SampleDesign, scores: Float64Array): number {
  return covarianceOfScores(design, [scores]).values[0]!
}

/**
 * Degrees of freedom: clusters minus strata among rows with a weight other than 0 (and in the group, if one is given).
 * Tests count in the same way; R's svychisq counts rows of weight 0 too, and everybody where a calibrated design was
 * filtered, so that its denominator degrees are then larger.
 *
 * @returns 0 or more; with 0 no interval exists
 * @see Korn and Graubard (1999), Analysis of Health Surveys; R survey: degf
 */
export function degreesOfFreedom(design: SampleDesign, isCounted?: (row: number) => boolean): number {
  const [first] = design.stages
  const hasUnit = new Uint8Array(first!.groupOfUnit.length)
  for (let row = 0; row < design.rowCount; row++)
    if (design.weights[row]! !== 0 && (!isCounted || isCounted(row))) hasUnit[first!.unitOfRow[row]!] = 1
  const strata = new Uint8Array(first!.unitsInGroup.length)
  let units = 0
  hasUnit.forEach((has, unit) => {
    if (!has) return
    units++
    strata[first!.groupOfUnit[unit]!] = 1
  })
  return units - strata.reduce((sum, has) => sum + has, 0)
}
