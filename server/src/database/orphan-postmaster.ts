import { readFileSync, realpathSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describeProcess, identify, waitForEnd, type ProcessIdentity } from './process-identity.ts'
import { StartRefusedError, systemCode, withFilesOf } from './start-refused.ts'

const samePlace = (a: string, b: string): boolean => {
  try {
    return realpathSync(a) === realpathSync(b)
  } catch {
    return false
  }
}

/**
 * Whether this process is a PostgreSQL server on this very data folder. The process id in a file proves nothing:
 * the system may have given it to somebody else. Its command must be postgres with our folder, and it must stand in it.
 */
export function isPostmasterOf(pid: number, data: string): boolean {
  const found = describeProcess(pid)
  if (!found) return false
  const { commandLine, workingFolder } = found
  if (workingFolder !== null && !samePlace(workingFolder, data)) return false
  if (commandLine.length === 1)
    return commandLine[0]!.includes('postgres') && commandLine[0]!.includes(`-D ${data}`)
  const folder = commandLine[commandLine.indexOf('-D') + 1]
  return (
    path.basename(commandLine[0] ?? '').startsWith('postgres') &&
    folder !== undefined &&
    samePlace(folder, data)
  )
}

interface Notice {
  readonly file: string
  readonly lines: readonly string[]
  readonly pid: number
}

function readNotice(data: string): Notice | null {
  const file = path.join(data, 'postmaster.pid')
  try {
    const lines = readFileSync(file, 'utf8').split('\n')
    return { file, lines, pid: Number(lines[0]) }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

/**
 * PostgreSQL believes that any living process of its user under the noted id is a server. Where it is proven to be
 * something else, our own id is noted instead: PostgreSQL takes its parent's id for a stale one, and goes on to
 * check, by the rest of the notice, that nobody holds the old shared memory. That check must stay, so the
 * file is not removed.
 */
function disownForeignProcess({ file, lines }: Notice): void {
  writeFileSync(file, [String(process.pid), ...lines.slice(1)].join('\n'))
}

async function end(orphan: ProcessIdentity, data: string): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 15_000],
  ] as const) {
    if (isPostmasterOf(orphan.pid, data)) process.kill(orphan.pid, signal)
    if (await waitForEnd(orphan, patienceMs)) return
  }
  throw new StartRefusedError(
    `Poprzedni serwer bazy (proces ${orphan.pid}) nie daje się zatrzymać. Uruchom komputer ponownie i spróbuj jeszcze raz.`,
  )
}

/**
 * A server of ours whose Node was killed runs on. It is stopped cleanly, when it is proven ours by its data folder;
 * any other process is left alone.
 *
 * @returns whether there was one
 */
export async function stopOrphan(data: string): Promise<boolean> {
  const notice = withFilesOf(data, () => readNotice(data))
  const running = notice && identify(notice.pid)
  if (!running) return false
  const namesOurData = notice.lines[1] !== undefined && samePlace(notice.lines[1], data)
  if (namesOurData && isPostmasterOf(notice.pid, data)) {
    await end(running, data)
    return true
  }
  if (describeProcess(notice.pid)) withFilesOf(data, () => disownForeignProcess(notice))
  return false
}
