import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../src/database/database.ts'
import { killBoth, runHost, type Host } from './run-host.ts'

/** Something that stores rows in a process that is about to be killed. */
export interface Writing {
  /** Its host and the growing list of what it was told is stored. */
  start(dataFolder: string): {
    readonly host: Host
    readonly stored: { readonly size: number; keys(): Iterable<string> }
  }
  /** Gives the ids that are there. */
  readonly query: string
}

export interface KillResult {
  readonly acknowledged: number
  /** Acknowledged, and not there after the last restart. */
  readonly lost: readonly string[]
  /** From the start of the process until it is open, after each kill. */
  readonly readyAfterMs: readonly number[]
}

/** A kill comes after this many more acknowledgements, so that it always falls into the middle of writing. */
const PER_ROUND = 60

async function waitForMore(stored: { readonly size: number }, host: Host): Promise<void> {
  const enough = stored.size + PER_ROUND
  while (stored.size < enough) {
    if (host.child.exitCode !== null)
      throw new Error(`The host ended by itself: ${(await host.ended).errors}`)
    await pause(10)
  }
}

/** Eight writers in the process itself, through the pool. */
export const poolWriting: Writing = {
  start: (dataFolder) => {
    const host = runHost({ dataFolder, writers: 8 })
    return { host, stored: host.stored }
  },
  query: 'SELECT id FROM stored',
}

async function storedIn(dataFolder: string, query: string): Promise<ReadonlySet<string>> {
  const silent = { say: () => undefined, giveUp: () => undefined }
  const db = await openDatabase({ databaseUrl: null, dataFolder, ...silent })
  try {
    const { rows } = await db.pool.query<{ id: string }>(query)
    return new Set(rows.map((row) => row.id))
  } finally {
    await db.close()
  }
}

/** Stores rows, kills Node and PostgreSQL in the middle, and again, and counts what is left. */
export async function runKillRounds(
  dataFolder: string,
  rounds: number,
  writing: Writing,
): Promise<KillResult> {
  const acknowledged = new Set<string>()
  const readyAfterMs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    const { host, stored } = writing.start(dataFolder)
    await host.ready
    if (round > 0) readyAfterMs.push(Math.round(performance.now() - start))
    await waitForMore(stored, host)
    await killBoth(host)
    for (const id of stored.keys()) acknowledged.add(id)
  }
  const found = await storedIn(dataFolder, writing.query)
  return {
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter((id) => !found.has(id)),
    readyAfterMs,
  }
}
