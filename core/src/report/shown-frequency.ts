import type { SummaryBase } from '../analysis/index.ts'
import {
  protectFrequencies,
  type CountedOption,
  type DisclosureRules,
  type DisplayedShare,
  type Protected,
  type ProtectedDistribution,
  type WeightedBase,
} from '../disclosure/index.ts'
import { NOT_APPLICABLE, REFUSED } from '../questionnaire/index.ts'
import { formatShare } from './format-number.ts'
import type { Cell } from './model.ts'

/** Categories that are printed: those of people without a valid answer are not. */
export function printedFrequencies(frequencies: readonly CountedOption[]): readonly CountedOption[] {
  return frequencies.filter(({ code }) => code !== NOT_APPLICABLE && code !== REFUSED)
}

/** The people behind a question and what it demands of its results. */
export interface Behind {
  /** With a valid answer. */
  readonly base: number
  /** What they stand for; absent without weights. */
  readonly byWeight?: WeightedBase | undefined
  readonly rules: DisclosureRules
}

/** The people behind a summary. */
export function behindOf({ validCount, weighted, effective }: SummaryBase, rules: DisclosureRules): Behind {
  const isWeighted = weighted !== undefined && effective !== undefined
  return { base: validCount, rules, ...(isWeighted && { byWeight: { weighted, effective } }) }
}

/**
 * Withhold the small cells of a question where each person chose one category.
 *
 * @param giveUpFirst - codes to withhold first when more cells must go („nie wiem”)
 */
export function showDistribution(
  frequencies: readonly CountedOption[],
  { base, byWeight, rules }: Behind,
  giveUpFirst: readonly string[] = [],
): ProtectedDistribution {
  const protection = { validCount: base, byWeight, isMultiple: false, giveUpFirst, rules }
  return protectFrequencies(printedFrequencies(frequencies), protection)
}

/** Withhold the small cells of a question where a person could choose several categories. */
export function showChoices(
  frequencies: readonly CountedOption[],
  { base, byWeight, rules }: Behind,
): ProtectedDistribution {
  return protectFrequencies(printedFrequencies(frequencies), {
    validCount: base,
    byWeight,
    isMultiple: true,
    rules,
  })
}

/** The people behind something, in a table; „•” where they are too few. */
export function baseCell(base: Protected<number> | null): Cell {
  return base === null ? { kind: 'suppressed' } : { kind: 'count', value: base }
}

/** A share in a table; `null` is withheld, nobody is „–”. */
export function shareCell(share: DisplayedShare | null): Cell {
  if (share === null) return { kind: 'suppressed' }
  if (share.limit !== null) return { kind: 'text', text: formatShare(share) }
  return share.percent === 0 ? { kind: 'none' } : { kind: 'percent', value: share.percent }
}
