import { CAUTION_BASE, MINIMUM_BASE } from '@rozeznanie/core/report'

/** What may be said of so many people: `none` nothing, `counts` how many, `careful` shares with a warning. */
export type BaseSize = 'none' | 'counts' | 'careful' | 'full'

export function baseSize(validCount: number): BaseSize {
  if (validCount === 0) return 'none'
  if (validCount < MINIMUM_BASE) return 'counts'
  return validCount < CAUTION_BASE ? 'careful' : 'full'
}

/** Are there enough people for percentages? */
export function hasShares(validCount: number): boolean {
  return validCount >= MINIMUM_BASE
}
