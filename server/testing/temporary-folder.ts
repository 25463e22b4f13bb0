import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export interface TemporaryFolder {
  readonly folder: string
  remove(): void
}

/** A new folder with a name like those people have: with a space and Polish letters. Open to others unless told. */
export function makeTemporaryFolder(mode = 0o755): TemporaryFolder {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'Zażółć gęślą jaźń '))
  chmodSync(folder, mode)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}
