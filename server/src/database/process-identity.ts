import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/**
 * One run of one process. A process id alone proves nothing, because the system uses it again;
 * the id together with the moment of start (and the boot it belongs to) does.
 */
export interface ProcessIdentity {
  readonly pid: number
  /** Opaque; empty where the system does not tell. */
  readonly startedAt: string
}

const ask = <T>(question: () => T): T | null => {
  try {
    return question()
  } catch {
    return null
  }
}

function startedAtOnLinux(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return null
  return `${ask(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? ''}/${fields[19]}`
}

function startedAt(pid: number): string | null {
  if (process.platform === 'linux') return ask(() => startedAtOnLinux(pid))
  if (process.platform === 'win32') return ''
  const answer = ask(() =>
    execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim(),
  )
  return !answer || answer.startsWith('Z') ? null : answer.replace(/^\S+\s+/, '')
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Who runs under this process id now; null when nobody does. */
export function identify(pid: number): ProcessIdentity | null {
  if (!Number.isInteger(pid) || pid <= 0 || !answersSignals(pid)) return null
  const started = startedAt(pid)
  return started === null ? null : { pid, startedAt: started }
}

/** Whether exactly this run of the process is still alive. */
export function isAlive(identity: ProcessIdentity): boolean {
  const now = identify(identity.pid)
  return now !== null && now.startedAt === identity.startedAt
}

export interface ProcessDescription {
  readonly commandLine: readonly string[]
  /** Null where the system does not tell. */
  readonly workingFolder: string | null
}

/** The command and the working folder of a process; null when the system does not tell. */
export function describeProcess(pid: number): ProcessDescription | null {
  if (process.platform === 'linux') {
    const commandLine = ask(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1))
    return commandLine && { commandLine, workingFolder: ask(() => readlinkSync(`/proc/${pid}/cwd`)) }
  }
  if (process.platform === 'win32') return null
  const command = ask(() =>
    execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim(),
  )
  return command ? { commandLine: [command], workingFolder: null } : null
}

/** Waits until this run of the process has ended; false when it has not within the time. */
export async function waitForEnd(identity: ProcessIdentity, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs
  while (isAlive(identity)) {
    if (Date.now() > deadline) return false
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return true
}
