// Builds through turbo, and only when something that goes into the build has changed.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Refusal, binary, execute, refusalIn, root } from './say.mjs'

const INPUTS = [
  'core/package.json',
  'core/src',
  'server/build.mjs',
  'server/package.json',
  'server/src',
  'web',
  'prisma',
  'prisma.config.ts',
  'codegen.ts',
  'package-lock.json',
  'turbo.json',
  'tsconfig.base.json',
]
const NOT_INPUTS = /(^|\/)(node_modules|dist|\.turbo|generated|gql|testing)$|\.(test|proof)\.tsx?$/
const OUTPUTS = ['server/dist/main.js', 'web/dist/index.html', 'web/dist/answer', 'web/dist/teren']
const STAMP = path.join(root, 'server/dist/.build-stamp')

function* filesUnder(relative) {
  if (NOT_INPUTS.test(relative)) return
  const entries = readdirSync(path.join(root, relative), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )
  for (const entry of entries) {
    const inside = `${relative}/${entry.name}`
    if (entry.isDirectory()) yield* filesUnder(inside)
    else if (entry.isFile() && !NOT_INPUTS.test(inside)) yield inside
  }
}

function hashInputs() {
  const hash = createHash('sha256').update(process.versions.node)
  for (const input of INPUTS) {
    const isFile = path.extname(input) !== ''
    for (const file of isFile ? [input] : filesUnder(input)) {
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(path.join(root, file)))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

const isBuilt = (stamp) =>
  OUTPUTS.every((output) => existsSync(path.join(root, output))) &&
  existsSync(STAMP) &&
  readFileSync(STAMP, 'utf8') === stamp

/** Runs tasks of turbo.json; what did not change comes from its cache. */
export const turbo = (tasks, options) =>
  execute(
    binary('turbo'),
    ['run', ...tasks, '--output-logs=errors-only', '--concurrency=2', '--no-update-notifier'],
    options,
  )

export async function buildWhatChanged() {
  const stamp = hashInputs()
  if (isBuilt(stamp)) return
  console.log('Buduję program…')
  const { code, output } = await turbo(['build'], { quiet: true })
  if (code !== 0) {
    console.error(output)
    throw refusalIn(output) ?? new Refusal('Budowanie programu nie powiodło się; powód widać powyżej.')
  }
  writeFileSync(STAMP, stamp)
}
