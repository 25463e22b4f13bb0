import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { canWalkTo, choosePostgresUser, type PostgresUser } from './postgres-user.ts'
import { explainFileError, StartRefusedError, withFilesOf } from './start-refused.ts'

/** Where the database of an installation lies and whom PostgreSQL runs as. */
export interface PostgresPlace {
  /** Holds `data` (the cluster), `password`, `owner.json` and `postgres.log`. */
  readonly folder: string
  readonly user: PostgresUser | null
  /** A sentence for the terminal, when the data do not lie where they were asked to. */
  readonly remark: string | null
}

/** Makes what is missing of the way, and opens it to be walked through, whatever the umask. */
function makeWay(folder: string): void {
  if (existsSync(folder)) return
  makeWay(path.dirname(folder))
  mkdirSync(folder)
  if (process.platform !== 'win32') chmodSync(folder, 0o755)
}

function makeFolder(folder: string): void {
  withFilesOf(folder, () => makeWay(folder))
  if (!statSync(folder).isDirectory())
    throw new StartRefusedError(
      `Ścieżka ${folder} nie prowadzi do folderu. Wskaż folder danych opcją --data.`,
    )
}

/** A shared temporary folder may hold a trap; only a folder of root that nobody else writes to is taken. */
function isSafe(folder: string): boolean {
  const { uid, mode } = lstatSync(folder)
  return lstatSync(folder).isDirectory() && uid === 0 && (mode & 0o022) === 0
}

/**
 * A folder of root's which the unprivileged user can reach: for the programs and data of a clone
 * that lies in a folder closed to others, such as /root.
 */
export function findShelter(user: PostgresUser): string {
  for (const folder of ['/var/lib/rozeznanie', path.join(os.tmpdir(), 'rozeznanie')]) {
    try {
      makeFolder(folder)
    } catch {
      continue
    }
    if (isSafe(folder) && canWalkTo(folder, user)) return folder
  }
  throw new StartRefusedError(
    'Program działa jako root, a baza nie może tak działać i nie ma dostępu do tego folderu. ' +
      'Uruchom program jako zwykły użytkownik, przenieś go do folderu dostępnego dla innych (np. /opt) albo ustaw DATABASE_URL.',
  )
}

const temporaryWarning = (folder: string): string =>
  folder.startsWith(os.tmpdir())
    ? ' Uwaga: to folder tymczasowy, który system może opróżnić; nie trzymaj tam prawdziwych odpowiedzi.'
    : ''

/** The place outside a closed data folder; noted inside it, so that moving the clone does not lose the data. */
function placeInShelter(dataFolder: string, user: PostgresUser): PostgresPlace {
  const note = path.join(dataFolder, 'postgres-location')
  const noted = existsSync(note) ? readFileSync(note, 'utf8').trim() : ''
  const name = createHash('sha256').update(realpathSync(dataFolder)).digest('hex').slice(0, 16)
  const folder = noted && existsSync(noted) ? noted : path.join(findShelter(user), name)
  withFilesOf(dataFolder, () => writeFileSync(note, `${folder}\n`))
  const remark =
    `Folder ${dataFolder} jest zamknięty dla innych użytkowników, a baza nie może działać jako root, ` +
    `więc dane bazy leżą w ${folder}.${temporaryWarning(folder)}`
  return { folder, user: choosePostgresUser(path.join(folder, 'data')) ?? user, remark }
}

function refuseUnreachableData(folder: string): never {
  throw new StartRefusedError(
    `Dane bazy leżą w ${folder}, ale użytkownik, do którego należą, nie może tam wejść. ` +
      'Przenieś folder danych do miejsca dostępnego dla niego i wskaż je opcją --data.',
  )
}

/** Hands a folder to the user PostgreSQL runs as, closed to everybody else. */
function handOver(folder: string, user: PostgresUser | null): void {
  makeFolder(folder)
  try {
    if (user) chownSync(folder, user.uid, user.gid)
    if (process.platform !== 'win32') chmodSync(folder, 0o700)
  } catch (error) {
    throw explainFileError(error, folder)
  }
}

/** Chooses and makes the place of the database for a data folder. */
export function preparePostgresPlace(dataFolder: string): PostgresPlace {
  makeFolder(dataFolder)
  const folder = path.join(realpathSync(dataFolder), 'postgres')
  const user = choosePostgresUser(path.join(folder, 'data'))
  const isReachable = user === null || canWalkTo(path.dirname(folder), user)
  if (user && !isReachable && existsSync(path.join(folder, 'data'))) refuseUnreachableData(folder)
  const place = user && !isReachable ? placeInShelter(dataFolder, user) : { folder, user, remark: null }
  handOver(place.folder, place.user)
  return place
}
