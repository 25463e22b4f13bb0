import type { Database } from '../database/database.ts'
import type { ResponseName } from './correction.store.ts'

/** A second content that came under the id of a response. */
export interface SecondContent {
  readonly versionId: string
  readonly answers: unknown
  readonly isDecided: boolean
}

const HASH = /^[0-9a-f]{64}$/

/** The second content of this hash; `null` when there is none. */
export async function findConflictContent(
  { pool }: Database,
  { surveyId, responseId }: ResponseName,
  conflictHash: string,
): Promise<SecondContent | null> {
  if (!HASH.test(conflictHash)) return null
  const { rows } = await pool.query<SecondContent>(
    `SELECT questionnaire_version_id AS "versionId", answers, EXISTS (
        SELECT FROM response_correction decided
        WHERE decided.survey_id = conflict.survey_id AND decided.response_id = conflict.response_id
          AND decided.conflict_hash = conflict.content_hash AND decided.kind <> 'UNDO'
          AND NOT EXISTS (SELECT FROM response_correction undone
            WHERE undone.survey_id = decided.survey_id AND undone.undoes = decided.number)) AS "isDecided"
     FROM response_conflict conflict
     WHERE survey_id = $1 AND response_id = $2 AND content_hash = decode($3, 'hex')`,
    [surveyId, responseId, conflictHash],
  )
  return rows[0] ?? null
}
