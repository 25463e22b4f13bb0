import { checkBatch, missingSheets, SheetsMissingError, type Batch } from '@rozeznanie/core/entry'
import { InvalidInputError } from '@rozeznanie/core/errors'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { surveyOfCollector } from '../fieldwork/fieldwork.access.ts'
import { findBatch, saveBatch, saveBatchClosed, type StoredBatch } from './batch.store.ts'

/**
 * Begins a pile of paper sheets. For whoever enters answers of the survey.
 *
 * @returns `null` when the viewer enters none
 * @throws InvalidInputError see `checkBatch` in core; also when the survey has a pile of this name
 */
export async function createBatch(
  context: Context,
  surveyId: string,
  wanted: Batch,
): Promise<StoredBatch | null> {
  const survey = await surveyOfCollector(context, surveyId)
  if (!survey) return null
  const id = await saveBatch(context.db, survey.id, checkBatch(wanted))
  if (id === null) {
    const message = 'Paczka o tej nazwie już jest. Proszę wybrać ją z listy albo nazwać tę inaczej.'
    throw new InvalidInputError([{ path: 'name', message }])
  }
  return findBatch(context.db, survey.id, id)
}

/**
 * Closes a pile, so that no further sheet is put into it, or opens it again.
 *
 * @returns `null` when the viewer enters nothing for the survey
 * @throws InvalidInputError for a pile that is not there
 * @throws SheetsMissingError when sheets are missing and nobody insists
 */
export async function setBatchClosed(
  context: Context,
  wish: { surveyId: string; batchId: string; isClosed: boolean; evenIfMissing: boolean },
): Promise<StoredBatch | null> {
  const survey = await surveyOfCollector(context, wish.surveyId)
  if (!survey) return null
  const batch = isUuid(wish.batchId) ? await findBatch(context.db, survey.id, wish.batchId) : null
  if (!batch) throw new InvalidInputError([{ path: 'batchId', message: 'Takiej paczki już nie ma.' }])
  const missingCount = batch.expectedCount - batch.sheetNumbers.length
  const numbers = missingSheets(batch, batch.sheetNumbers)
  if (wish.isClosed && !wish.evenIfMissing && missingCount > 0)
    throw new SheetsMissingError(missingCount, numbers)
  const closedAt = wish.isClosed ? context.now() : null
  await saveBatchClosed(context.db, { ...batch, closedAt })
  return { ...batch, closedAt }
}
