import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts'
import { StartRefusedError, systemCode, withFilesOf } from './start-refused.ts'

const Owner = z.object({ pid: z.number().int().positive(), startedAt: z.string() })

function parseOwner(text: string): ProcessIdentity | null {
  try {
    return Owner.parse(JSON.parse(text))
  } catch {
    return null
  }
}

const readOwnerFile = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

/** Links the finished file into place: it appears whole, or not at all because somebody else's is there. */
function tryToTake(file: string, content: string): boolean {
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, content, { mode: 0o644 })
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Moves a dead owner's file away, and puts it back if it turns out to be somebody else's by now. */
function removeStale(file: string, content: string): void {
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return
    throw error
  }
  if (readOwnerFile(aside) !== content) tryToTake(file, readOwnerFile(aside) ?? '')
  rmSync(aside, { force: true })
}

export interface DataLock {
  release(): void
}

/**
 * Makes this process the only one that works on a data folder. An owner that is still alive is refused with
 * a sentence; the file of one that was killed is taken over. An unreadable file counts as a dead owner's,
 * because a living one appears whole.
 */
export function lockData(folder: string): DataLock {
  const file = path.join(folder, 'owner.json')
  const self = identify(process.pid) ?? { pid: process.pid, startedAt: '' }
  const content = JSON.stringify(self)
  return withFilesOf(folder, () => {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (tryToTake(file, content)) return { release: () => release(file, content) }
      const found = readOwnerFile(file)
      if (found === null) continue
      const owner = parseOwner(found)
      if (owner && isAlive(owner)) throw refusal(folder, owner)
      removeStale(file, found)
    }
    throw new StartRefusedError(`Nie udało się zająć folderu danych ${folder}. Uruchom program ponownie.`)
  })
}

const refusal = (folder: string, owner: ProcessIdentity): StartRefusedError =>
  new StartRefusedError(
    `Na danych w folderze ${folder} działa już Rozeznanie (proces ${owner.pid}). ` +
      'Zatrzymaj je albo wskaż inny folder opcją --data.',
  )

function release(file: string, content: string): void {
  if (readOwnerFile(file) === content) rmSync(file, { force: true })
}
