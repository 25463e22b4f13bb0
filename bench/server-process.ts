import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const TICKS_PER_SECOND = 100

export interface Survey {
  readonly id: string
  readonly code: string
  readonly questionnaireVersionId: string
}

export interface Memory {
  readonly rssBytes: number
  /** After collecting garbage. */
  readonly heapBytes: number
}

/** The server of `submission-server.ts` in a process of its own. */
export interface Server {
  readonly child: ChildProcess
  readonly port: number
  readonly surveys: { readonly twenty: Survey; readonly RES: Survey }
  readonly locality: string
  readonly databaseUrl: string
  memory(): Promise<Memory>
}

async function startServer(dataFolder: string): Promise<Server> {
  const script = fileURLToPath(new URL('submission-server.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataFolder], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface(child.stdout)
  const ended = once(child, 'close').then(() => Promise.reject(new Error('the server is gone')))
  ended.catch(() => undefined)
  const nextLine = async () => {
    const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string]
    return line
  }
  const facts = JSON.parse(await nextLine()) as Omit<Server, 'child' | 'memory'>
  const memory = async () => {
    child.kill('SIGUSR2')
    return JSON.parse(await nextLine()) as Memory
  }
  return { child, ...facts, memory }
}

/** Runs some work with a server on a folder that is removed afterwards. */
export async function withServer(work: (server: Server) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rozeznanie-bench-'))
  await chmod(folder, 0o755)
  const server = await startServer(folder)
  try {
    await work(server)
  } finally {
    server.child.kill('SIGTERM')
    await once(server.child, 'close')
    await rm(folder, { recursive: true, force: true })
  }
}

/** User and system time of the server's own process, in milliseconds; `null` where the system does not tell. */
export function cpuMilliseconds({ child: { pid } }: Server): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND
  } catch {
    return null
  }
}

export async function countStored({ databaseUrl }: Server, surveyId: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const text = 'SELECT count(*) FROM response WHERE survey_id = $1'
  const { rows } = await client.query<{ count: string }>(text, [surveyId])
  await client.end()
  return Number(rows[0]?.count)
}
