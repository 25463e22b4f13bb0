// Twenty questions at 10,000, 100,000 and 1,000,000 responses: reading them after a restart, counting, memory, the
// results page over HTTP, and the same cells by SQL. `LARGEST=100000` stops earlier; `COUNT_ONLY=10000000` also counts
// so many that are made in memory, which is what ten million take. Figures of several runs are the median and
// the best by the clock, then the processor's time in brackets; on a busy machine the last two say more.
import { loadavg } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import {
  buildColumns,
  CHUNK_SIZE,
  type CellScope,
  columnBytes,
  type Columns,
  crosstab,
  pairCells,
  reserve,
  surveyResults,
} from '@rozeznanie/core/analysis'
import { createSurveyColumns } from '../server/src/analysis/survey-columns.ts'
import { createApp } from '../server/src/app.ts'
import type { Database } from '../server/src/database/database.ts'
import { asInstallation, createServices } from '../server/src/services.ts'
import { createBuilders, TEST_PASSWORD } from '../server/testing/builders.ts'
import { storeMany } from './many-responses.ts'
import { onDatabase } from './residents.ts'
import { RESULTS } from './results-query.ts'
import { timed, type Timed } from './timing.ts'
import { twentyQuestions } from './twenty-questions.ts'

const LARGEST = Number(process.env.LARGEST ?? 1_000_000)
const COUNT_ONLY = Number(process.env.COUNT_ONLY ?? 0)
const SIZES = [10_000, 100_000, 1_000_000].filter((size) => size <= LARGEST)
const MEMORY = 4 * 1024 ** 3

/** What was measured at each size, by name. */
const table = new Map<string, Map<number, string>>()
/** Processor time of counting at each size, for the exponent. */
const scans = new Map<string, Map<number, number>>()

function note(name: string, size: number, value: string): void {
  table.set(name, (table.get(name) ?? new Map<number, string>()).set(size, value))
}

const shown = (milliseconds: number) => milliseconds.toFixed(milliseconds < 10 ? 1 : 0)

function noteTime(name: string, size: number, { median, best, cpu }: Timed): void {
  note(name, size, `${shown(median)} / ${shown(best)} (${shown(cpu)})`)
  scans.set(name, (scans.get(name) ?? new Map<number, number>()).set(size, cpu))
}

/** A weight that depends on the answer to one question, and two filters. */
function weightedScope(): CellScope {
  return {
    filter: [
      { dimension: 'single_4', codes: ['1', '2', '3'] },
      { dimension: 'single_5', codes: ['1', '2'] },
    ],
    weights: {
      keys: ['single_3'],
      weigh: (columns) => {
        const { cells } = columns.byKey.get('single_3')!
        const weights = new Float64Array(columns.responseCount)
        for (let i = 0; i < weights.length; i++) weights[i] = 0.5 + cells[i]! / 8
        return weights
      },
    },
  }
}

async function count(columns: Columns, size: number): Promise<void> {
  const scope = weightedScope()
  const weights = scope.weights!.weigh(columns)
  const weighted = { ...scope, weights: { keys: [], weigh: () => weights } }
  const cross = () => crosstab(columns, 'single_1', 'single_2')
  const cells = () => pairCells(columns, 'single_1', 'single_2', weighted)
  const all = () => surveyResults(columns, [])
  for (const work of [cross, cells, all]) for (let run = 0; run < 3; run++) work()
  noteTime('crosstab, ms', size, await timed(31, cross))
  noteTime('weighted cells with Σw², two filters, ms', size, await timed(31, cells))
  noteTime('summaries of 20 questions, ms', size, await timed(15, all))
  note('memory of the columns, MB', size, (columnBytes(columns) / 1e6).toFixed(1))
}

/** Columns filled without a database. */
function made(size: number): Columns {
  const columns = buildColumns(twentyQuestions)
  reserve(columns, size)
  columns.responseCount = size
  for (const column of columns.byKey.values()) {
    for (let i = 0; i < size; i++) {
      column.cells[i] = column.kind === 'code' ? 4 + Math.trunc(Math.random() * 5) : 4
      if (column.kind === 'set') column.words[i] = 1 + Math.trunc(Math.random() * 63)
      if (column.kind === 'number') column.values[i] = Math.trunc(Math.random() * 100)
    }
  }
  return columns
}

type Survey = Awaited<ReturnType<ReturnType<typeof createBuilders>['aSurvey']>>

/** Reading all answers once, as a server does that has just started. */
async function cold(db: Database, survey: Survey, name: string, size: number) {
  const reader = createSurveyColumns({ db, now: () => new Date(), memoryBytes: MEMORY })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const found = await timed(1, () => reader.read(survey.id))
  delay.disable()
  note(name, size, `${shown(found.median)} (${shown(found.cpu)})`)
  note(`  longest pause for others, ms`, size, shown(delay.max / 1e6))
  return reader
}

async function untilKept({ pool }: Database, survey: Survey, size: number): Promise<void> {
  const wanted = Math.floor(size / CHUNK_SIZE)
  for (let kept = -1; kept < wanted; await pause(50)) {
    const { rows } = await pool.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM column_chunk WHERE survey_id = $1',
      [survey.id],
    )
    kept = rows[0]!.count
  }
}

async function live(db: Database, survey: Survey, reader: ReturnType<typeof createSurveyColumns>) {
  await db.pool.query(
    `INSERT INTO response (survey_id, id, questionnaire_version_id, mode, submitted_on, answers, content_hash)
     VALUES ($1, gen_random_uuid(), $2, 'CAWI', '2026-11-22', '{"single_1":"1"}', '\\x00')`,
    [survey.id, survey.questionnaireVersionId],
  )
  const before = (await reader.read(survey.id))!.columns.responseCount
  if (before % 10 === 0) throw new Error('the new answer is not there')
}

async function overHttp(db: Database, survey: Survey, email: string, size: number): Promise<void> {
  const services = createServices({ db, resultsMemoryBytes: MEMORY })
  const app = await createApp({ db, services })
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const post = (query: string, variables: object, cookie = '') =>
    fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query, variables }),
    })
  const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }'
  const signedIn = await post(signIn, { input: { email, password: TEST_PASSWORD } })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const ask = async () => {
    const text = await (await post(RESULTS, { id: survey.id }, cookie)).text()
    if (text.includes('"errors"')) throw new Error(text.slice(0, 500))
  }
  const first = await timed(1, ask)
  note('results over HTTP, first after a restart, ms', size, `${shown(first.median)} (${shown(first.cpu)})`)
  for (let run = 0; run < 3; run++) await ask()
  noteTime('results over HTTP, warm, ms', size, await timed(15, ask))
  await app.close()
}

async function measure(db: Database): Promise<void> {
  const services = createServices({ db })
  const { anOrganisation, anAccount, aQuestionnaireVersion, aSurvey } = createBuilders(
    asInstallation(services),
  )
  const organisationId = await anOrganisation()
  const { email } = await anAccount({ organisationId, role: 'ORGANISER' })
  const questionnaireVersionId = await aQuestionnaireVersion(twentyQuestions)
  for (const size of SIZES) {
    const survey = await aSurvey({ organisationId, questionnaireVersionId })
    const stored = await timed(1, () =>
      storeMany(db, survey, { questionnaire: twentyQuestions, count: size }),
    )
    note('storing, s', size, (stored.median / 1000).toFixed(1))
    await cold(db, survey, 'columns from all responses, ms', size)
    await untilKept(db, survey, size)
    const reader = await cold(db, survey, 'columns after a restart, ms', size)
    await count((await reader.read(survey.id))!.columns, size)
    noteTime('a new answer in the results, ms', size, await timed(5, () => live(db, survey, reader)))
    await overHttp(db, survey, email, size)
    const bySql = createSurveyColumns({ db, now: () => new Date(), memoryBytes: 1 })
    const cells = async () => (await bySql.cells(survey.id))!.pair('single_1', 'single_2', weightedScope())
    if (size > CHUNK_SIZE)
      noteTime('weighted cells, two filters, by PostgreSQL, ms', size, await timed(1, cells))
    console.log(`${size} measured, load ${loadavg()[0]!.toFixed(1)}`)
  }
}

const GOALS: Readonly<Record<string, string>> = {
  'columns after a restart, ms': 'goal at 1,000,000: with HTTP 2,000',
  '  longest pause for others, ms': 'goal 50',
  'crosstab, ms': 'goal 8; DuckDB 2.9, PostgreSQL wide 246, jsonb 1,202',
  'weighted cells with Σw², two filters, ms': 'goal 20 with all of its table (see tables)',
  'summaries of 20 questions, ms': 'DuckDB 45, PostgreSQL jsonb 12,149, LimeSurvey 34,600',
  'memory of the columns, MB': 'goal 60; LimeSurvey 982',
  'a new answer in the results, ms': 'goal 1,000',
  'results over HTTP, first after a restart, ms': 'goal 2,000',
  'results over HTTP, warm, ms': 'goal 60; LimeSurvey 34,600',
}

function print(): void {
  const sizes = COUNT_ONLY > 0 ? [...SIZES, COUNT_ONLY] : SIZES
  const cells = (values: readonly string[]) => values.map((value) => value.padStart(20)).join('')
  console.log(
    `${''.padEnd(50)}${cells(sizes.map((size) => size.toLocaleString('en')))}${'growth'.padStart(8)}`,
  )
  for (const [name, values] of table) {
    const scan = scans.get(name)
    const [small, large] = [scan?.get(sizes.at(-2) ?? 0), scan?.get(sizes.at(-1) ?? 0)]
    const growth =
      small && large ? (Math.log(large / small) / Math.log(sizes.at(-1)! / sizes.at(-2)!)).toFixed(2) : ''
    const goal = GOALS[name] ? `  ${GOALS[name]}` : ''
    console.log(
      `${name.padEnd(50)}${cells(sizes.map((size) => values.get(size) ?? '–'))}${growth.padStart(8)}${goal}`,
    )
  }
}

await onDatabase(measure)
if (COUNT_ONLY > 0) await count(made(COUNT_ONLY), COUNT_ONLY)
print()
