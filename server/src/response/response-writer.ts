import type { Database } from '../database/database.ts'
import { isDatabaseUnavailable } from '../database/unavailable.ts'
import { RefusedRequest } from '../kernel/refusals.ts'
import { findContentHashes, insertResponses, type ResponseName, type ResponseRow } from './response.store.ts'

const MOST_ROWS_AT_ONCE = 500
const MOST_ROWS_WAITING = 20_000

/**
 * What became of one row: stored now, or an earlier one of the same id was kept. `keptHash` is what is stored;
 * `null` when nothing is, because the ticket of the row let another one in.
 */
export interface WrittenRow {
  readonly isNew: boolean
  readonly keptHash: string | null
}

/** Rows that are stored together or not at all, and whoever waits for them. */
interface Job {
  readonly rows: readonly ResponseRow[]
  resolve(written: readonly WrittenRow[]): void
  reject(reason: unknown): void
}

const nameOf = ({ surveyId, id }: ResponseName): string => `${surveyId}/${id}`

const tooBusy = () =>
  new RefusedRequest(
    'TOO_MANY_TRIES',
    'Przychodzi teraz zbyt wiele ankiet naraz. Proszę nie zamykać strony i spróbować ponownie za chwilę.',
  )

/**
 * Group commit: whatever waits goes into one statement, and the next one starts when it is committed. With one
 * statement at a time the sequence of responses grows in the order in which they become visible.
 */
export class ResponseWriter {
  private waiting: Job[] = []
  private waitingRowCount = 0
  private isWriting = false

  constructor(private readonly db: Database) {}

  /**
   * Stores rows of different ids in one statement, together with what others are storing.
   *
   * @returns after the commit, one entry for each row
   * @throws whatever the database says; when it could not be asked, sending the same again is safe
   */
  write(rows: readonly ResponseRow[]): Promise<readonly WrittenRow[]> {
    if (rows.length === 0) return Promise.resolve([])
    if (this.waitingRowCount + rows.length > MOST_ROWS_WAITING && this.waitingRowCount > 0) {
      return Promise.reject(tooBusy())
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ rows, resolve, reject })
      this.waitingRowCount += rows.length
      if (!this.isWriting) void this.writeAll()
    })
  }

  private async writeAll(): Promise<void> {
    this.isWriting = true
    // Requests that have arrived in the same turn of the event loop join the first statement.
    await new Promise(setImmediate)
    while (this.waiting.length > 0) await this.writeJobs(this.nextJobs())
    this.isWriting = false
  }

  /** At least one job, and as many as fit. */
  private nextJobs(): readonly Job[] {
    let rowCount = 0
    let jobCount = 0
    for (const { rows } of this.waiting) {
      if (jobCount > 0 && rowCount + rows.length > MOST_ROWS_AT_ONCE) break
      rowCount += rows.length
      jobCount += 1
    }
    this.waitingRowCount -= rowCount
    return this.waiting.splice(0, jobCount)
  }

  /** A statement that fails because of one row is tried again job by job, so that only the bad one fails. */
  private async writeJobs(jobs: readonly Job[]): Promise<void> {
    try {
      const written = await this.store(jobs.flatMap((job) => job.rows))
      let from = 0
      for (const job of jobs) job.resolve(written.slice(from, (from += job.rows.length)))
    } catch (error) {
      if (isDatabaseUnavailable(error)) return jobs.forEach((job) => job.reject(error))
      if (jobs.length === 1) return jobs[0]?.reject(error)
      for (const job of jobs) await this.writeJobs([job])
    }
  }

  private async store(rows: readonly ResponseRow[]): Promise<readonly WrittenRow[]> {
    const first = new Map<string, ResponseRow>()
    for (const row of rows) if (!first.has(nameOf(row))) first.set(nameOf(row), row)
    const stored = new Set((await insertResponses(this.db, [...first.values()])).map(nameOf))
    const known = [...first.values()].filter((row) => !stored.has(nameOf(row)))
    const earlier = known.length === 0 ? [] : await findContentHashes(this.db, known)
    const keptHashes = new Map(earlier.map((row) => [nameOf(row), row.contentHash]))
    return rows.map((row) => {
      const isNew = stored.has(nameOf(row)) && first.get(nameOf(row)) === row
      const nowStored = stored.has(nameOf(row)) ? first.get(nameOf(row))?.contentHash : undefined
      return { isNew, keptHash: nowStored ?? keptHashes.get(nameOf(row)) ?? null }
    })
  }
}
