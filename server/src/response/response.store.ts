import type { AnsweredBy, CollectionMode, Signal } from '@rozeznanie/core/response'
import type { Answers } from '@rozeznanie/core/questionnaire'
import type { Database } from '../database/database.ts'

/** A response on its way into the table. Nothing in it tells who sent it, from where, or at what time of day. */
export interface ResponseRow {
  readonly surveyId: string
  readonly id: string
  readonly questionnaireVersionId: string
  readonly mode: CollectionMode
  readonly localityId: string | null
  /** Local day. */
  readonly submittedOn: string
  readonly sheetNumber: string | null
  readonly answeredBy: AnsweredBy | null
  readonly signals: readonly Signal[]
  readonly answers: Answers
  /** SHA-256 in hexadecimal. */
  readonly contentHash: string
  /** SHA-256 of the ticket in hexadecimal, where the survey takes codes. */
  readonly ticketHash: string | null
}

/** Names a response across surveys. */
export interface ResponseName {
  readonly surveyId: string
  readonly id: string
}

// One named statement: PostgreSQL plans it once per connection, whatever the number of rows.
const INSERT = {
  name: 'insert-responses',
  text: `INSERT INTO response (survey_id, id, questionnaire_version_id, mode, locality_id, submitted_on, sheet_number, answered_by, signals, answers, content_hash, ticket_hash)
    SELECT survey_id, id, version_id, mode::"CollectionMode", locality_id, submitted_on, sheet_number, answered_by::"AnsweredBy",
      CASE signals WHEN '' THEN '{}' ELSE string_to_array(signals, ',') END, answers, decode(hash, 'hex'), decode(ticket, 'hex')
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::date[], $7::text[], $8::text[], $9::text[], $10::jsonb[], $11::text[], $12::text[])
      WITH ORDINALITY AS sent (survey_id, id, version_id, mode, locality_id, submitted_on, sheet_number, answered_by, signals, answers, hash, ticket, place)
    ORDER BY place
    ON CONFLICT DO NOTHING
    RETURNING survey_id AS "surveyId", id`,
} as const

const HASHES = {
  name: 'response-hashes',
  text: `SELECT survey_id AS "surveyId", id, encode(content_hash, 'hex') AS "contentHash"
    FROM response JOIN unnest($1::uuid[], $2::uuid[]) AS wanted (survey_id, id) USING (survey_id, id)`,
} as const

/**
 * Stores rows in one statement, all or none; rows whose id or ticket is taken are passed over. When it resolves, they are committed.
 * The names among `rows` must differ.
 *
 * @returns the names that were stored now
 */
export async function insertResponses(
  { pool }: Database,
  rows: readonly ResponseRow[],
): Promise<readonly ResponseName[]> {
  const { rows: inserted } = await pool.query<ResponseName>({
    ...INSERT,
    values: [
      rows.map((row) => row.surveyId),
      rows.map((row) => row.id),
      rows.map((row) => row.questionnaireVersionId),
      rows.map((row) => row.mode),
      rows.map((row) => row.localityId),
      rows.map((row) => row.submittedOn),
      rows.map((row) => row.sheetNumber),
      rows.map((row) => row.answeredBy),
      rows.map((row) => row.signals.join(',')),
      rows.map((row) => JSON.stringify(row.answers)),
      rows.map((row) => row.contentHash),
      rows.map((row) => row.ticketHash),
    ],
  })
  return inserted
}

/** The content hashes of stored responses; names that are not stored are missing from the result. */
export async function findContentHashes(
  { pool }: Database,
  names: readonly ResponseName[],
): Promise<readonly (ResponseName & { readonly contentHash: string })[]> {
  const { rows } = await pool.query<ResponseName & { contentHash: string }>({
    ...HASHES,
    values: [names.map((name) => name.surveyId), names.map((name) => name.id)],
  })
  return rows
}

/** How many responses of a survey count. */
export async function countResponses({ pool }: Database, surveyId: string): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(
    'SELECT count(*) FROM counted_response WHERE survey_id = $1',
    [surveyId],
  )
  return Number(rows[0]?.count ?? 0)
}
