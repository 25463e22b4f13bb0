import { overMargins, type Margins, type Profiles } from './estimate-profiles.ts'

export { groupOf, type Group } from './estimate-group.ts'

/**
 * A sample of responses drawn one by one, with what its standard errors need. A filter or a column is a domain: those
 * outside have a score of 0 and stay in the formula.
 */
export interface Sample {
  readonly profiles: Profiles
  readonly isWeighted: boolean
  /** `(1 − f)·n/(n − 1)`; `null` for a single response. */
  readonly factor: number | null
  /** `1 − f`: what is left of the variance where much of a known population answered; 1 without one. */
  readonly unseen: number
}

/**
 * @param population - people the sample was drawn from at random, `null` when it was not or nobody knows
 */
export function sampleOf(profiles: Profiles, isWeighted: boolean, population: number | null): Sample {
  const n = profiles.responseCount
  const unseen = population !== null && population >= n && population > 0 ? 1 - n / population : 1
  return { profiles, isWeighted, unseen, factor: n < 2 ? null : (unseen * n) / (n - 1) }
}

/** An estimator as scores `u` of its people: their sum and sum of squares within each profile; 0 for all others. */
export interface Scores {
  readonly sum: Float64Array
  readonly squares: Float64Array
}

/** `(X'X)⁻¹X'u` */
const slopesOf = (margins: Margins, sum: Float64Array) => margins.factor.solve(overMargins(margins, sum))

/** What the margins explain of a score, for each profile: `x'(X'X)⁻¹X'u`. */
function explained({ margins, count }: Profiles, sum: Float64Array): Float64Array | null {
  if (margins === null) return null
  const { columns } = margins
  const slopes = slopesOf(margins, sum)
  const fitted = new Float64Array(count)
  for (const column of columns) for (let p = 0; p < count; p++) fitted[p]! += slopes[column[p]!]!
  return fitted
}

/**
 * Variance of an estimator with scores `z = w·(u − fitted)`: `(1 − f)·n/(n − 1)·(Σz² − (Σz)²/n)` over all n
 * responses, the residuals from the margins of the weights included.
 *
 * @returns in squared units of the estimator; `null` for a single response
 * @see core/statistics/design `covarianceOfScores`, of which this is the case of people drawn one by one
 */
export function varianceOf({ profiles, factor }: Sample, { sum, squares }: Scores): number | null {
  if (factor === null) return null
  const { count, weights, people, responseCount } = profiles
  const fitted = explained(profiles, sum)
  let ofSquares = 0
  let ofScores = 0
  for (let p = 0; p < count; p++) {
    const w = weights[p]!
    const m = fitted === null ? 0 : fitted[p]!
    ofSquares += w * w * (squares[p]! - 2 * m * sum[p]! + m * m * people[p]!)
    ofScores += w * (sum[p]! - m * people[p]!)
  }
  return Math.max(0, factor * (ofSquares - (ofScores * ofScores) / responseCount))
}

/**
 * What margins take out of products of scores: `Σw²·(m_a·m_b·N − m_a·u_b − m_b·u_a)` of every pair, m what they explain.
 * With `H_b = X'(w²·(m_b·N/2 − u_b))` it is `β_a'H_b + β_b'H_a`.
 */
function addExplained(products: Float64Array, profiles: Profiles, scores: readonly Scores[]): void {
  const { margins, weights, people } = profiles
  if (margins === null) return
  const slopes = scores.map(({ sum }) => slopesOf(margins, sum))
  const left = scores.map(({ sum }) => {
    const fitted = explained(profiles, sum)!
    const rest = fitted.map((m, p) => weights[p]! ** 2 * ((m * people[p]!) / 2 - sum[p]!))
    return overMargins(margins, rest)
  })
  const size = scores.length
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) {
      const [slope, rest] = [slopes[a]!, left[b]!]
      let sum = 0
      for (let k = 0; k < slope.length; k++) sum += slope[k]! * rest[k]!
      products[a * size + b]! += sum
      products[b * size + a]! += sum
    }
}

/** `Σw·(u − fitted)` of one estimator. */
function scoreTotal(profiles: Profiles, { sum }: Scores): number {
  const { weights, people } = profiles
  const fitted = explained(profiles, sum)
  let total = 0
  for (let p = 0; p < sum.length; p++) total += weights[p]! * (sum[p]! - (fitted?.[p] ?? 0) * people[p]!)
  return total
}

/**
 * Covariance matrix of estimators whose people are apart: nobody has a score in two of them.
 *
 * @returns row by row; `null` for a single response
 */
export function covarianceOf({ profiles, factor }: Sample, scores: readonly Scores[]): Float64Array | null {
  if (factor === null) return null
  const { weights, responseCount } = profiles
  const size = scores.length
  const products = new Float64Array(size * size)
  scores.forEach(({ squares }, at) => {
    for (let p = 0; p < squares.length; p++) products[at * size + at]! += weights[p]! ** 2 * squares[p]!
  })
  addExplained(products, profiles, scores)
  const totals = scores.map((score) => scoreTotal(profiles, score))
  return products.map((product, at) => {
    const [a, b] = [totals[Math.floor(at / size)]!, totals[at % size]!]
    return factor * (product - (a * b) / responseCount)
  })
}
