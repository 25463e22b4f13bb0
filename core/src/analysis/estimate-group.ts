import { overMargins, type Margins, type Profiles } from './estimate-profiles.ts'
import type { Sample } from './estimate-variance.ts'

/** People of a group by profile, and how many they stand for. */
export interface Group {
  readonly people: Float64Array
  readonly n: number
  readonly weighted: number
  /** `Σw²` */
  readonly squares: number
  /** `(Σw)²/Σw²`; 0 for nobody. */
  readonly effective: number
  /** What the margins explain of belonging to the group; `null` where nothing is explained. */
  readonly explained: Explained | null
}

/** The regression of a group's indicator on the margins: `β = (X'X)⁻¹X'1`, and what variances need of it. */
interface Explained {
  readonly slopes: Float64Array
  /** `X'diag(w²)X·β` */
  readonly spread: Float64Array
  /** `X'w²·1` */
  readonly shared: Float64Array
  /** `w'Xβ` */
  readonly total: number
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!
  return sum
}

function explainedOf(margins: Margins, people: Float64Array, weights: Float64Array): Explained {
  const { factor, moments, totals, size } = margins
  const slopes = factor.solve(overMargins(margins, people))
  const spread = new Float64Array(size)
  for (let k = 0; k < size; k++) {
    let sum = 0
    for (let l = 0; l < size; l++) sum += moments[k * size + l]! * slopes[l]!
    spread[k] = sum
  }
  const shared = overMargins(
    margins,
    people.map((count, p) => count * weights[p]! * weights[p]!),
  )
  return { slopes, spread, shared, total: dot(slopes, totals) }
}

/** Sums a group up. */
export function groupOf({ weights, margins }: Profiles, people: Float64Array): Group {
  let n = 0
  let weighted = 0
  let squares = 0
  for (let p = 0; p < people.length; p++) {
    const here = people[p]!
    n += here
    weighted += here * weights[p]!
    squares += here * weights[p]! * weights[p]!
  }
  const explained = margins && explainedOf(margins, people, weights)
  return { people, n, weighted, squares, effective: squares > 0 ? weighted ** 2 / squares : 0, explained }
}

/** A score that is a sum of factors over the groups a person belongs to. */
export interface Combination {
  readonly terms: readonly (readonly [Group, number])[]
  /** `Σw²u²` */
  readonly squares: number
  /** `Σwu` */
  readonly total: number
}

/**
 * Variance of an estimator whose score is a combination of groups; the same as `varianceOf`, from sums of the groups.
 *
 * @returns `null` for a single response
 */
export function varianceOfGroups({ profiles, factor }: Sample, combination: Combination): number | null {
  if (factor === null) return null
  const { terms } = combination
  let { squares, total } = combination
  for (const [{ explained: one }, a] of terms) {
    if (one === null) continue
    total -= a * one.total
    for (const [{ explained: other }, b] of terms)
      if (other !== null)
        squares += a * b * (dot(one.slopes, other.spread) - 2 * dot(one.slopes, other.shared))
  }
  return Math.max(0, factor * (squares - total ** 2 / profiles.responseCount))
}

/** Covariance matrix of the weighted people in groups that share nobody, row by row; `null` for a single response. */
export function covarianceOfGroups(
  { profiles, factor }: Sample,
  groups: readonly Group[],
): Float64Array | null {
  if (factor === null) return null
  const size = groups.length
  const totals = groups.map(({ weighted, explained }) => weighted - (explained?.total ?? 0))
  const covariance = new Float64Array(size * size)
  groups.forEach(({ squares, explained: one }, a) => {
    for (let b = 0; b <= a; b++) {
      const other = groups[b]!.explained
      let products = a === b ? squares : 0
      if (one !== null && other !== null)
        products +=
          dot(one.slopes, other.spread) - dot(one.slopes, other.shared) - dot(other.slopes, one.shared)
      const value = factor * (products - (totals[a]! * totals[b]!) / profiles.responseCount)
      covariance[a * size + b] = value
      covariance[b * size + a] = value
    }
  })
  return covariance
}

/** Variance of the share of `part` among `whole`, which holds it: of `(1_part − p·1_whole)/N_whole`. */
export function varianceOfShare(sample: Sample, part: Group, whole: Group): number | null {
  const share = part.weighted / whole.weighted
  const squares = part.squares * (1 - share) ** 2 + (whole.squares - part.squares) * share ** 2
  return varianceOfGroups(sample, {
    terms: [
      [part, 1 / whole.weighted],
      [whole, -share / whole.weighted],
    ],
    squares: squares / whole.weighted ** 2,
    total: 0,
  })
}
