import { existsSync, statSync } from 'node:fs'
import path from 'node:path'

/** Whom PostgreSQL runs as: it refuses to run as root. */
export interface PostgresUser {
  readonly uid: number
  readonly gid: number
}

/** The unprivileged user every Unix has. */
const NOBODY: PostgresUser = { uid: 65534, gid: 65534 }

/**
 * Null when the server's own user will do. As root: the owner of the data that exist, so that one installation
 * may be started by root and by an ordinary user in turn; otherwise nobody.
 */
export function choosePostgresUser(dataFolder: string): PostgresUser | null {
  if (process.getuid?.() !== 0) return null
  if (!existsSync(dataFolder)) return NOBODY
  const { uid, gid } = statSync(dataFolder)
  return uid === 0 ? NOBODY : { uid, gid }
}

const READ = 0o4
const WALK = 0o1

function allows(place: string, user: PostgresUser, wanted: number): boolean {
  const { uid, gid, mode } = statSync(place)
  const bits = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode
  return (bits & wanted) === wanted
}

/** Whether the user can walk from the root of the file system into this folder (as far as it exists). */
export function canWalkTo(folder: string, user: PostgresUser): boolean {
  const here = !existsSync(folder) || allows(folder, user, WALK)
  const parent = path.dirname(folder)
  return here && (parent === folder || canWalkTo(parent, user))
}

/** Whether the user can read this file, the way to it included. */
export const canRead = (file: string, user: PostgresUser): boolean =>
  existsSync(file) && allows(file, user, READ) && canWalkTo(path.dirname(file), user)
