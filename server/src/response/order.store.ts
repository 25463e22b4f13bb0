import type { CollectionPeriod } from '@rozeznanie/core/survey'
import type { PoolClient } from 'pg'
import type { Database } from '../database/database.ts'
import { sortSnapshotPlaces } from '../disclosure/sort-places.access.ts'

/** A survey with responses that are not all in an order that tells nothing. */
export interface UnorderedSurvey extends CollectionPeriod {
  readonly id: string
}

/** Surveys on or after their last day, to which responses came since they were last put into a meaningless order. */
export async function findUnordered({ pool }: Database, today: string): Promise<readonly UnorderedSurvey[]> {
  const { rows } = await pool.query<UnorderedSurvey>(
    `SELECT survey.id, opens_on::text AS "opensOn", closes_on::text AS "closesOn", closed_at AS "closedAt",
       grace_days AS "graceDays"
     FROM survey
     WHERE (closed_at IS NOT NULL OR closes_on <= $1::date)
       AND ordered_count <> (SELECT count(*) FROM response WHERE survey_id = survey.id)
     ORDER BY survey.id`,
    [today],
  )
  return rows
}

/** Numbers that are drawn anew, and rows written anew, both in the order of the random ids that devices made. */
const REWRITE = [
  `CREATE TEMPORARY TABLE moved ON COMMIT DROP AS SELECT * FROM response WHERE survey_id = $1`,
  `UPDATE moved SET sequence = drawn.number
   FROM (SELECT id, nextval('response_sequence_seq') AS number FROM (SELECT id FROM moved ORDER BY id) AS sorted) AS drawn
   WHERE drawn.id = moved.id`,
  `DELETE FROM response WHERE survey_id = $1`,
  `INSERT INTO response SELECT * FROM moved ORDER BY id`,
  `CREATE TEMPORARY TABLE moved_conflict ON COMMIT DROP AS SELECT * FROM response_conflict WHERE survey_id = $1`,
  `DELETE FROM response_conflict WHERE survey_id = $1`,
  `INSERT INTO response_conflict SELECT * FROM moved_conflict ORDER BY response_id, content_hash`,
  // Columns that were kept for counting hold the old order as well.
  `DELETE FROM column_snapshot WHERE survey_id = $1`,
  `UPDATE survey SET order_generation = order_generation + 1, ordered_count = (SELECT count(*) FROM moved) WHERE id = $1`,
] as const

async function rewrite(client: PoolClient, surveyId: string): Promise<void> {
  await client.query('BEGIN')
  try {
    // Whoever stores a response of this survey waits here: none slips between reading and writing.
    await client.query('SELECT FROM survey WHERE id = $1 FOR UPDATE', [surveyId])
    for (const text of REWRITE) await client.query(text, text.includes('$1') ? [surveyId] : [])
    await sortSnapshotPlaces(client, surveyId)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/**
 * Puts the responses of a survey into an order that tells nothing of when they came: neither their numbers, nor their
 * places in the table, nor the transactions that wrote them. All of it happens or nothing.
 */
export async function rewriteResponses({ pool }: Database, surveyId: string): Promise<void> {
  const client = await pool.connect()
  try {
    await rewrite(client, surveyId)
  } finally {
    client.release()
  }
}

/** Removes what the rewriting left behind in the files of the tables, in the old order. */
export async function removeOldRows({ pool }: Database): Promise<void> {
  await pool.query(
    'VACUUM response, response_conflict, column_snapshot, column_chunk, disclosure_snapshot, released_query_set',
  )
}
