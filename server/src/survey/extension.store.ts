import type { Viewer } from '@rozeznanie/core/account'
import type { Database } from '../database/database.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { midnightOf } from '../kernel/scalars.ts'

interface Extension {
  readonly surveyId: string
  /** Local days. */
  readonly before: string
  readonly closesOn: string
  readonly viewer: Viewer
  readonly at: Date
}

/** Stores a later last day, with its line in the audit. Somebody who set a later one still meanwhile stays first. */
export async function saveLastDay(
  { prisma }: Database,
  { surveyId, before, closesOn, viewer, at }: Extension,
): Promise<void> {
  const lastDay = midnightOf(closesOn)
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.survey.updateMany({
      where: { id: surveyId, closedAt: null, closesOn: { lt: lastDay } },
      data: { closesOn: lastDay },
    })
    if (count === 0) return
    const done = { action: 'extendSurvey', objectType: 'Survey', objectId: surveyId }
    await recordAudit(tx, { ...done, viewer, at, details: { before, closesOn } })
  })
}
