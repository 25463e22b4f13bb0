import { DomainError, InvalidInputError } from '@rozeznanie/core/errors'
import type { ImportedRow, RefusedRow } from '@rozeznanie/core/import'
import { COLLECTION_MODES, type CollectionMode, type RawSubmission } from '@rozeznanie/core/response'
import { localDayOf } from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import type { Upload } from '../kernel/upload.ts'
import type { AnswerableSurvey } from '../survey/public-survey.access.ts'
import { planAnswerImport, type PlannedImport } from './plan-import.ts'
import { ResponseIds } from './response-id.ts'

const ROWS_AT_ONCE = 500

export interface ImportOutcome {
  readonly storedCount: number
  /** Rows that had been imported before, with the same answers. */
  readonly alreadyStoredCount: number
  /** Rows whose sheet number is stored with other answers; the first ones stay. */
  readonly conflictRows: readonly RefusedRow[]
  readonly refusedRows: readonly RefusedRow[]
}

/**
 * Stores what the dry run showed. Every row has an id made from its sheet number or its text, so that an import
 * repeated, or broken off and begun again, counts nobody twice.
 *
 * @throws InvalidInputError when file or mapping are not those of the dry run
 */
export async function confirmAnswerImport(
  context: Context,
  surveyId: string,
  upload: Upload,
): Promise<ImportOutcome> {
  const planned = await planAnswerImport(context, surveyId, upload)
  if (upload.fields.planHash !== planned.planHash) {
    throw new InvalidInputError([
      {
        path: 'file',
        message:
          'Plik lub dopasowanie kolumn zmieniły się od czasu sprawdzenia. Proszę sprawdzić jeszcze raz.',
      },
    ])
  }
  const mode = modeOf(upload.fields.mode)
  const outcome = await storeRows(context, planned, mode)
  await recordAudit(context.db.prisma, {
    at: context.now(),
    viewer: context.viewer,
    action: 'importAnswers',
    objectType: 'Survey',
    objectId: surveyId,
    details: { storedCount: outcome.storedCount, mode },
  })
  return outcome
}

async function storeRows(
  context: Context,
  { survey, table, plan }: PlannedImport,
  mode: CollectionMode,
): Promise<ImportOutcome> {
  const ids = new ResponseIds(survey.id)
  const submissions = plan.importedRows.map((row) => ({
    row,
    submission: submissionOf(
      row,
      ids.idOf(table.rows[row.row - 2] ?? [], row.sheetNumber),
      survey.questionnaireVersionId,
      mode,
    ),
  }))
  let storedCount = 0
  let alreadyStoredCount = 0
  const conflictRows: RefusedRow[] = []
  for (let at = 0; at < submissions.length; at += ROWS_AT_ONCE) {
    const part = submissions.slice(at, at + ROWS_AT_ONCE)
    const stored = await context.responses.storeMany(
      survey,
      part.map(({ submission }) => submission),
      localDayOf(context.now()),
    )
    for (const [index, { outcome }] of stored.entries()) {
      const sent = part[index]
      if (outcome === 'stored') storedCount += 1
      else if (outcome === 'replay') alreadyStoredCount += 1
      else if (sent && (await isStoredBeforeMove(context, survey, sent.submission))) alreadyStoredCount += 1
      else if (sent) conflictRows.push(conflictOf(sent.row))
    }
  }
  return { storedCount, alreadyStoredCount, conflictRows, refusedRows: plan.refusedRows }
}

/** Imported with the same answers while the survey had an earlier version of its questionnaire? */
async function isStoredBeforeMove(
  { responses, now }: Context,
  survey: AnswerableSurvey,
  submission: RawSubmission,
): Promise<boolean> {
  const today = localDayOf(now())
  for (const questionnaireVersionId of survey.questionnaires.keys()) {
    if (questionnaireVersionId === survey.questionnaireVersionId) continue
    try {
      const receipt = await responses.findReceipt(survey, { ...submission, questionnaireVersionId }, today)
      if (receipt !== null) return true
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
    }
  }
  return false
}

const conflictOf = ({ row, sheetNumber }: ImportedRow): RefusedRow => ({
  row,
  message: sheetNumber === undefined ? 'ta sama treść wiersza.' : `numer arkusza „${sheetNumber}”.`,
})

const submissionOf = (
  { answers, sheetNumber }: ImportedRow,
  id: string,
  questionnaireVersionId: string,
  mode: CollectionMode,
) => ({
  id,
  questionnaireVersionId,
  mode,
  answers,
  ...(sheetNumber !== undefined && { sheetNumber }),
})

function modeOf(text: string | undefined): CollectionMode {
  const mode = COLLECTION_MODES.find((known) => known === (text ?? 'IMPORT'))
  if (!mode)
    throw new InvalidInputError([{ path: 'mode', message: 'Proszę wybrać z listy, jak zebrano odpowiedzi.' }])
  return mode
}
