import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { lockData } from './data-lock.ts'
import { stopOrphan } from './orphan-postmaster.ts'
import { preparePostgresBinaries } from './postgres-binaries.ts'
import { clusterFolder, prepareCluster } from './postgres-cluster.ts'
import { findShelter, preparePostgresPlace, type PostgresPlace } from './postgres-place.ts'
import { findFreePort, startPostmaster, stopPostmaster, type PostmasterPlan } from './postmaster.ts'
import { StartRefusedError } from './start-refused.ts'

export interface EmbeddedPostgresSettings {
  readonly dataFolder: string
  /** Tells the person at the terminal. */
  readonly say: (sentence: string) => void
  /** The server died and cannot be brought back. */
  readonly giveUp: (error: unknown) => void
}

export interface EmbeddedPostgres {
  /** For the cluster's administrator, to the `postgres` database. */
  readonly adminUrl: string
  /** Where the data lie. */
  readonly folder: string
  stop(): Promise<void>
}

/** Backends of a killed server hold its shared memory until they notice; a start is refused until then. */
const PATIENCE_MS = 90_000

/** Starts until it works: the first start may choose another port, a later one must keep the pool's. */
async function startPatiently(plan: PostmasterPlan, say: (sentence: string) => void): Promise<ChildProcess> {
  const deadline = Date.now() + PATIENCE_MS
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await startPostmaster(plan)
    if (outcome.kind === 'running') return outcome.child
    if (outcome.kind === 'port-taken') throw new PortTakenError()
    if (Date.now() > deadline) {
      throw new StartRefusedError(
        `Baza danych nadal jest zajęta przez swój poprzedni proces: ${outcome.reason}. Uruchom komputer ponownie.`,
      )
    }
    if (attempt === 3) say('Baza danych kończy pracę po poprzednim zatrzymaniu. Proszę chwilę poczekać.')
    await pause(Math.min(100 * attempt, 1_000))
  }
}

class PortTakenError extends Error {}

const urlOf = (password: string, port: number): string =>
  `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`

async function startOnFreePort(
  base: Omit<PostmasterPlan, 'port' | 'url'>,
  password: string,
  say: (sentence: string) => void,
) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort()
    const plan = { ...base, port, url: urlOf(password, port) }
    try {
      return { plan, child: await startPatiently(plan, say) }
    } catch (error) {
      if (!(error instanceof PortTakenError) || attempt === 5) throw error
    }
  }
}

/** Keeps one server running: when it dies while Node lives, it is started again on the same port. */
function supervise(first: ChildProcess, plan: PostmasterPlan, { say, giveUp }: EmbeddedPostgresSettings) {
  let current: ChildProcess | null = first
  let restarting: Promise<void> | null = null
  let isStopping = false
  const restart = async (): Promise<void> => {
    say('Serwer bazy danych zatrzymał się nieoczekiwanie; uruchamiam go ponownie.')
    await stopOrphan(clusterFolder(plan.place))
    current = await startPatiently(plan, say)
    watch(current)
    say('Baza danych znów działa.')
  }
  const watch = (child: ChildProcess): void => {
    child.once('close', () => {
      current = null
      if (!isStopping) restarting = restart().catch(giveUp)
    })
  }
  const killOnExit = (): void => void current?.kill('SIGINT')
  watch(first)
  process.once('exit', killOnExit)
  return async (): Promise<void> => {
    isStopping = true
    await restarting
    if (current) await stopPostmaster(current, plan)
    process.removeListener('exit', killOnExit)
  }
}

async function startAt(place: PostgresPlace, settings: EmbeddedPostgresSettings): Promise<EmbeddedPostgres> {
  const binaries = preparePostgresBinaries(place.user, () => findShelter(place.user!))
  const password = await prepareCluster(binaries, place)
  await stopOrphan(clusterFolder(place))
  const { plan, child } = await startOnFreePort({ binaries, place }, password, settings.say)
  const stop = supervise(child, plan, settings)
  return { adminUrl: plan.url, folder: place.folder, stop }
}

/**
 * Runs PostgreSQL as a child of this process on a folder of its own.
 *
 * Works as an ordinary user and as root (then PostgreSQL runs as an unprivileged user, and its files move to a
 * folder that user can reach when the clone is closed to others). Only one process at a time may hold the folder.
 */
export async function startEmbeddedPostgres(settings: EmbeddedPostgresSettings): Promise<EmbeddedPostgres> {
  const place = preparePostgresPlace(settings.dataFolder)
  if (place.remark) settings.say(place.remark)
  const lock = lockData(place.folder)
  try {
    const server = await startAt(place, settings)
    return {
      ...server,
      stop: async () => {
        await server.stop()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
