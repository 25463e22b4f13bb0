// `npm run migration`: makes the first migration anew from prisma/schema.prisma and keeps what is written by hand at
// its end. Only until the first release: afterwards a change is a further folder.
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { execFileSync } from 'node:child_process'
import { binary, root, run } from './say.mjs'

const FILE = path.join(root, 'prisma/migrations/20261122000000_first/migration.sql')
const LOCK = path.join(root, 'node_modules/.migration.lock')
const BY_HAND = '-- WRITTEN BY HAND'

/** One at a time: two makers would mix their files. */
async function underLock(work) {
  for (let tries = 0; ; tries += 1) {
    try {
      mkdirSync(LOCK)
      break
    } catch (error) {
      if (error.code !== 'EEXIST' || tries > 120) throw error
      await pause(500)
    }
  }
  try {
    return work()
  } finally {
    rmdirSync(LOCK)
  }
}

function remake() {
  const before = readFileSync(FILE, 'utf8')
  const at = before.indexOf(BY_HAND)
  if (at < 0) throw new Error(`W ${FILE} nie ma części „${BY_HAND}”.`)
  const tables = execFileSync(
    binary('prisma'),
    ['migrate', 'diff', '--from-empty', '--to-schema', 'prisma/schema.prisma', '--script'],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  writeFileSync(FILE, `${tables.trimEnd()}\n\n${before.slice(at)}`)
}

await run(() => underLock(remake))
