import { NothingToEstimateError } from '../errors.ts'
import { checkLength } from './design-checks.ts'
import type { Label } from './codes.ts'
import type { Domain, SampleDesign } from './sample-design.ts'

/**
 * An estimator written as a sum of weighted scores over rows; its variance is the variance of that sum. Missing
 * answers are NaN in the columns and get the score 0, as do rows outside of the group.
 */
export interface Linearised {
  /** In the unit of the column; a share for shares. */
  readonly estimate: number
  /** A value per row. */
  readonly scores: Float64Array
  /** Rows that count: in the group, answered, with a weight above 0. */
  readonly n: number
  /** Sum of their weights: people they stand for. */
  readonly weightSum: number
  /** The group, or null for everybody; degrees of freedom are counted in it. */
  readonly domain: Domain | null
}

interface Base {
  readonly isCounted: Uint8Array
  readonly n: number
  readonly weightSum: number
}

function baseOf(design: SampleDesign, columns: readonly Float64Array[], domain: Domain | null): Base {
  for (const column of columns) checkLength(column, design.rowCount, 'kolumna odpowiedzi')
  if (domain) checkLength(domain, design.rowCount, 'grupa')
  const isCounted = new Uint8Array(design.rowCount)
  let n = 0
  let weightSum = 0
  for (let row = 0; row < design.rowCount; row++) {
    const weight = design.weights[row]!
    if (weight === 0 || (domain && !domain[row])) continue
    if (!columns.every((column) => Number.isFinite(column[row]!))) continue
    isCounted[row] = 1
    n++
    weightSum += weight
  }
  if (n === 0) throw new NothingToEstimateError()
  return { isCounted, n, weightSum }
}

function weightedSum(design: SampleDesign, values: Float64Array, isCounted: Uint8Array, origin = 0): number {
  let sum = 0
  for (let row = 0; row < values.length; row++)
    if (isCounted[row]) sum += design.weights[row]! * (values[row]! - origin)
  return sum
}

function scoresOf(isCounted: Uint8Array, scoreAt: (row: number) => number): Float64Array {
  const scores = new Float64Array(isCounted.length)
  for (let row = 0; row < scores.length; row++) if (isCounted[row]) scores[row] = scoreAt(row)
  return scores
}

/**
 * Weighted mean `ȳ = Σwy / W`, W the weights of those who answered; score `w(y − ȳ)/W`. A share is the mean of
 * 0 and 1, a net promoter score the mean of −100, 0, +100, a gap of needs the mean of a paired difference. Sums are
 * taken around the first value, so that equal answers have a variance of exactly 0.
 *
 * @param values - a value per row, NaN where missing
 * @param domain - the group; everybody by default
 * @returns in the unit of the values
 * @throws NothingToEstimateError when nobody in the group answered
 * @see Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, §5.7; R survey: svymean(na.rm = TRUE)
 */
export function meanOf(design: SampleDesign, values: Float64Array, domain: Domain | null = null): Linearised {
  const { isCounted, n, weightSum } = baseOf(design, [values], domain)
  const origin = values[isCounted.indexOf(1)]!
  const estimate = origin + weightedSum(design, values, isCounted, origin) / weightSum
  const scores = scoresOf(isCounted, (row) => (design.weights[row]! * (values[row]! - estimate)) / weightSum)
  return { estimate, scores, n, weightSum, domain }
}

/**
 * Weighted total `Σwy` over those who answered, in the unit of the values times people; score `wy`. Nothing is added
 * for missing answers, so that the total of a question many left out is too small.
 *
 * @throws NothingToEstimateError when nobody in the group answered
 * @see Särndal, Swensson and Wretman (1992), §2.8; R survey: svytotal(na.rm = TRUE)
 */
export function totalOf(
  design: SampleDesign,
  values: Float64Array,
  domain: Domain | null = null,
): Linearised {
  const { isCounted, n, weightSum } = baseOf(design, [values], domain)
  const scores = scoresOf(isCounted, (row) => design.weights[row]! * values[row]!)
  return { estimate: weightedSum(design, values, isCounted), scores, n, weightSum, domain }
}

/**
 * Ratio of two totals `R = Σwy / Σwx` over those with both answers; score `w(y − Rx)/X`. An unmet need is a ratio:
 * y marks people with a need and no service, x people with a need.
 *
 * @returns in the unit of the numerator per unit of the denominator
 * @throws NothingToEstimateError when nobody has both answers or the denominator is 0
 * @see Särndal, Swensson and Wretman (1992), §5.6; R survey: svyratio(na.rm = TRUE)
 */
export function ratioOf(
  design: SampleDesign,
  numerator: Float64Array,
  denominator: Float64Array,
  domain: Domain | null = null,
): Linearised {
  const { isCounted, n, weightSum } = baseOf(design, [numerator, denominator], domain)
  const below = weightedSum(design, denominator, isCounted)
  if (below === 0) throw new NothingToEstimateError('Mianownik ilorazu wynosi zero.')
  const estimate = weightedSum(design, numerator, isCounted) / below
  const scores = scoresOf(
    isCounted,
    (row) => (design.weights[row]! * (numerator[row]! - estimate * denominator[row]!)) / below,
  )
  return { estimate, scores, n, weightSum, domain }
}

function unionOf(a: Domain | null, b: Domain | null): Domain | null {
  return a && b && a.map((inA, row) => (inA || b[row] ? 1 : 0))
}

/**
 * Difference of two estimators by one score vector `score_a − score_b`: two groups, a part and the whole, a group
 * and everybody else. Errors of the two are never added as if they were independent. `n` is that of both groups;
 * of a part and the whole it is that of the whole.
 *
 * @returns in the unit of both estimators, a minus b
 * @see Binder (1983), Int. Statist. Rev. 51; R survey: svycontrast(svyby(…, covmat = TRUE))
 */
export function differenceOf(a: Linearised, b: Linearised): Linearised {
  return {
    estimate: a.estimate - b.estimate,
    scores: a.scores.map((score, row) => score - b.scores[row]!),
    n: a.domain && b.domain ? a.n + b.n : Math.max(a.n, b.n),
    weightSum: a.domain && b.domain ? a.weightSum + b.weightSum : Math.max(a.weightSum, b.weightSum),
    domain: unionOf(a.domain, b.domain),
  }
}

/** The same estimator in another unit: percent of a share, thousands of a total. */
export function scaled(linearised: Linearised, factor: number): Linearised {
  return {
    ...linearised,
    estimate: linearised.estimate * factor,
    scores: linearised.scores.map((score) => score * factor),
  }
}

/** 1 where the column says `label`, 0 where it says something else, NaN where it is missing (null). */
export function indicatorOf(column: ArrayLike<Label | null>, isIn: (label: Label) => boolean): Float64Array {
  return Float64Array.from(column, (label) => (label === null ? Number.NaN : isIn(label) ? 1 : 0))
}
