import type { LogLine } from '@rozeznanie/core/cleaning'
import type { CollectionPeriod } from '@rozeznanie/core/survey'
import type { PoolClient } from 'pg'
import type { Database } from '../database/database.ts'

const ID_BYTES = 16

/** A snapshot as it is stored. */
export interface StoredSnapshot {
  readonly number: number
  readonly asOf: Date
  /** Ids, 16 bytes each. */
  readonly responseIds: Uint8Array
  /** A bit for each of them. */
  readonly present: Uint8Array
  readonly correctionCount: number
  readonly isFinal: boolean
}

/** How the answers of a survey stand now. */
export interface AnswersNow extends CollectionPeriod {
  readonly correctionCount: number
  readonly countedCount: number
}

/** What asks the database, in a transaction or not. */
export type Client = Pick<PoolClient, 'query'>

/** Waits until nobody else changes snapshots and audits of the survey; until the transaction ends nobody will. */
export async function lockDisclosure(client: Client, surveyId: string): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('disclosure ' || $1, 0))`, [surveyId])
}

/** Runs one after another what changes snapshots and audits of a survey, each in one transaction. */
export async function lockedFor<T>(
  { pool }: Database,
  surveyId: string,
  run: (client: Client) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await lockDisclosure(client, surveyId)
    const result = await run(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

/** @returns `null` when there is no such survey */
export async function readAnswersNow(client: Client, surveyId: string): Promise<AnswersNow | null> {
  const { rows } = await client.query<Omit<AnswersNow, 'countedCount'> & { readonly count: string }>(
    `SELECT opens_on::text AS "opensOn", closes_on::text AS "closesOn", closed_at AS "closedAt",
       grace_days AS "graceDays", correction_count AS "correctionCount",
       (SELECT count(*) FROM counted_response WHERE survey_id = survey.id) AS count
     FROM survey WHERE id = $1`,
    [surveyId],
  )
  const [row] = rows
  if (row === undefined) return null
  const { count, ...survey } = row
  return { ...survey, countedCount: Number(count) }
}

/** What decides whether a snapshot is to be taken anew, without its people. */
export interface SnapshotFacts extends Pick<StoredSnapshot, 'number' | 'isFinal' | 'correctionCount'> {
  readonly presentCount: number
}

/** @returns `null` when there is no snapshot */
export async function readSnapshotFacts(client: Client, surveyId: string): Promise<SnapshotFacts | null> {
  const { rows } = await client.query<SnapshotFacts>(
    `SELECT number, is_final AS "isFinal", correction_count AS "correctionCount",
       bit_count(present)::int AS "presentCount"
     FROM disclosure_snapshot WHERE survey_id = $1`,
    [surveyId],
  )
  return rows[0] ?? null
}

/** The number of the snapshot that holds; `null` when there is none. */
export async function readSnapshotNumber(client: Client, surveyId: string): Promise<number | null> {
  const { rows } = await client.query<{ readonly number: number }>(
    'SELECT number FROM disclosure_snapshot WHERE survey_id = $1',
    [surveyId],
  )
  return rows[0]?.number ?? null
}

export async function readSnapshot(client: Client, surveyId: string): Promise<StoredSnapshot | null> {
  const { rows } = await client.query<StoredSnapshot>(
    `SELECT number, as_of AS "asOf", response_ids AS "responseIds", present, correction_count AS "correctionCount",
       is_final AS "isFinal"
     FROM disclosure_snapshot WHERE survey_id = $1`,
    [surveyId],
  )
  return rows[0] ?? null
}

/** Ids of the responses that count, 16 bytes each, sorted, with the length of the log that made them count. */
export async function readCountedIds(
  client: Client,
  surveyId: string,
): Promise<Pick<StoredSnapshot, 'responseIds' | 'correctionCount'>> {
  const { rows } = await client.query<
    Pick<StoredSnapshot, 'correctionCount'> & { readonly ids: Buffer | null }
  >(
    `SELECT correction_count AS "correctionCount",
       (SELECT string_agg(uuid_send(id), ''::bytea ORDER BY id) FROM counted_response WHERE survey_id = survey.id) AS ids
     FROM survey WHERE id = $1`,
    [surveyId],
  )
  return { responseIds: rows[0]?.ids ?? new Uint8Array(), correctionCount: rows[0]?.correctionCount ?? 0 }
}

/** Responses that lines of the log above one speak of. */
export async function countCorrected(client: Client, surveyId: string, after: number): Promise<number> {
  const { rows } = await client.query<{ readonly count: string }>(
    'SELECT count(DISTINCT response_id) FROM response_correction WHERE survey_id = $1 AND number > $2',
    [surveyId, after],
  )
  return Number(rows[0]?.count ?? 0)
}

/** Writes a snapshot in the place of the one before. */
export async function writeSnapshot(
  client: Client,
  surveyId: string,
  snapshot: StoredSnapshot,
): Promise<void> {
  await client.query(
    `INSERT INTO disclosure_snapshot (survey_id, number, as_of, response_ids, present, correction_count, is_final)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (survey_id) DO UPDATE SET number = excluded.number, as_of = excluded.as_of,
       response_ids = excluded.response_ids, present = excluded.present,
       correction_count = excluded.correction_count, is_final = excluded.is_final`,
    [
      surveyId,
      snapshot.number,
      snapshot.asOf,
      Buffer.from(snapshot.responseIds),
      Buffer.from(snapshot.present),
      snapshot.correctionCount,
      snapshot.isFinal,
    ],
  )
}

/** A stored response as a snapshot may count it. */
export interface FrozenRow {
  readonly id: string
  readonly mode: string
  readonly localityId: string | null
  readonly versionId: string
  /** As they count now. */
  readonly answers: unknown
}

/** Where the answers name the place, as `counted_response` reads it. */
const PLACE = `CASE WHEN corrected_answers IS NULL THEN locality_id
  WHEN corrected_answers ->> 'dem_locality' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
  THEN (corrected_answers ->> 'dem_locality')::uuid END`

/** The next responses in the order of their random ids, left-out ones among them: a snapshot may still hold them. */
export async function readRowsAfter(
  { pool }: Database,
  surveyId: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly FrozenRow[]> {
  const { rows } = await pool.query<FrozenRow>({
    name: 'frozen-rows',
    text: `SELECT id, mode, ${PLACE} AS "localityId", questionnaire_version_id AS "versionId",
        COALESCE(corrected_answers, answers) AS answers
      FROM response WHERE survey_id = $1 AND id > $2 ORDER BY id LIMIT $3`,
    values: [surveyId, after, limit],
  })
  return rows
}

/** A response that was corrected after a snapshot, with what the log said of it until then. */
export interface CorrectedLater {
  readonly id: string
  readonly versionId: string
  readonly sent: unknown
  readonly sentLocalityId: string | null
  /** Local day. */
  readonly submittedOn: string
  readonly lines: readonly LogLine[]
}

export async function readCorrectedLater(
  { pool }: Database,
  surveyId: string,
  until: number,
): Promise<readonly CorrectedLater[]> {
  const { rows } = await pool.query<CorrectedLater>(
    `SELECT id, questionnaire_version_id AS "versionId", answers AS sent, locality_id AS "sentLocalityId",
       submitted_on::text AS "submittedOn",
       COALESCE((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('number', line.number, 'kind', line.kind,
         'source', line.source, 'path', line.path, 'before', line.before, 'after', line.after, 'reason', line.reason,
         'remark', line.remark, 'flags', line.flags, 'undoes', line.undoes)) ORDER BY line.number)
         FROM response_correction line
         WHERE line.survey_id = $1 AND line.response_id = response.id AND line.number <= $2), '[]') AS lines
     FROM response
     WHERE survey_id = $1 AND id IN (
       SELECT response_id FROM response_correction WHERE survey_id = $1 AND number > $2)`,
    [surveyId, until],
  )
  return rows
}

const hex = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('hex')

/** Ids as texts, in the order of the bytes. */
export function idsOf(bytes: Uint8Array): readonly string[] {
  return Array.from({ length: bytes.length / ID_BYTES }, (_, index) => {
    const at = index * ID_BYTES
    const parts = [hex(bytes, at, at + 4), hex(bytes, at + 4, at + 6), hex(bytes, at + 6, at + 8)]
    return [...parts, hex(bytes, at + 8, at + 10), hex(bytes, at + 10, at + 16)].join('-')
  })
}
