import { MOST_ITEMS, type RosterQuestion } from '../questionnaire/index.ts'
import type { Fault } from './check-choices.ts'
import { messages } from './messages.ts'

/** How many items a roster that was filled in may have. */
export function checkItemCount(
  { minItems = 0, maxItems = MOST_ITEMS }: RosterQuestion,
  count: number,
): readonly Fault[] {
  const most = Math.min(maxItems, MOST_ITEMS)
  if (count > most) return [{ code: 'TOO_MANY_ITEMS', message: messages.tooManyItems(most) }]
  return count < minItems ? [{ code: 'TOO_FEW_ITEMS', message: messages.tooFewItems(minItems) }] : []
}
