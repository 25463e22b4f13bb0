import type { Batch } from '@rozeznanie/core/entry'
import type { Database } from '../database/database.ts'
import { Prisma } from '../generated/prisma/client.ts'

/** A pile of paper as it stands. */
export interface StoredBatch extends Batch {
  readonly id: string
  readonly surveyId: string
  readonly closedAt: Date | null
  /** Numbers of the sheets that are in; sheets without a number as an empty text. */
  readonly sheetNumbers: readonly string[]
}

const SELECT = `SELECT batch.id, batch.survey_id AS "surveyId", batch.name, batch.expected_count AS "expectedCount",
    batch.first_sheet AS "firstSheet", batch.closed_at AS "closedAt",
    coalesce((SELECT array_agg(coalesce(response.sheet_number, '') ORDER BY response.sheet_number)
      FROM paper_sheet sheet
      JOIN response ON response.survey_id = sheet.survey_id AND response.id = sheet.response_id
      WHERE sheet.survey_id = batch.survey_id AND sheet.batch_id = batch.id), '{}') AS "sheetNumbers"
  FROM entry_batch batch`

/** The piles of a survey: open ones first, then by name. */
export async function findBatches({ pool }: Database, surveyId: string): Promise<StoredBatch[]> {
  const { rows } = await pool.query<StoredBatch>(
    `${SELECT} WHERE survey_id = $1 ORDER BY closed_at IS NOT NULL, batch.name COLLATE "C"`,
    [surveyId],
  )
  return rows
}

export async function findBatch(
  { pool }: Database,
  surveyId: string,
  id: string,
): Promise<StoredBatch | null> {
  const { rows } = await pool.query<StoredBatch>(`${SELECT} WHERE survey_id = $1 AND id = $2`, [surveyId, id])
  return rows[0] ?? null
}

/** Stores a new pile. @returns its id; `null` when the survey has one of this name */
export async function saveBatch(
  { prisma }: Database,
  surveyId: string,
  batch: Batch,
): Promise<string | null> {
  try {
    return (await prisma.entryBatch.create({ data: { surveyId, ...batch } })).id
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return null
    throw error
  }
}

export async function saveBatchClosed(
  { prisma }: Database,
  { surveyId, id, closedAt }: { surveyId: string; id: string; closedAt: Date | null },
): Promise<void> {
  await prisma.entryBatch.update({ where: { surveyId_id: { surveyId, id } }, data: { closedAt } })
}
