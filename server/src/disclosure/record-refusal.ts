import { REFUSALS_BEFORE_ALERT } from '@rozeznanie/core/disclosure'
import type { Viewer } from '@rozeznanie/core/account'
import type { Database } from '../database/database.ts'
import { countRefusal, saveAlert } from './audit.store.ts'

interface Refusal {
  readonly surveyId: string
  readonly viewer: Viewer
  readonly at: Date
  /** Local day. */
  readonly day: string
}

/** Writes down that somebody asked for what is not told; at the twentieth time in a day the record of events says so. */
export async function recordRefusal(db: Database, { surveyId, viewer, at, day }: Refusal): Promise<void> {
  const count = await countRefusal(db.pool, { surveyId, accountId: viewer.accountId, day })
  if (count === REFUSALS_BEFORE_ALERT) await saveAlert(db, { surveyId, viewer, at, count })
}
