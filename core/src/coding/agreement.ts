import type { Coding } from './model.ts'

/** How two people agree on one code. */
export interface CodeAgreement {
  readonly code: string
  /** Answers to which the first gave the code, the second, and both. */
  readonly firstCount: number
  readonly secondCount: number
  readonly bothCount: number
  /** Cohen's κ of „has it or not”; `null` when everybody gave it to all answers or to none. */
  readonly kappa: number | null
}

/** How two people agree who coded the same answers, neither seeing the other's codes. */
export interface Agreement {
  /** Answers that both coded. */
  readonly count: number
  /** Answers with exactly the same codes. */
  readonly sameCount: number
  /** Krippendorff's α of whole answers; `null` when there is no variation to agree on. */
  readonly alpha: number | null
  readonly codes: readonly CodeAgreement[]
}

/** An answer that two people coded differently. */
export interface Difference {
  readonly answer: string
  readonly first: readonly string[]
  readonly second: readonly string[]
}

const nameOf = (codes: readonly string[]): string => [...new Set(codes)].sort().join(' ')

/** Jaccard distance of two sets of codes: 1 − common/all; 0 for the same, 1 for nothing in common. */
function distance(one: readonly string[], other: readonly string[]): number {
  const all = new Set([...one, ...other])
  const common = one.filter((code) => other.includes(code)).length
  return all.size === 0 ? 0 : 1 - common / all.size
}

interface Pair {
  readonly answer: string
  readonly first: readonly string[]
  readonly second: readonly string[]
}

function pairsOf(first: readonly Coding[], second: readonly Coding[]): readonly Pair[] {
  const others = new Map(second.map(({ answer, codes }) => [answer, codes]))
  return first.flatMap(({ answer, codes }) => {
    const own = [...new Set(codes)]
    const other = others.get(answer)
    return other === undefined ? [] : [{ answer, first: own, second: [...new Set(other)] }]
  })
}

/**
 * `α = 1 − D_o/D_e`, the mean distance within answers over the mean distance between any two of the 2n codings;
 * distances of sets of codes are Jaccard's.
 *
 * @see Krippendorff (2004), Content Analysis, ch. 11; Passonneau (2006), LREC, on sets
 */
function alphaOf(pairs: readonly Pair[]): number | null {
  const sets = new Map<string, { readonly codes: readonly string[]; count: number }>()
  for (const { first, second } of pairs) {
    for (const codes of [first, second]) {
      const known = sets.get(nameOf(codes))
      if (known) known.count++
      else sets.set(nameOf(codes), { codes, count: 1 })
    }
  }
  const codings = 2 * pairs.length
  const kinds = [...sets.values()]
  let expected = 0
  for (const one of kinds)
    for (const other of kinds) expected += one.count * other.count * distance(one.codes, other.codes)
  expected /= codings * (codings - 1)
  if (!(expected > 0)) return null
  const observed = pairs.reduce((sum, { first, second }) => sum + distance(first, second), 0) / pairs.length
  return 1 - observed / expected
}

/** @see Cohen (1960), Educ. Psychol. Meas. 20: `κ = (p_o − p_e)/(1 − p_e)` */
function agreementOn(code: string, pairs: readonly Pair[]): CodeAgreement {
  const n = pairs.length
  const firstCount = pairs.filter(({ first }) => first.includes(code)).length
  const secondCount = pairs.filter(({ second }) => second.includes(code)).length
  const bothCount = pairs.filter(({ first, second }) => first.includes(code) && second.includes(code)).length
  const observed = (n - firstCount - secondCount + 2 * bothCount) / n
  const expected = (firstCount * secondCount + (n - firstCount) * (n - secondCount)) / (n * n)
  const kappa = expected < 1 ? (observed - expected) / (1 - expected) : null
  return { code, firstCount, secondCount, bothCount, kappa }
}

/**
 * Agreement of two coders on the answers that both coded, code by code and as a whole.
 *
 * @param codes - ids in the order of the codebook
 * @returns `null` when they have fewer than two answers in common
 */
export function agreementOf(
  first: readonly Coding[],
  second: readonly Coding[],
  codes: readonly string[],
): Agreement | null {
  const pairs = pairsOf(first, second)
  if (pairs.length < 2) return null
  return {
    count: pairs.length,
    sameCount: pairs.filter((pair) => nameOf(pair.first) === nameOf(pair.second)).length,
    alpha: alphaOf(pairs),
    codes: codes.map((code) => agreementOn(code, pairs)),
  }
}

/** The answers on which two coders differ, in the order of the first. */
export function differencesOf(first: readonly Coding[], second: readonly Coding[]): readonly Difference[] {
  return pairsOf(first, second).filter((pair) => nameOf(pair.first) !== nameOf(pair.second))
}

/** What an organiser may do with the codes. */
export type AgreementVerdict = 'GOOD' | 'TENTATIVE' | 'POOR' | 'UNKNOWN'

/** α ≥ 0.8 good, ≥ 0.667 for tentative conclusions only (Krippendorff 2004, p. 241). */
export function verdictOn({ alpha }: Agreement): AgreementVerdict {
  if (alpha === null) return 'UNKNOWN'
  if (alpha >= 0.8) return 'GOOD'
  return alpha >= 0.667 ? 'TENTATIVE' : 'POOR'
}
