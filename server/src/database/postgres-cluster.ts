import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { PostgresBinaries } from './postgres-binaries.ts'
import type { PostgresPlace } from './postgres-place.ts'
import { StartRefusedError, withFilesOf } from './start-refused.ts'

/** Nothing of the person's environment (PGDATA, PGPORT, a language of messages) reaches PostgreSQL. */
export const POSTGRES_ENV: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  LC_ALL: 'C',
  TZ: 'UTC',
}

/** What a log line of PostgreSQL means for the person at the terminal; null when nothing in particular. */
export function explainPostgresLog(log: string, folder: string): StartRefusedError | null {
  if (/No space left on device|Disk quota exceeded/.test(log)) {
    return new StartRefusedError(
      `Na dysku z bazą danych (${folder}) zabrakło miejsca. Zwolnij miejsce i uruchom program ponownie; zapisane odpowiedzi są bezpieczne.`,
    )
  }
  if (/database files are incompatible with server/.test(log)) {
    return new StartRefusedError(
      `Dane w folderze ${folder} zapisała inna wersja bazy. Wskaż inny folder opcją --data.`,
    )
  }
  if (/Permission denied|has (wrong ownership|invalid permissions)|Read-only file system/.test(log)) {
    return new StartRefusedError(
      `Baza nie ma prawa zapisu w folderze ${folder}. Zmień uprawnienia albo wskaż inny folder opcją --data.`,
    )
  }
  return null
}

const passwordFile = ({ folder }: PostgresPlace): string => path.join(folder, 'password')

/** Where the cluster itself lies. */
export const clusterFolder = ({ folder }: PostgresPlace): string => path.join(folder, 'data')

function writePassword(place: PostgresPlace): void {
  writeFileSync(passwordFile(place), randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (place.user) chownSync(passwordFile(place), place.user.uid, place.user.gid)
}

async function runInitdb(binaries: PostgresBinaries, place: PostgresPlace, target: string): Promise<void> {
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile(place)}`]
  const child = spawn(binaries.program('initdb'), ['-D', target, '-E', 'UTF8', ...access, ...locale], {
    ...place.user,
    cwd: path.parse(target).root,
    env: POSTGRES_ENV,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code === 0) return
  throw (
    explainPostgresLog(log, place.folder) ??
    new StartRefusedError(`Nie udało się założyć bazy w folderze ${place.folder}: ${lastLine(log)}`)
  )
}

export const lastLine = (log: string): string => log.trim().split('\n').at(-1) ?? ''

/**
 * Makes the cluster when there is none. It is made beside its place and moved there when whole, so a start that was
 * cut short leaves nothing half made.
 *
 * @returns the password of the cluster's administrator
 */
export async function prepareCluster(binaries: PostgresBinaries, place: PostgresPlace): Promise<string> {
  const data = clusterFolder(place)
  if (!existsSync(path.join(data, 'PG_VERSION'))) {
    const draft = `${data}.new`
    withFilesOf(place.folder, () => {
      rmSync(draft, { recursive: true, force: true })
      writePassword(place)
    })
    try {
      await runInitdb(binaries, place, draft)
      withFilesOf(place.folder, () => renameSync(draft, data))
    } catch (error) {
      rmSync(draft, { recursive: true, force: true })
      throw error
    }
  }
  return withFilesOf(place.folder, () => readFileSync(passwordFile(place), 'utf8').trim())
}
