import type { Database } from '../database/database.ts'

/** Where a record is kept. */
export interface ParkedPlace {
  readonly surveyId: string
  readonly nameHash: Uint8Array<ArrayBuffer>
}

export interface ParkedRow {
  readonly revision: number
  readonly sealed: Uint8Array<ArrayBuffer>
  /** A local day. */
  readonly until: string
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

/**
 * Keeps a record on top of the revision it was made from; `null` when another one is kept there now.
 *
 * @returns its new revision
 */
export async function keepParked(
  { pool }: Database,
  { surveyId, nameHash }: ParkedPlace,
  { revision: base, sealed, until }: ParkedRow,
): Promise<number | null> {
  const { rows } = await pool.query<{ revision: number }>(
    `INSERT INTO parked_answers AS kept (survey_id, name_hash, revision, sealed, expires_on)
     VALUES ($1, $2, $3 + 1, $4, $5::date)
     ON CONFLICT (survey_id, name_hash) DO UPDATE
       SET revision = $3 + 1, sealed = EXCLUDED.sealed, expires_on = EXCLUDED.expires_on
       WHERE kept.revision = $3
     RETURNING revision`,
    [surveyId, Buffer.from(nameHash), base, Buffer.from(sealed), until],
  )
  return rows[0]?.revision ?? null
}

/** What is kept, unless its last day is over; `null` when nothing is. */
export async function findParked(
  { prisma }: Database,
  place: ParkedPlace,
  today: string,
): Promise<ParkedRow | null> {
  const row = await prisma.parkedAnswers.findUnique({ where: { surveyId_nameHash: place } })
  if (!row || dayOf(row.expiresOn) < today) return null
  return { revision: row.revision, sealed: row.sealed, until: dayOf(row.expiresOn) }
}

export async function countParked({ prisma }: Database, surveyId: string): Promise<number> {
  return prisma.parkedAnswers.count({ where: { surveyId } })
}

export async function removeParked({ prisma }: Database, place: ParkedPlace): Promise<void> {
  await prisma.parkedAnswers.deleteMany({ where: place })
}

/**
 * Removes what has outlived its last day, and what belongs to a survey that was closed by hand and whose grace is
 * over. @returns how many records
 */
export async function removeExpiredParked({ pool }: Database, today: string): Promise<number> {
  const { rowCount } = await pool.query(
    `DELETE FROM parked_answers kept USING survey
     WHERE survey.id = kept.survey_id AND (kept.expires_on < $1::date
       OR (survey.closed_at AT TIME ZONE 'Europe/Warsaw')::date + survey.grace_days < $1::date)`,
    [today],
  )
  return rowCount ?? 0
}
