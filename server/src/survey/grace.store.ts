import type { Viewer } from '@rozeznanie/core/account'
import type { Database } from '../database/database.ts'
import { recordAudit } from '../kernel/audit.store.ts'

interface GraceToSave {
  readonly surveyId: string
  readonly graceDays: number
  readonly viewer: Viewer
  readonly at: Date
}

/** Stores for how many days after the end what was begun before is accepted, with its line in the audit. */
export async function saveGrace(
  { prisma }: Database,
  { surveyId, graceDays, viewer, at }: GraceToSave,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await tx.survey.update({ where: { id: surveyId }, data: { graceDays } })
    const details = { graceDays }
    await recordAudit(tx, {
      ...{ viewer, at, action: 'setSurveyGrace', objectType: 'Survey', objectId: surveyId },
      details,
    })
  })
}
