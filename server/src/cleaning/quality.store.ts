import type { Answers } from '@rozeznanie/core/questionnaire'
import type { CollectionMode } from '@rozeznanie/core/response'
import type { Database } from '../database/database.ts'

/** What tells whether anything has changed since flags were last raised. */
export interface QualityState {
  readonly responseCount: number
  readonly correctionCount: number
}

/** A response whose answers are looked at. */
export interface JudgedResponse {
  readonly id: string
  readonly versionId: string
  readonly submittedOn: string
  readonly signals: readonly string[]
  readonly answers: Answers
}

/** What a list shows of a response. */
export interface ListedResponse {
  readonly id: string
  readonly mode: CollectionMode
  readonly submittedOn: string
  readonly sheetNumber: string | null
}

/** Lines of the log, as far as flags need them. */
export interface BriefLine {
  readonly responseId: string
  readonly number: number
  readonly kind: string
  readonly source: string
  readonly flags: readonly string[]
  readonly undoes: number | null
}

export async function readQualityState({ pool }: Database, surveyId: string): Promise<QualityState | null> {
  const { rows } = await pool.query<QualityState>(
    `SELECT correction_count AS "correctionCount",
       (SELECT count(*)::int FROM response WHERE survey_id = survey.id) AS "responseCount"
     FROM survey WHERE id = $1`,
    [surveyId],
  )
  return rows[0] ?? null
}

/** Ids of the responses that count, in their own order, which tells nothing of time. */
export async function readCountedIds({ pool }: Database, surveyId: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ readonly id: string }>(
    'SELECT id FROM counted_response WHERE survey_id = $1 ORDER BY id',
    [surveyId],
  )
  return rows.map(({ id }) => id)
}

export async function readBriefLines({ pool }: Database, surveyId: string): Promise<readonly BriefLine[]> {
  const { rows } = await pool.query<BriefLine>(
    `SELECT response_id AS "responseId", number, kind, source, flags, undoes FROM response_correction
     WHERE survey_id = $1 ORDER BY number`,
    [surveyId],
  )
  return rows
}

export async function readJudged(
  { pool }: Database,
  surveyId: string,
  ids: readonly string[],
): Promise<readonly JudgedResponse[]> {
  const { rows } = await pool.query<JudgedResponse>(
    `SELECT id, questionnaire_version_id AS "versionId", submitted_on::text AS "submittedOn", signals, answers
     FROM counted_response WHERE survey_id = $1 AND id = ANY($2::uuid[])`,
    [surveyId, ids],
  )
  return rows
}

/** What a list shows of these responses. */
export async function findListed(
  { pool }: Database,
  surveyId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ListedResponse>> {
  const { rows } = await pool.query<ListedResponse>(
    `SELECT id, mode, submitted_on::text AS "submittedOn", sheet_number AS "sheetNumber"
     FROM response WHERE survey_id = $1 AND id = ANY($2::uuid[])`,
    [surveyId, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** A response as it is opened to be looked at. */
export interface OpenedResponse extends ListedResponse {
  readonly surveyId: string
  readonly versionId: string
  readonly version: number
  readonly answeredBy: string | null
  readonly isExcluded: boolean
  readonly sent: Answers
  readonly counted: Answers
}

export async function findOpened(
  { pool }: Database,
  surveyId: string,
  responseId: string,
): Promise<OpenedResponse | null> {
  const { rows } = await pool.query<OpenedResponse>(
    `SELECT survey_id AS "surveyId", response.id, mode, submitted_on::text AS "submittedOn",
       sheet_number AS "sheetNumber", questionnaire_version_id AS "versionId", version.number AS version,
       answered_by AS "answeredBy", is_excluded AS "isExcluded", answers AS sent,
       coalesce(corrected_answers, answers) AS counted
     FROM response JOIN questionnaire_version version ON version.id = questionnaire_version_id
     WHERE survey_id = $1 AND response.id = $2`,
    [surveyId, responseId],
  )
  return rows[0] ?? null
}
