import { randomInt } from 'node:crypto'
import { LOT_COUNT } from '@rozeznanie/core/entry'
import { InvalidInputError } from '@rozeznanie/core/errors'
import type { Context } from '../context.ts'
import { surveyOfCollector } from '../fieldwork/fieldwork.access.ts'
import { isUuid } from '../kernel/ids.ts'
import { findBatch } from './batch.store.ts'
import { fileSheetOnce } from './paper-sheet.store.ts'

/** Which stored response is a paper sheet, and of which pile. */
export interface SheetWish {
  readonly surveyId: string
  readonly responseId: string
  readonly batchId: string | null
}

/**
 * Files a stored paper response: into its pile, with who entered it and with a lot for the draw of sheets that are
 * entered twice. Once: sent again, nothing changes.
 *
 * @returns false when the viewer enters nothing for the survey, or it has no such paper response
 */
export async function fileSheet(
  context: Context,
  { surveyId, responseId, batchId }: SheetWish,
): Promise<boolean> {
  const { db, viewer } = context
  const survey = await surveyOfCollector(context, surveyId)
  if (!survey || !viewer || !isUuid(responseId)) return false
  if (batchId !== null) {
    const batch = isUuid(batchId) ? await findBatch(db, survey.id, batchId) : null
    if (!batch) throw new InvalidInputError([{ path: 'batchId', message: 'Takiej paczki już nie ma.' }])
  }
  const lot = randomInt(LOT_COUNT)
  return fileSheetOnce(db, { surveyId: survey.id, responseId, batchId, accountId: viewer.accountId, lot })
}
