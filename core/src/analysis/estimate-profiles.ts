import { factorise, zeros, type Factor } from '../statistics/linear-algebra.ts'
import type { AppliedWeights } from './weights.ts'

/**
 * Responses alike in weight and in every margin of the weights. Whatever is asked of a table needs only how many of
 * each kind stand in each cell, so that one pass over the responses counts and the rest is done on kinds.
 */
export interface Profiles {
  readonly count: number
  /** The profile of each response; `null` where there is only one. */
  readonly ofResponse: Uint8Array | Uint16Array | Int32Array | null
  /** All responses of the survey, also those that a filter leaves out. */
  readonly responseCount: number
  /** Final weight, 1 without weights. */
  readonly weights: Float64Array
  /** Responses of the profile in the whole survey. */
  readonly people: Float64Array
  /** What standard errors take out of scores; `null`: nothing. */
  readonly margins: Margins | null
}

/** Margins that the weights reproduce, with equal initial weights. */
export interface Margins {
  /** Of each factor the column of each profile in `X`. */
  readonly columns: readonly Int32Array[]
  readonly size: number
  /** Of `X'X` over all responses. */
  readonly factor: Factor
  /** `X'diag(w²)X` over all responses, row by row. */
  readonly moments: Float64Array
  /** `X'w` over all responses. */
  readonly totals: Float64Array
}

/** Sums over each category of the margins: `X'u`. */
export function overMargins({ columns, size }: Margins, values: Float64Array): Float64Array {
  const sums = new Float64Array(size)
  for (const column of columns) for (let p = 0; p < values.length; p++) sums[column[p]!]! += values[p]!
  return sums
}

/** Everybody counts as one. */
export function unweightedProfiles(responseCount: number): Profiles {
  return {
    count: 1,
    ofResponse: null,
    responseCount,
    weights: Float64Array.of(1),
    people: Float64Array.of(responseCount),
    margins: null,
  }
}

type Factors = NonNullable<AppliedWeights['basis']>['factors']

/** Up to so many keys are looked up directly (16 MB). */
const DIRECT = 1 << 22

/** A number from 0 for each response. */
interface Combined {
  readonly codes: Int32Array
  readonly count: number
}

/** Renumbers keys densely in the order in which they are met. */
function dense(keys: Float64Array, keyCount: number): Combined {
  const codes = new Int32Array(keys.length)
  const table = keyCount <= DIRECT ? new Int32Array(keyCount).fill(-1) : null
  const map = new Map<number, number>()
  let count = 0
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!
    let code = table ? table[key]! : (map.get(key) ?? -1)
    if (code < 0) {
      code = count++
      if (table) table[key] = code
      else map.set(key, code)
    }
    codes[i] = code
  }
  return { codes, count }
}

/** Numbers the combinations of all factors. */
function combine(factors: Factors, length: number): Combined {
  let current: Combined = { codes: new Int32Array(length), count: 1 }
  for (const { codes, categoryCount } of factors) {
    const keys = new Float64Array(length)
    for (let i = 0; i < length; i++) keys[i] = current.codes[i]! * categoryCount + codes[i]!
    current = dense(keys, current.count * categoryCount)
  }
  return current
}

/** Splits profiles whose responses differ in weight; raking from equal weights leaves none to split. */
function splitByWeight({ codes, count }: Combined, weights: Float64Array): Combined {
  const own = new Float64Array(count).fill(-1)
  let isSplit = false
  for (let i = 0; i < codes.length; i++) {
    const profile = codes[i]!
    if (own[profile]! < 0) own[profile] = weights[i]!
    else if (own[profile] !== weights[i]) isSplit = true
  }
  if (!isSplit) return { codes, count }
  const known = new Map<number, Map<number, number>>()
  let next = 0
  const split = codes.map((profile, i) => {
    const ofProfile = known.get(profile) ?? new Map<number, number>()
    known.set(profile, ofProfile)
    const code = ofProfile.get(weights[i]!) ?? next++
    ofProfile.set(weights[i]!, code)
    return code
  })
  return { codes: split, count: next }
}

function marginsOf(
  factors: Factors,
  firsts: Int32Array,
  people: Float64Array,
  weights: Float64Array,
): Margins {
  let size = 0
  const columns = factors.map(({ codes, categoryCount }) => {
    const from = size
    size += categoryCount
    return Int32Array.from(firsts, (response) => from + codes[response]!)
  })
  const cross = zeros(size, size)
  const moments = new Float64Array(size * size)
  const totals = new Float64Array(size)
  for (const a of columns) {
    for (let p = 0; p < people.length; p++) totals[a[p]!]! += weights[p]! * people[p]!
    for (const b of columns)
      for (let p = 0; p < people.length; p++) {
        const at = a[p]! * size + b[p]!
        cross.values[at]! += people[p]!
        moments[at]! += weights[p]! ** 2 * people[p]!
      }
  }
  return { columns, size, factor: factorise(cross), moments, totals }
}

/** Less memory is read faster. */
function narrowed(codes: Int32Array, count: number): Profiles['ofResponse'] {
  if (count <= 2 ** 8) return Uint8Array.from(codes)
  return count <= 2 ** 16 ? Uint16Array.from(codes) : codes
}

function build({ weights, basis }: AppliedWeights): Profiles {
  const factors = basis !== null && basis.numbers.length === 0 ? basis.factors : []
  const { codes, count } = splitByWeight(combine(factors, weights.length), weights)
  const firsts = new Int32Array(count).fill(-1)
  const people = new Float64Array(count)
  for (let i = 0; i < codes.length; i++) {
    const profile = codes[i]!
    if (firsts[profile]! < 0) firsts[profile] = i
    people[profile]!++
  }
  const ofProfiles = Float64Array.from(firsts, (response) => weights[response]!)
  return {
    count,
    ofResponse: narrowed(codes, count),
    responseCount: weights.length,
    weights: ofProfiles,
    people,
    margins: factors.length === 0 ? null : marginsOf(factors, firsts, people, ofProfiles),
  }
}

const prepared = new WeakMap<Float64Array, Profiles>()

/** The profiles of applied weights; found once for as long as the weights live. */
export function profilesOf(applied: AppliedWeights): Profiles {
  const known = prepared.get(applied.weights) ?? build(applied)
  prepared.set(applied.weights, known)
  return known
}
