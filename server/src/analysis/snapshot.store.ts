import type { PoolClient } from 'pg'
import type { Database } from '../database/database.ts'

/** Columns of a survey that were kept in the database, without their chunks. */
export interface Snapshot {
  readonly id: string
  readonly correctionCount: number
  readonly chunkCount: number
  /** In the order of their codes in the chunks. */
  readonly localityIds: readonly string[]
}

/** What a snapshot has to match to be of use. */
export interface SnapshotKey {
  readonly surveyId: string
  readonly layout: Buffer
  readonly orderGeneration: number
}

/** The snapshot of a survey, when it means what the reader's columns mean and its numbers are those in use. */
export async function findSnapshot(
  { pool }: Database,
  { surveyId, layout, orderGeneration }: SnapshotKey,
): Promise<Snapshot | null> {
  const { rows } = await pool.query<Snapshot>({
    name: 'column-snapshot',
    text: `SELECT id, correction_count AS "correctionCount", chunk_count AS "chunkCount", locality_ids AS "localityIds"
      FROM column_snapshot WHERE survey_id = $1 AND layout = $2 AND order_generation = $3`,
    values: [surveyId, layout, orderGeneration],
  })
  return rows[0] ?? null
}

/** One chunk of a snapshot; `null` when the snapshot has been replaced or deleted since it was found. */
export async function readSnapshotChunk(
  { pool }: Database,
  surveyId: string,
  { id, correctionCount }: Snapshot,
  number: number,
): Promise<Buffer | null> {
  const { rows } = await pool.query<{ readonly cells: Buffer }>({
    name: 'column-chunk',
    text: `SELECT cells FROM column_chunk JOIN column_snapshot USING (survey_id)
      WHERE survey_id = $1 AND number = $2 AND column_snapshot.id = $3 AND correction_count = $4`,
    values: [surveyId, number, id, correctionCount],
  })
  return rows[0]?.cells ?? null
}

/** Chunks that are to be added to a snapshot or to replace its own, with what is true of it then. */
export interface SnapshotPart extends SnapshotKey {
  /** The id under which its reader or writer left it; `null`: there was none of use. */
  readonly previousId: string | null
  /** Under a new id: whoever knows only the former one can neither read on nor add to it. */
  readonly snapshot: Snapshot
  readonly chunks: ReadonlyMap<number, Uint8Array>
}

async function isOrder({ surveyId, orderGeneration }: SnapshotKey, client: PoolClient): Promise<boolean> {
  // Whoever puts the responses into a new order waits until this is over, or has it wait.
  const { rows } = await client.query<{ readonly generation: number }>(
    'SELECT order_generation AS generation FROM survey WHERE id = $1 FOR KEY SHARE',
    [surveyId],
  )
  return rows[0]?.generation === orderGeneration
}

async function writeHead(client: PoolClient, part: SnapshotPart): Promise<boolean> {
  const { surveyId, layout, orderGeneration, snapshot, previousId } = part
  const { id, correctionCount, chunkCount, localityIds } = snapshot
  if (previousId !== null) {
    const { rowCount } = await client.query(
      `UPDATE column_snapshot SET id = $3, correction_count = $4, chunk_count = $5, locality_ids = $6
       WHERE survey_id = $1 AND id = $2`,
      [surveyId, previousId, id, correctionCount, chunkCount, localityIds],
    )
    return rowCount === 1
  }
  await client.query(
    'DELETE FROM column_snapshot WHERE survey_id = $1 AND (layout <> $2 OR order_generation <> $3)',
    [surveyId, layout, orderGeneration],
  )
  const { rowCount } = await client.query(
    'INSERT INTO column_snapshot VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING',
    [surveyId, id, layout, orderGeneration, correctionCount, chunkCount, localityIds],
  )
  return rowCount === 1
}

async function writePart(client: PoolClient, part: SnapshotPart): Promise<boolean> {
  if (!(await isOrder(part, client)) || !(await writeHead(client, part))) return false
  for (const [number, cells] of part.chunks) {
    await client.query(
      `INSERT INTO column_chunk (survey_id, number, cells) VALUES ($1, $2, $3)
       ON CONFLICT (survey_id, number) DO UPDATE SET cells = EXCLUDED.cells`,
      [part.surveyId, number, cells],
    )
  }
  return true
}

/**
 * Writes chunks with what is now true of their snapshot: all of it or nothing.
 *
 * @returns false when nothing was written: the order of the responses is another, or another process keeps a snapshot
 */
export async function writeSnapshotPart({ pool }: Database, part: SnapshotPart): Promise<boolean> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const isWritten = await writePart(client, part)
    await client.query(isWritten ? 'COMMIT' : 'ROLLBACK')
    return isWritten
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

/** Deletes a snapshot that turned out not to hold all responses. */
export async function deleteSnapshot({ pool }: Database, surveyId: string, id: string): Promise<void> {
  await pool.query('DELETE FROM column_snapshot WHERE survey_id = $1 AND id = $2', [surveyId, id])
}
