import type { Tick } from '../answer-changes.ts'
import { texts } from '../texts.ts'

/** What a tick that changed more, or less, than itself tells the person; `null` when there is nothing to tell. */
export function sayTick({ outcome, exclusive }: Tick, max: number | undefined): string | null {
  if (outcome === 'full') return texts.field.full(max ?? 0)
  if (outcome === 'clearedOthers') return texts.field.exclusive(exclusive?.label ?? '')
  if (outcome === 'clearedExclusive') return texts.field.notExclusive(exclusive?.label ?? '')
  return null
}
