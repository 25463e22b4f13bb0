import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { inRepository } from '../src/repository.ts'

export interface Host {
  readonly child: ChildProcess
  readonly postgresFolder: string
  /** Ids that the database has acknowledged. */
  readonly stored: Set<string>
  readonly sentences: readonly string[]
  /** What the host says of itself once it is open; fails with the refusal's sentence when it is not to be. */
  readonly ready: Promise<string>
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>
}

export interface HostOptions {
  readonly dataFolder: string
  /** A file of this folder. */
  readonly script?: 'database-host.ts' | 'application-host.ts'
  readonly writers?: number
  readonly user?: { readonly uid: number; readonly gid: number }
}

/** Runs a host as a process of its own, at the head of its own process group. */
export function runHost({ dataFolder, script = 'database-host.ts', writers = 0, user }: HostOptions): Host {
  const file = inRepository('server', 'testing', script)
  const child = spawn(process.execPath, ['--import', 'tsx', file, dataFolder, String(writers)], {
    ...user,
    cwd: inRepository(),
    detached: true,
    env: { PATH: process.env.PATH, HOME: '/nonexistent', TMPDIR: process.env.TMPDIR },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stored = new Set<string>()
  const sentences: string[] = []
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, errors }))
  const ready = new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('ready')) resolve(line.slice('ready'.length))
      else if (line.startsWith('stored ')) stored.add(line.slice('stored '.length))
      else sentences.push(line)
    })
    void ended.then(({ code }) => reject(new Error(errors || `ended with ${code}`)))
  })
  ready.catch(() => undefined)
  return { child, postgresFolder: path.join(dataFolder, 'postgres'), stored, sentences, ready, ended }
}

/** The process id that PostgreSQL noted in its data folder. */
export const postmasterOf = (postgresFolder: string): number =>
  Number(readFileSync(path.join(postgresFolder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])

/** As a power cut for the processes: Node and the postmaster at once, with no chance to clean up. */
export async function killBoth(host: Host): Promise<void> {
  const postmaster = postmasterOf(host.postgresFolder)
  host.child.kill('SIGKILL')
  process.kill(postmaster, 'SIGKILL')
  await host.ended
}

/** The way a person stops it. */
export async function stopHost(host: Host): Promise<number | null> {
  host.child.kill('SIGTERM')
  return (await host.ended).code
}
