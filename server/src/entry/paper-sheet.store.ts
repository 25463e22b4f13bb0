import type { Answers } from '@rozeznanie/core/questionnaire'
import type { FieldPath } from '@rozeznanie/core/cleaning'
import type { Database } from '../database/database.ts'

interface SheetToFile {
  readonly surveyId: string
  readonly responseId: string
  readonly batchId: string | null
  readonly accountId: string
  readonly lot: number
}

/**
 * Puts a stored paper response into its pile, once: filed again, it stays as it was.
 *
 * @returns false when the survey has no such paper response
 */
export async function fileSheetOnce({ pool }: Database, sheet: SheetToFile): Promise<boolean> {
  const { surveyId, responseId, batchId, accountId, lot } = sheet
  const { rows } = await pool.query(
    `WITH stored AS (
       SELECT survey_id, id FROM response WHERE survey_id = $1 AND id = $2 AND mode = 'PAPI'),
     filed AS (
       INSERT INTO paper_sheet (survey_id, response_id, batch_id, entered_by_id, lot)
       SELECT survey_id, id, $3, $4, $5 FROM stored ON CONFLICT DO NOTHING)
     SELECT id FROM stored`,
    [surveyId, responseId, batchId, accountId, lot],
  )
  return rows.length > 0
}

/** A sheet of the sample that nobody has entered a second time. */
export interface SheetToEnterAgain {
  readonly responseId: string
  readonly sheetNumber: string | null
  readonly batchName: string | null
  readonly versionId: string
}

const WAITING = `FROM paper_sheet sheet
  JOIN survey ON survey.id = sheet.survey_id
  JOIN response ON response.survey_id = sheet.survey_id AND response.id = sheet.response_id
  LEFT JOIN entry_batch batch ON batch.survey_id = sheet.survey_id AND batch.id = sheet.batch_id
  WHERE sheet.survey_id = $1 AND sheet.lot < survey.double_entry_percent * 100 AND NOT response.is_excluded
    AND NOT EXISTS (SELECT FROM second_entry again
      WHERE again.survey_id = sheet.survey_id AND again.response_id = sheet.response_id)`

/** Sheets that wait for a second entry, by number; `exceptOf`: an account whose own sheets are left out. */
export async function findWaiting(
  { pool }: Database,
  surveyId: string,
  exceptOf: string | null,
): Promise<SheetToEnterAgain[]> {
  const { rows } = await pool.query<SheetToEnterAgain>(
    `SELECT sheet.response_id AS "responseId", response.sheet_number AS "sheetNumber", batch.name AS "batchName",
       response.questionnaire_version_id AS "versionId" ${WAITING}
       AND ($2::uuid IS NULL OR sheet.entered_by_id <> $2)
     ORDER BY length(response.sheet_number), response.sheet_number, sheet.response_id LIMIT 500`,
    [surveyId, exceptOf],
  )
  return rows
}

/** How many people of an organisation may enter answers. */
export async function countClerks({ pool }: Database, organisationId: string): Promise<number> {
  const { rows } = await pool.query<{ readonly count: number }>(
    `SELECT count(DISTINCT account.id)::int AS count FROM membership JOIN account ON account.id = account_id
     WHERE organisation_id = $1 AND role IN ('ORGANISER', 'INTERVIEWER') AND disabled_at IS NULL`,
    [organisationId],
  )
  return rows[0]?.count ?? 0
}

/** A sheet as it was entered the first time. */
export interface FirstEntry {
  readonly versionId: string
  readonly answers: Answers
  readonly submittedOn: string
  readonly enteredById: string
  readonly lot: number
}

export async function findFirstEntry(
  { pool }: Database,
  surveyId: string,
  responseId: string,
): Promise<FirstEntry | null> {
  const { rows } = await pool.query<FirstEntry>(
    `SELECT questionnaire_version_id AS "versionId", answers, submitted_on::text AS "submittedOn",
       entered_by_id AS "enteredById", lot
     FROM paper_sheet JOIN response ON response.survey_id = paper_sheet.survey_id AND id = response_id
     WHERE paper_sheet.survey_id = $1 AND response_id = $2`,
    [surveyId, responseId],
  )
  return rows[0] ?? null
}

interface SecondToSave {
  readonly surveyId: string
  readonly responseId: string
  readonly answers: Answers
  readonly accountId: string
  readonly fieldCount: number
  readonly differences: readonly FieldPath[]
}

/** Stores a second entry; the one that is there stays. */
export async function saveSecondEntry({ pool }: Database, entry: SecondToSave): Promise<void> {
  const { surveyId, responseId, answers, accountId, fieldCount, differences } = entry
  await pool.query(
    `INSERT INTO second_entry (survey_id, response_id, answers, entered_by_id, field_count, differences)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [surveyId, responseId, JSON.stringify(answers), accountId, fieldCount, JSON.stringify(differences)],
  )
}
