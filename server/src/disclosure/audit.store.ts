import { createHash } from 'node:crypto'
import { QueryAudit, type Members } from '@rozeznanie/core/disclosure'
import type { Viewer } from '@rozeznanie/core/account'
import type { Database } from '../database/database.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import type { Client } from './snapshot.store.ts'
import { packBits, unpackBits } from './bits.ts'

/** An audit of a survey; the empty measure is that of people, whatever is told of them. */
export interface AuditName {
  readonly surveyId: string
  readonly measure: string
}

/** The audit as the released sets make it, over so many places. */
export async function loadAudit(
  client: Client,
  { surveyId, measure }: AuditName,
  placeCount: number,
): Promise<QueryAudit> {
  const { rows } = await client.query<{ readonly members: Uint8Array }>(
    'SELECT members FROM released_query_set WHERE survey_id = $1 AND measure = $2 ORDER BY number',
    [surveyId, measure],
  )
  return QueryAudit.of(
    placeCount,
    rows.map(({ members }) => unpackBits(members, placeCount)),
  )
}

/** How many sets an audit has released. */
export async function countReleased(client: Client, { surveyId, measure }: AuditName): Promise<number> {
  const { rows } = await client.query<{ readonly count: string }>(
    'SELECT count(*) FROM released_query_set WHERE survey_id = $1 AND measure = $2',
    [surveyId, measure],
  )
  return Number(rows[0]?.count ?? 0)
}

/** Adds sets to those that were released, after so many others. */
export async function addReleased(
  client: Client,
  { surveyId, measure }: AuditName,
  count: number,
  sets: readonly Members[],
): Promise<void> {
  const packed = sets.map((members) => Buffer.from(packBits(members)))
  await client.query(
    `INSERT INTO released_query_set (survey_id, measure, number, member_hash, members)
     SELECT $1, $2, $3 + place, hash, members
     FROM unnest($4::bytea[], $5::bytea[]) WITH ORDINALITY AS released (hash, members, place)`,
    [surveyId, measure, count, packed.map((bytes) => createHash('sha256').update(bytes).digest()), packed],
  )
}

/** Forgets what was told of earlier snapshots. */
export async function forgetReleased(client: Client, surveyId: string): Promise<void> {
  await client.query('DELETE FROM released_query_set WHERE survey_id = $1', [surveyId])
}

/** One more refusal of an account. @returns how many it has had on this day in all surveys */
export async function countRefusal(
  client: Client,
  {
    surveyId,
    accountId,
    day,
  }: { readonly surveyId: string; readonly accountId: string; readonly day: string },
): Promise<number> {
  await client.query(
    `INSERT INTO disclosure_refusal (survey_id, account_id, day, count) VALUES ($1, $2, $3, 1)
     ON CONFLICT (survey_id, account_id, day) DO UPDATE SET count = disclosure_refusal.count + 1`,
    [surveyId, accountId, day],
  )
  const { rows } = await client.query<{ readonly count: string }>(
    'SELECT sum(count) AS count FROM disclosure_refusal WHERE account_id = $1 AND day = $2',
    [accountId, day],
  )
  return Number(rows[0]?.count ?? 0)
}

/** The record of events says that an account was refused very often in a day. */
export async function saveAlert(
  { prisma }: Database,
  {
    surveyId,
    count,
    ...who
  }: { readonly surveyId: string; readonly count: number; readonly viewer: Viewer; readonly at: Date },
): Promise<void> {
  const what = { action: 'refuseDisclosure', objectType: 'Survey', objectId: surveyId, details: { count } }
  await recordAudit(prisma, { ...who, ...what })
}

/** The record of events says that the owner froze the answers anew. */
export async function saveRenewal(
  { prisma }: Database,
  { surveyId, ...who }: { readonly surveyId: string; readonly viewer: Viewer; readonly at: Date },
): Promise<void> {
  await recordAudit(prisma, { ...who, action: 'renewSnapshot', objectType: 'Survey', objectId: surveyId })
}
