/** Below this many people a result is not shown at all. */
export const MINIMUM_BASE = 10
/** Below this many people a result is shown with a warning. */
export const CAUTION_BASE = 30
/** Counts below this (and above zero) are withheld. */
export const MINIMUM_CELL = 5
/** Whoever subtracts must be left with a range at least this wide. */
const MINIMUM_WIDTH = 4

const isSmall = (count: number): boolean => count > 0 && count < MINIMUM_CELL

/**
 * Which cells of a distribution must not be shown: those of 1 to 4 people, and as many others as keep them
 * from being found by subtraction from the known total.
 *
 * The hidden cells add up to a number everybody can compute; each of them holds at least one person. They stay
 * unknown while that sum leaves each a range of at least 4.
 *
 * @param counts - people per category, of people counted once
 * @param preference - indexes of categories to give up first; by default the smallest
 * @returns one flag per category, true = withheld
 */
export function withheldCells(
  counts: readonly number[],
  preference: readonly number[] = [],
): readonly boolean[] {
  const hidden = counts.map(isSmall)
  if (!hidden.includes(true)) return hidden
  const bySize = counts
    .map((_, index) => index)
    .sort((left, right) => (counts[left] ?? 0) - (counts[right] ?? 0))
  for (const index of [...preference, ...bySize]) {
    if (isSafe(counts, hidden)) break
    if ((counts[index] ?? 0) > 0) hidden[index] = true
  }
  return isSafe(counts, hidden) ? hidden : counts.map(() => true)
}

function isSafe(counts: readonly number[], hidden: readonly boolean[]): boolean {
  const inside = counts.filter((_, index) => hidden[index])
  const sum = inside.reduce((total, count) => total + count, 0)
  return inside.length >= 2 && sum - inside.length >= MINIMUM_WIDTH
}

/** Whether a single „so many of n” must be withheld: it shows those who did and those who did not. */
export function isWithheldShare(count: number, base: number): boolean {
  return base < MINIMUM_BASE || isSmall(count) || isSmall(base - count)
}
