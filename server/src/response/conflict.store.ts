import type { AnsweredBy, CollectionMode } from '@rozeznanie/core/response'
import type { Database } from '../database/database.ts'
import type { ResponseRow } from './response.store.ts'

/** Contents kept beside one response; a device that sends more than these is not a person correcting themselves. */
const MOST_PER_RESPONSE = 3
/** Contents kept in one survey that nobody has decided about: what a person can look through, and no more disk. */
const MOST_PER_SURVEY = 1_000

/** One content under an id. */
export interface ConflictContent {
  readonly version: number
  readonly questionnaireVersionId: string
  readonly mode: CollectionMode
  /** Local day. */
  readonly submittedOn: string
  readonly sheetNumber: string | null
  readonly answeredBy: AnsweredBy | null
  readonly answers: unknown
}

/** A second content that came under the id of a stored response. */
export interface ResponseConflict {
  readonly responseId: string
  /** SHA-256 of the second content in hexadecimal; names it among those of the response. */
  readonly conflictHash: string
  /** What was stored first and counts. */
  readonly first: ConflictContent
  readonly second: ConflictContent
}

/** A conflict is decided while a line of the cleaning log that was not taken back speaks of its content. */
const UNDECIDED = `NOT EXISTS (
    SELECT FROM response_correction decided
    WHERE decided.survey_id = conflict.survey_id AND decided.response_id = conflict.response_id
      AND decided.source = 'CONFLICT' AND decided.conflict_hash = conflict.content_hash AND decided.kind <> 'UNDO'
      AND NOT EXISTS (SELECT FROM response_correction undone
        WHERE undone.survey_id = decided.survey_id AND undone.undoes = decided.number))`

const KEEP = {
  name: 'keep-conflict',
  text: `INSERT INTO response_conflict (survey_id, response_id, content_hash, questionnaire_version_id, mode,
      submitted_on, sheet_number, answered_by, answers)
    SELECT $1::uuid, $2::uuid, decode($3, 'hex'), $4::uuid, $5::"CollectionMode", $6::date, $7, $8::"AnsweredBy", $9::jsonb
    WHERE (SELECT count(*) FROM response_conflict WHERE survey_id = $1 AND response_id = $2) < ${MOST_PER_RESPONSE}
      AND (SELECT count(*) FROM response_conflict WHERE survey_id = $1) < ${MOST_PER_SURVEY}
    ON CONFLICT DO NOTHING`,
} as const

/** Keeps a content that came under a taken id, unless too many are kept already; the same one once. */
export async function keepConflict({ pool }: Database, row: ResponseRow): Promise<void> {
  const { surveyId, id, contentHash, questionnaireVersionId, mode, submittedOn, sheetNumber, answeredBy } =
    row
  await pool.query({
    ...KEEP,
    values: [
      ...[surveyId, id, contentHash, questionnaireVersionId, mode, submittedOn, sheetNumber, answeredBy],
      JSON.stringify(row.answers),
    ],
  })
}

/** How many second contents of a survey wait for a decision. */
export async function countConflicts({ pool }: Database, surveyId: string): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(
    `SELECT count(*) FROM response_conflict conflict WHERE survey_id = $1 AND ${UNDECIDED}`,
    [surveyId],
  )
  return Number(rows[0]?.count ?? 0)
}

const contentOf = (table: string, version: string) => `json_build_object(
  'version', ${version}.number, 'questionnaireVersionId', ${version}.id, 'mode', ${table}.mode,
  'submittedOn', ${table}.submitted_on, 'sheetNumber', ${table}.sheet_number, 'answeredBy', ${table}.answered_by,
  'answers', ${table}.answers)`

/** Both contents of each conflict that waits, in an order that tells nothing of time; at most 1,000. */
export async function findConflicts({ pool }: Database, surveyId: string): Promise<ResponseConflict[]> {
  const { rows } = await pool.query<ResponseConflict>(
    `SELECT conflict.response_id AS "responseId",
       encode(conflict.content_hash, 'hex') AS "conflictHash",
       ${contentOf('stored', 'stored_version')} AS first, ${contentOf('conflict', 'version')} AS second
     FROM response_conflict conflict
     JOIN response stored ON stored.survey_id = conflict.survey_id AND stored.id = conflict.response_id
     JOIN questionnaire_version stored_version ON stored_version.id = stored.questionnaire_version_id
     JOIN questionnaire_version version ON version.id = conflict.questionnaire_version_id
     WHERE conflict.survey_id = $1 AND ${UNDECIDED}
     ORDER BY conflict.response_id, conflict.content_hash`,
    [surveyId],
  )
  return rows
}
