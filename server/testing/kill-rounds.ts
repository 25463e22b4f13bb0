import { setTimeout as pause } from 'node:timers/promises'
import path from 'node:path'
import { openDatabase } from '../src/database/database.ts'
import { killBoth, runDatabaseHost } from './run-database-host.ts'

export interface KillResult {
  readonly acknowledged: number
  /** Acknowledged, and not there after the last restart. */
  readonly lost: readonly string[]
  /** From the start of the process until its database is open, after each kill. */
  readonly readyAfterMs: readonly number[]
}

const ROUND_MS = 700

async function storedIn(dataFolder: string): Promise<ReadonlySet<string>> {
  const db = await openDatabase({
    databaseUrl: null,
    dataFolder,
    say: () => undefined,
    giveUp: () => undefined,
  })
  try {
    const { rows } = await db.pool.query<{ id: string }>('SELECT id FROM stored')
    return new Set(rows.map((row) => row.id))
  } finally {
    await db.close()
  }
}

/** Stores rows from eight writers, kills Node and PostgreSQL in the middle, and again, and counts what is left. */
export async function runKillRounds(dataFolder: string, rounds: number): Promise<KillResult> {
  const acknowledged = new Set<string>()
  const readyAfterMs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    const host = runDatabaseHost({ dataFolder, writers: 8 })
    await host.ready
    if (round > 0) readyAfterMs.push(Math.round(performance.now() - start))
    await pause(ROUND_MS)
    await killBoth(host, path.join(dataFolder, 'postgres'))
    for (const id of host.stored) acknowledged.add(id)
  }
  const found = await storedIn(dataFolder)
  return {
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter((id) => !found.has(id)),
    readyAfterMs,
  }
}
