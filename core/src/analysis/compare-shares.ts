import { clopperPearsonInterval, normalTwoSidedTail, wilsonInterval } from '../statistics/design/index.ts'
import type { Interval } from '../statistics/index.ts'

export { holm } from '../statistics/design/index.ts'

/** Shares of unweighted people drawn one by one, where nothing but the shares and their bases is known. */

/** A share of a number of people, 0 to 1. */
export interface ShareOfBase {
  readonly share: number
  /** Above 0. */
  readonly base: number
}

/** The 95 % interval: Wilson, for 0 and 100 % Clopper–Pearson; all 0 to 1. */
export function shareInterval({ share, base }: ShareOfBase): Interval | null {
  const isEdge = share === 0 || share === 1
  return isEdge ? clopperPearsonInterval(share * base, base) : wilsonInterval(share * base, base)
}

/** p of the difference of two groups that share nobody: z with the pooled share. */
export function groupsDifferBy(one: ShareOfBase, other: ShareOfBase): number {
  const pooled = (one.share * one.base + other.share * other.base) / (one.base + other.base)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / one.base + 1 / other.base))
  return error > 0 ? normalTwoSidedTail((one.share - other.share) / error) : 1
}

/**
 * p of the difference of two answers of the same people: `(p₁ − p₂)/√((p₁ + p₂ − (p₁ − p₂)²)/n)`; never too sure where
 * a person may have given both.
 */
export function answersDifferBy(one: number, other: number, base: number): number {
  const difference = one - other
  const error = Math.sqrt(Math.max(0, one + other - difference ** 2) / base)
  if (difference === 0) return 1
  return error > 0 ? normalTwoSidedTail(difference / error) : 0
}
