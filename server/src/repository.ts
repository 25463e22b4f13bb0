import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the clone, found from the sources as well as from the bundle in `server/dist`. */
export const repositoryRoot = rootAbove(path.dirname(fileURLToPath(import.meta.url)))

function rootAbove(folder: string): string {
  if (existsSync(path.join(folder, 'prisma', 'migrations'))) return folder
  const parent = path.dirname(folder)
  if (parent === folder) throw new Error('No folder above the server holds prisma/migrations')
  return rootAbove(parent)
}

/** An absolute path inside the clone. */
export const inRepository = (...parts: readonly string[]): string => path.join(repositoryRoot, ...parts)

/** The version of this program, as `package.json` of the clone says. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as { version: string }
  return version
}
