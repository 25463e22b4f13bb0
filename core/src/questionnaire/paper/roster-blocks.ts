import type { RosterQuestion } from '../model.ts'

const USUAL_ITEMS = 4
/** Where there may be more items than this, most people have few: the rest goes on a separate sheet. */
const MOST_BLOCKS = 8

/** For how many items of a roster paper leaves room. */
export function blockCount({ minItems = 0, maxItems = USUAL_ITEMS }: RosterQuestion): number {
  return maxItems <= MOST_BLOCKS ? maxItems : Math.max(USUAL_ITEMS, Math.min(minItems, MOST_BLOCKS))
}
