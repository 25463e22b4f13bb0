import type { Frequency } from '../analysis/index.ts'
import { protectFrequencies, type ProtectedFrequency } from '../disclosure/index.ts'
import { NOT_APPLICABLE, REFUSED } from '../questionnaire/index.ts'
import { roundTo } from './format-number.ts'
import type { Cell } from './model.ts'

/** A category as it may leave the organisation; `null` in both numbers where it is withheld. */
export interface ShownFrequency {
  readonly code: string
  readonly label: string
  readonly count: number | null
  /** 0 to 100, one decimal place. */
  readonly percent: number | null
}

/** Categories that are printed: those of people without a valid answer are not. */
export function printedFrequencies(frequencies: readonly Frequency[]): readonly Frequency[] {
  return frequencies.filter(({ code }) => code !== NOT_APPLICABLE && code !== REFUSED)
}

function show({ code, label, count }: ProtectedFrequency, base: number): ShownFrequency {
  return { code, label, count, percent: count === null ? null : roundTo((count / base) * 100, 1) }
}

/**
 * Withhold the small cells of a question where each person chose one category.
 *
 * @param giveUpFirst - codes to withhold first when more cells must go („nie wiem”)
 */
export function showDistribution(
  frequencies: readonly Frequency[],
  base: number,
  giveUpFirst: readonly string[] = [],
): readonly ShownFrequency[] {
  const protection = { validCount: base, isMultiple: false, giveUpFirst }
  return protectFrequencies(printedFrequencies(frequencies), protection).map((frequency) =>
    show(frequency, base),
  )
}

/** Withhold the small cells of a question where a person could choose several categories. */
export function showChoices(frequencies: readonly Frequency[], base: number): readonly ShownFrequency[] {
  const protection = { validCount: base, isMultiple: true }
  return protectFrequencies(printedFrequencies(frequencies), protection).map((frequency) =>
    show(frequency, base),
  )
}

/** A count of people in a table. */
export function countCell(count: number | null): Cell {
  if (count === null) return { kind: 'suppressed' }
  return count === 0 ? { kind: 'none' } : { kind: 'count', value: count }
}

/** A percentage in a table; `null` is withheld, nobody is „–”. */
export function percentCell(percent: number | null): Cell {
  if (percent === null) return { kind: 'suppressed' }
  return percent === 0 ? { kind: 'none' } : { kind: 'percent', value: percent }
}
