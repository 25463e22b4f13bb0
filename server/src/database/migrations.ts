import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'

/** What Prisma's own tool locks, so that two servers (or a server and the tool) never migrate at once. */
const MIGRATION_LOCK = 72707369

const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

interface AppliedMigration {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: Date | null
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function readApplied(client: pg.ClientBase): Promise<ReadonlyMap<string, AppliedMigration>> {
  const { rows } = await client.query<AppliedMigration>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  )
  return new Map(rows.map((row) => [row.migration_name, row]))
}

/** One transaction holds the migration and its record: a crash leaves both or neither. */
async function apply(client: pg.ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw new Error(`Migration ${name} failed`, { cause: error })
  }
}

function isApplied({ name, checksum }: Migration, before: AppliedMigration | undefined): boolean {
  if (!before) return false
  if (!before.finished_at)
    throw new Error(`Migration ${name} failed earlier and is recorded half done; resolve it first`)
  if (before.checksum !== checksum) throw new Error(`Migration ${name} was changed after it was applied`)
  return true
}

/**
 * Applies `<folder>/<name>/migration.sql` in the order of names, and records each exactly as
 * `prisma migrate deploy` does (same table, same checksum), so that either can take over from the other.
 *
 * @returns the names applied now
 */
export async function migrate(client: pg.ClientBase, folder: string): Promise<readonly string[]> {
  await client.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`)
  try {
    await client.query(TABLE)
    const applied = await readApplied(client)
    const pending = (await readMigrations(folder)).filter(
      (migration) => !isApplied(migration, applied.get(migration.name)),
    )
    for (const migration of pending) await apply(client, migration)
    return pending.map((migration) => migration.name)
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`).catch(() => undefined)
  }
}
