import { weightSpread, type WeightSpread } from '../design/design-effect.ts'
import type { PreparedMargins } from './margins.ts'

/** How far weights may be trusted, by Kish's design effect: over 1.5 mark, over 2 warn, over 2.5 illustrative. */
export type WeightVerdict = 'sound' | 'marked' | 'warned' | 'illustrative'

const VERDICTS: readonly (readonly [number, WeightVerdict])[] = [
  [2.5, 'illustrative'],
  [2, 'warned'],
  [1.5, 'marked'],
]

/** A weight outside of these multiples of its base weight is extreme. */
const EXTREME = { low: 0.3, high: 3 }

/** What is shown with every weight version. */
export interface WeightDiagnostics extends WeightSpread {
  /** `100 / designEffect`, percent: how much of the sample's information is left. */
  readonly efficiencyPercent: number
  readonly verdict: WeightVerdict
  /** People whose weight moved below 0.3 or above 3 times their base weight. */
  readonly extremeCount: number
  /** What is wrong with the weights, in Polish sentences; empty when they may be used. */
  readonly problems: readonly string[]
}

/** The verdict on a Kish design effect. */
export function verdictOf(designEffect: number): WeightVerdict {
  return VERDICTS.find(([limit]) => designEffect > limit)?.[1] ?? 'sound'
}

function gapProblems(weights: Float64Array, prepared: PreparedMargins, tolerance: number): string[] {
  return prepared.margins.flatMap(({ name, codes, targets, categories }) => {
    const sums = new Float64Array(categories.length)
    weights.forEach((weight, row) => (sums[codes[row]!]! += weight))
    return categories.flatMap((category, at) => {
      const gap = Math.abs(sums[at]! - targets[at]!) / prepared.populationSize
      return gap <= tolerance
        ? []
        : [
            `Kategoria „${category}” w „${name}” odbiega od populacji o ${(100 * gap).toFixed(2).replace('.', ',')} punktu procentowego.`,
          ]
    })
  })
}

function extremeCountOf(weights: Float64Array, baseWeights: Float64Array): number {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
  const scale = sum(weights) / sum(baseWeights)
  let count = 0
  weights.forEach((weight, row) => {
    const base = baseWeights[row]! * scale
    if (base > 0 && (weight < EXTREME.low * base - 1e-6 || weight > EXTREME.high * base + 1e-6)) count++
  })
  return count
}

/**
 * Checks weights after they were made: finite, above 0 for everybody with a base weight, adding up to the population,
 * margins reproduced to `tolerance` (a share of the population); and says what they cost.
 *
 * @returns null when nobody has a weight or a weight is no number
 * @see Kish (1992), J. Official Statist. 8 on what unequal weights cost
 */
export function diagnoseWeights(
  weights: Float64Array,
  prepared: PreparedMargins,
  tolerance = 1e-6,
): WeightDiagnostics | null {
  const isFinite = weights.every((weight) => Number.isFinite(weight))
  const isPositive = weights.every((weight, row) => weight > 0 || prepared.baseWeights[row] === 0)
  const spread = isFinite ? weightSpread(weights) : null
  if (!spread) return null
  const problems = [
    ...(isPositive ? [] : ['Niektóre osoby dostały wagę zero lub ujemną.']),
    ...gapProblems(weights, prepared, tolerance),
  ]
  return {
    ...spread,
    efficiencyPercent: 100 / spread.designEffect,
    verdict: verdictOf(spread.designEffect),
    extremeCount: extremeCountOf(weights, prepared.baseWeights),
    problems,
  }
}
