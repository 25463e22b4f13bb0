// The steps that `npm test` and `npm run check` are made of, and their count.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { turbo } from './build.mjs'
import { binary, execute, root, sentenceOf } from './say.mjs'

const SDL = path.join(root, 'server/schema.graphql')

/** Runs steps one after another and remembers what failed; a failed step does not stop the others. */
export class Steps {
  passed = 0
  failed = 0
  failedNames = []

  /** @param work - resolves to `{ code }`, or to `{ passed, failed }` when it counts tests */
  async step(name, work) {
    console.log(`\n── ${name}`)
    await this.#count(name, work)
  }

  /** Steps that need nothing of one another, side by side; what they print is told apart by the last line of each. */
  async sideBySide(...works) {
    console.log(`\n── ${works.map(([name]) => name).join(', ')}`)
    await Promise.all(works.map(([name, work]) => this.#count(name, work)))
  }

  async #count(name, work) {
    const start = performance.now()
    const result = await work().catch((error) => {
      console.error(sentenceOf(error))
      return { code: 1 }
    })
    const failed = result.failed ?? (result.code === 0 ? 0 : 1)
    this.passed += result.passed ?? 0
    this.failed += failed
    if (failed > 0) this.failedNames.push(name)
    console.log(
      `── ${name}: ${failed === 0 ? 'dobrze' : 'ŹLE'} (${((performance.now() - start) / 1000).toFixed(1)} s)`,
    )
  }

  /** Ends the process; the last line counts. */
  finish() {
    if (this.failedNames.length > 0) console.log(`\nNie przeszło: ${this.failedNames.join(', ')}.`)
    console.log(`\n${this.passed} passed, ${this.failed} failed`)
    process.exitCode = this.failed === 0 ? 0 : 1
  }
}

const tool = (name, ...args) => execute(binary(name), args)

export const checkFormat = () =>
  tool('prettier', '--check', '--log-level=warn', '--cache', '--cache-strategy=content', '.')
export const checkLint = () => tool('eslint', '.', '--max-warnings=0')
export const checkMap = () =>
  tool(
    'depcruise',
    '--config',
    '.dependency-cruiser.mjs',
    'core',
    'server',
    'web',
    'prisma',
    '--output-type',
    'err',
  )
export const checkUnused = () => tool('knip')
export const checkLock = () => execute(process.execPath, ['tools/check-lock.mjs'])
export const checkTypes = () => turbo(['typecheck'])
/** Leaves what has been generated alone, since others read it meanwhile; builds even when types are wrong. */
export const checkTypesAndBuild = () => turbo(['typecheck', 'build', '--only', '--continue'])

/** Generates everything and refuses when the committed contract is not what the server prints. */
export async function checkGenerated() {
  const committed = readFileSync(SDL, 'utf8')
  const result = await turbo(['generate', '//#codegen'])
  if (result.code !== 0 || readFileSync(SDL, 'utf8') === committed) return result
  console.error(
    'server/schema.graphql nie był zgodny z kodem serwera; właśnie został zapisany na nowo. Dołącz go do zmian.',
  )
  return { code: 1 }
}

/** Test files that could not even be loaded count as one failure each. */
function countOf(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }
}

/** Runs projects of vitest.config.ts and counts their tests. */
export async function runTests(projects, env = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rozeznanie-report-'))
  const file = path.join(folder, 'report.json')
  try {
    const chosen = projects.flatMap((project) => ['--project', project])
    const args = ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const { code } = await execute(binary('vitest'), args, { env })
    const count = countOf(JSON.parse(readFileSync(file, 'utf8')))
    // an error outside any test, or no test at all, is a failure as well
    return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
