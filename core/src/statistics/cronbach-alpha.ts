import { fQuantile } from './distributions.ts'
import { ArgumentRefusedError, NothingToEstimateError } from './errors.ts'
import { CONFIDENCE, checkedConfidence, type Interval } from './interval.ts'
import { zeros, type Matrix } from './linear-algebra.ts'

/** One question of a scale. */
export interface ScaleItem {
  /** Alpha of the scale without it; null for a scale of two. */
  readonly alphaIfDeleted: number | null
  /** Correlation with the sum of the others; null where either does not vary. */
  readonly itemRestCorrelation: number | null
}

/** How well the questions of a scale go together. */
export interface Reliability {
  /** People who answered every question. */
  readonly n: number
  readonly itemCount: number
  /** `k/(k − 1)·(1 − Σ item variances / variance of the sum)`; below 0 for a broken scale. */
  readonly alpha: number
  /** Alpha of standardised items, from the mean correlation; null where an item does not vary. */
  readonly standardisedAlpha: number | null
  /** Feldt's, for people drawn one by one; null with weights. */
  readonly interval: Interval | null
  readonly items: readonly ScaleItem[]
  /** Alpha is below 0.5, or higher without some item: look for reversed questions. */
  readonly mayHaveReversedItems: boolean
}

const POOR_ALPHA = 0.5

/** A variance of a sum below this share of the items' variances is rounding. */
const NO_VARIANCE = 1e-12

/** Rows in which every item is answered and the weight is above 0. */
function completeRows(items: readonly Float64Array[], weights: ArrayLike<number> | null): number[] {
  return [...items[0]!.keys()].filter(
    (row) => (!weights || weights[row]! > 0) && items.every((item) => Number.isFinite(item[row]!)),
  )
}

/** Covariances with divisor n − 1 (weighted: `n/(n − 1)·Σw(x − x̄)(y − ȳ)/W`). */
function covariances(
  items: readonly Float64Array[],
  rows: readonly number[],
  weights: ArrayLike<number> | null,
): Matrix {
  const weightOf = (row: number) => (weights ? weights[row]! : 1)
  const all = rows.reduce((sum, row) => sum + weightOf(row), 0)
  const means = items.map((item) => {
    const origin = item[rows[0]!]!
    return origin + rows.reduce((sum, row) => sum + weightOf(row) * (item[row]! - origin), 0) / all
  })
  const matrix = zeros(items.length, items.length)
  const factor = rows.length / (rows.length - 1) / all
  for (let i = 0; i < items.length; i++)
    for (let j = 0; j < items.length; j++) {
      let sum = 0
      for (const row of rows)
        sum += weightOf(row) * (items[i]![row]! - means[i]!) * (items[j]![row]! - means[j]!)
      matrix.values[i * items.length + j] = sum * factor
    }
  return matrix
}

/** Alpha of the items chosen, from their covariances; null when their sum does not vary. */
function alphaOf({ values, columnCount }: Matrix, chosen: readonly number[]): number | null {
  let diagonal = 0
  let all = 0
  for (const i of chosen)
    for (const j of chosen) {
      all += values[i * columnCount + j]!
      if (i === j) diagonal += values[i * columnCount + j]!
    }
  return all > NO_VARIANCE * diagonal ? (chosen.length / (chosen.length - 1)) * (1 - diagonal / all) : null
}

function standardised({ values, columnCount: k }: Matrix): number | null {
  let sum = 0
  for (let i = 0; i < k; i++)
    for (let j = 0; j < i; j++) sum += values[i * k + j]! / Math.sqrt(values[i * k + i]! * values[j * k + j]!)
  const mean = (2 * sum) / (k * (k - 1))
  const alpha = (k * mean) / (1 + (k - 1) * mean)
  return Number.isFinite(alpha) ? alpha : null
}

function itemRest({ values, columnCount: k }: Matrix, item: number): number | null {
  let withRest = 0
  let restVariance = 0
  let restDiagonal = 0
  for (let i = 0; i < k; i++) {
    if (i === item) continue
    withRest += values[item * k + i]!
    restDiagonal += values[i * k + i]!
    for (let j = 0; j < k; j++) if (j !== item) restVariance += values[i * k + j]!
  }
  const spread = restVariance > NO_VARIANCE * restDiagonal ? values[item * k + item]! * restVariance : 0
  return spread > 0 ? withRest / Math.sqrt(spread) : null
}

/** Feldt's interval: `1 − (1 − α)·F(1 ∓ (1 − confidence)/2; n − 1, (n − 1)(k − 1))`. */
function feldtInterval(alpha: number, n: number, k: number, confidence: number): Interval {
  const tail = (1 - checkedConfidence(confidence)) / 2
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)]
  return {
    low: 1 - (1 - alpha) * fQuantile(1 - tail, df1, df2),
    high: 1 - (1 - alpha) * fQuantile(tail, df1, df2),
  }
}

/**
 * Cronbach's alpha of a scale, listwise (people who answered every item).
 *
 * @param items - a column per question, a value per row, NaN where missing; same direction, same length
 * @param options.weights - people a row stands for; without them everybody counts the same
 * @returns null for a single question, where alpha has no meaning
 * @throws NothingToEstimateError when fewer than two people answered everything, or their sums do not differ
 * @see Cronbach (1951), Psychometrika 16; Feldt, Woodruff and Salih (1987), Appl. Psychol. Meas. 11
 */
export function cronbachAlpha(
  items: readonly Float64Array[],
  options: { readonly weights?: ArrayLike<number>; readonly confidence?: number } = {},
): Reliability | null {
  const k = items.length
  if (k < 2) return null
  if (items.some((item) => item.length !== items[0]!.length))
    throw new ArgumentRefusedError('pytania skali muszą mieć tyle samo odpowiedzi.')
  const weights = options.weights ?? null
  const rows = completeRows(items, weights)
  if (rows.length < 2)
    throw new NothingToEstimateError('Mniej niż dwie osoby odpowiedziały na wszystkie pytania skali.')
  const matrix = covariances(items, rows, weights)
  const everything = [...items.keys()]
  const alpha = alphaOf(matrix, everything)
  if (alpha === null) throw new NothingToEstimateError('Suma odpowiedzi jest u wszystkich taka sama.')
  const described = everything.map((item) => ({
    alphaIfDeleted:
      k > 2
        ? alphaOf(
            matrix,
            everything.filter((other) => other !== item),
          )
        : null,
    itemRestCorrelation: itemRest(matrix, item),
  }))
  return {
    n: rows.length,
    itemCount: k,
    alpha,
    standardisedAlpha: standardised(matrix),
    interval: weights ? null : feldtInterval(alpha, rows.length, k, options.confidence ?? CONFIDENCE),
    items: described,
    mayHaveReversedItems:
      alpha < POOR_ALPHA || described.some(({ alphaIfDeleted }) => (alphaIfDeleted ?? alpha) > alpha),
  }
}
