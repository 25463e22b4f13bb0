import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, fchownSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { clusterFolder, explainPostgresLog, lastLine, POSTGRES_ENV } from './postgres-cluster.ts'
import type { PostgresPlace } from './postgres-place.ts'
import { StartRefusedError, withFilesOf } from './start-refused.ts'

/** Given on the command line, so that neither a configuration file nor ALTER SYSTEM can weaken them. */
const SETTINGS: Readonly<Record<string, string>> = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '128MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // the log may not hold answers: no statements, no details of rows, no messages that quote values
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

/** How one start ended: a running server, or the reason why there is none. */
export type StartOutcome =
  | { readonly kind: 'running'; readonly child: ChildProcess }
  | { readonly kind: 'port-taken' }
  | { readonly kind: 'busy'; readonly reason: string }

export interface PostmasterPlan {
  readonly binaries: PostgresBinaries
  readonly place: PostgresPlace
  readonly port: number
  /** To ask whether the server answers. */
  readonly url: string
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const logFile = ({ folder }: PostgresPlace): string => path.join(folder, 'postgres.log')

/**
 * Started in a process group of its own, because a Ctrl-C goes to the whole group of the terminal and must reach
 * PostgreSQL only after the last answer is stored. The log is a file, so that a server whose Node was killed
 * does not write into a broken pipe.
 */
function launch({ binaries, place, port }: PostmasterPlan): ChildProcess {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = withFilesOf(place.folder, () => openSync(logFile(place), 'w', 0o600))
  try {
    if (place.user) fchownSync(log, place.user.uid, place.user.gid)
    return spawn(
      binaries.program('postgres'),
      ['-D', clusterFolder(place), '-p', String(port), ...settings],
      {
        ...place.user,
        cwd: path.parse(place.folder).root,
        env: POSTGRES_ENV,
        detached: process.platform !== 'win32',
        windowsHide: true,
        stdio: ['ignore', log, log],
      },
    )
  } finally {
    closeSync(log)
  }
}

export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function explainFailure(place: PostgresPlace): StartOutcome {
  const log = readFileSync(logFile(place), 'utf8')
  const refusal = explainPostgresLog(log, place.folder)
  if (refusal) throw refusal
  if (/could not bind|Address already in use/.test(log)) return { kind: 'port-taken' }
  if (/shared memory block|lock file .* already exists|Is another postmaster/.test(log))
    return { kind: 'busy', reason: lastLine(log) }
  throw new StartRefusedError(
    `Baza danych nie chce się uruchomić: ${lastLine(log)} (szczegóły w pliku ${logFile(place)}).`,
  )
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

/** One attempt: ends when the server answers a query, or has ended. */
export async function startPostmaster(plan: PostmasterPlan): Promise<StartOutcome> {
  const child = launch(plan)
  const failure = once(child, 'error').then(([error]: unknown[]) => Promise.reject(error))
  failure.catch(() => undefined)
  while (!hasEnded(child)) {
    if (await answers(plan.url)) return { kind: 'running', child }
    await Promise.race([failure, new Promise((resolve) => setTimeout(resolve, 25))])
  }
  return explainFailure(plan.place)
}

/** Ends sessions, writes everything down and waits for the end ("fast" shutdown). */
export async function stopPostmaster(
  child: ChildProcess,
  { binaries, place }: PostmasterPlan,
): Promise<void> {
  if (hasEnded(child)) return
  const ended = once(child, 'close')
  if (process.platform === 'win32') {
    await promisify(execFile)(binaries.program('pg_ctl'), ['stop', '-m', 'fast', '-D', clusterFolder(place)])
  } else {
    child.kill('SIGINT')
  }
  await ended
}
