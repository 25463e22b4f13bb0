import { isOverWithGrace, localDayOf } from '@rozeznanie/core/survey'
import type { Database } from '../database/database.ts'
import { findUnordered, removeOldRows, rewriteResponses } from './order.store.ts'

/**
 * Makes the order of responses meaningless in every survey that is over with its days of grace, so that nobody can
 * tell from the stored rows who answered first. What came afterwards, as from a rescue file, is put in the next time.
 *
 * @returns how many surveys were put into a new order
 */
export async function reorderResponses(db: Database, now: Date): Promise<number> {
  const ended = (await findUnordered(db, localDayOf(now))).filter((survey) => isOverWithGrace(survey, now))
  for (const { id } of ended) await rewriteResponses(db, id)
  if (ended.length > 0) await removeOldRows(db)
  return ended.length
}
