import { createHash, randomUUID } from 'node:crypto'
import { aQuestionnaire, yesNo } from '@rozeznanie/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const QUESTIONNAIRE = aQuestionnaire([
  yesNo('hasCar'),
  { key: 'idea', type: 'TEXT_LONG', text: 'Czego brakuje?' },
])
/** What a server learns of who sends, and when; none of it may stand in any table. */
const SENDER = {
  'x-forwarded-for': '203.0.113.77',
  'user-agent': 'KanarkowaPrzegladarka/7',
  cookie: 'kanarek=KanarkoweCiastko',
  referer: 'https://kanarek.example/skad',
}
const CANARIES = ['203.0.113.77', 'Kanarkow', 'kanarek']
const COUNT = 1_000

let test: TestApp
let organiser: SignedIn
let versionId: string
let now = new Date('2026-11-22T10:00:00Z')

beforeAll(async () => {
  test = await createTestApp({ now: () => now, trustedProxyCount: 1, submissionsPerMinute: 5_000 })
  organiser = await test.signInAs('organiser')
  versionId = await test.aQuestionnaireVersion(QUESTIONNAIRE)
})
afterAll(() => test.close())

const aSurvey = (change: object = {}) =>
  test.aSurvey({
    organisationId: organiser.organisationId ?? '',
    questionnaireVersionId: versionId,
    ...change,
  })

/** As random as those of devices, and the same in every run. */
function drawnId(number: number): string {
  const hex = createHash('sha256').update(`losowy ${number}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

async function answer(code: string, idea: string, id: string = randomUUID()): Promise<string> {
  const sent = { id, questionnaireVersionId: versionId, mode: 'CAWI', answers: { hasCar: 'no', idea } }
  const url = `/a/${code}/responses`
  const reply = await test.app.inject({ method: 'POST', url, headers: SENDER, payload: sent })
  expect(reply.statusCode).toBe(201)
  return id
}

interface Arrived {
  readonly survey: { readonly id: string; readonly code: string }
  /** Ids in the order in which they came. */
  readonly ids: readonly string[]
}

async function thousandAnswers(): Promise<Arrived> {
  const survey = await aSurvey({ closesOn: '2026-11-22' })
  const ids: string[] = []
  const send = (number: number) =>
    answer(survey.code, `pomysł ${String((number * 617) % COUNT).padStart(4, '0')}`, drawnId(number))
  while (ids.length < COUNT) {
    const together = Array.from({ length: 25 }, (_, index) => send(ids.length + index))
    ids.push(...(await Promise.all(together)))
  }
  return { survey, ids }
}

/** Every column of a survey's responses, with what PostgreSQL itself knows of each row. */
async function dump(surveyId: string): Promise<readonly Readonly<Record<string, string | null>>[]> {
  const { rows: columns } = await test.db.pool.query<{ name: string }>(
    `SELECT quote_ident(column_name) AS name FROM information_schema.columns WHERE table_name = 'response'`,
  )
  const texts = columns.map(({ name }) => `${name}::text`)
  // The place in the table as a number: page, then line.
  const place = `((ctid::text::point)[0] * 1000 + (ctid::text::point)[1])::text AS place, xmin::text AS xmin`
  const { rows } = await test.db.pool.query<Record<string, string | null>>(
    `SELECT ${texts.join(', ')}, ${place} FROM response WHERE survey_id = $1`,
    [surveyId],
  )
  return rows
}

function ranks(values: readonly string[]): readonly number[] {
  const isNumeric = values.every((value) => /^\d+$/.test(value))
  const compare = (one: string, other: string) =>
    isNumeric ? Number(one) - Number(other) : one < other ? -1 : one > other ? 1 : 0
  const sorted = values
    .map((value, index) => ({ value, index }))
    .toSorted((a, b) => compare(a.value, b.value))
  const ranked: number[] = []
  for (let from = 0; from < sorted.length;) {
    let to = from
    while (to < sorted.length && sorted[to]?.value === sorted[from]?.value) to += 1
    for (const { index } of sorted.slice(from, to)) ranked[index] = (from + to - 1) / 2
    from = to
  }
  return ranked
}

/** Spearman's rank correlation between the order of a list and its values; 0 where all are equal. */
function orderCorrelation(values: readonly string[]): number {
  const [places, ranked] = [values.map((_value, index) => index), ranks(values)]
  const mean = (values.length - 1) / 2
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, index) => sum + (value - mean) * ((b[index] ?? mean) - mean), 0)
  const spread = Math.sqrt(product(places, places) * product(ranked, ranked))
  return spread === 0 ? 0 : product(places, ranked) / spread
}

async function correlations({ survey, ids }: Arrived): Promise<Record<string, number>> {
  const rows = new Map((await dump(survey.id)).map((row) => [row.id, row]))
  const arrived = ids.map((id) => rows.get(id) ?? {})
  const names = Object.keys(arrived[0] ?? {})
  return Object.fromEntries(
    names.map((name) => [name, orderCorrelation(arrived.map((row) => row[name] ?? ''))]),
  )
}

describe('after a survey with a thousand anonymous answers', () => {
  let arrived: Arrived
  beforeAll(async () => {
    arrived = await thousandAnswers()
  })

  it('nothing in the database tells who came first, and results count the same', async () => {
    const before = await correlations(arrived)
    const counted = (await test.services.surveyColumns.read(arrived.survey.id))?.columns.responseCount
    now = new Date('2026-11-26T10:00:00Z')

    const reordered = await test.services.responses.reorderEnded(now)

    const after = await correlations(arrived)
    const recounted = (await test.services.surveyColumns.read(arrived.survey.id))?.columns.responseCount
    now = new Date('2026-11-22T10:00:00Z')
    expect(before.sequence).toBeGreaterThan(0.99)
    expect(reordered).toBe(1)
    expect(Object.entries(after).filter(([, correlation]) => Math.abs(correlation) > 0.1)).toEqual([])
    expect([counted, recounted]).toEqual([COUNT, COUNT])
  })

  it('nothing in any table tells of a sender, and no row of an answer holds a time of day', async () => {
    const { rows: tables } = await test.db.pool.query<{ name: string }>(
      `SELECT quote_ident(table_name) AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    )
    const texts: string[] = []
    for (const { name } of tables) {
      const { rows } = await test.db.pool.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`)
      texts.push(...rows.map(({ text }) => text))
    }
    const { rows: timed } = await test.db.pool.query(
      `SELECT column_name FROM information_schema.columns
       WHERE table_name IN ('response', 'response_conflict') AND data_type ~ '^(timestamp|time|interval|inet|cidr)'`,
    )

    expect(texts.length).toBeGreaterThan(COUNT)
    expect(CANARIES.filter((canary) => texts.some((text) => text.includes(canary)))).toEqual([])
    expect(timed).toEqual([])
  })
})

describe('the order of responses', () => {
  const sequences = async (surveyId: string) =>
    (await test.db.prisma.response.findMany({ where: { surveyId }, orderBy: { id: 'asc' } })).map(
      ({ sequence }) => sequence,
    )

  it('stays while anything may still come, and is made meaningless at once by closing without grace', async () => {
    const survey = await aSurvey()
    for (let count = 0; count < 12; count += 1) await answer(survey.code, 'ławka')
    const before = await sequences(survey.id)
    await test.services.responses.reorderEnded(now)
    const whileOpen = await sequences(survey.id)
    const grace = { surveyId: survey.id, graceDays: 0 }
    const set = 'mutation ($input: SetSurveyGraceInput!) { setSurveyGrace(input: $input) { __typename } }'
    const close = 'mutation ($input: CloseSurveyInput!) { closeSurvey(input: $input) { __typename } }'
    const asOrganiser = { as: organiser }

    await test.graphql(set, { input: grace }, asOrganiser)
    await test.graphql(close, { input: { surveyId: survey.id } }, asOrganiser)

    const after = await sequences(survey.id)
    expect(whileOpen).toEqual(before)
    expect(after).toEqual(after.toSorted((one, other) => Number(one - other)))
    expect(await test.services.responses.reorderEnded(now)).toBe(0)
  })

  it('is made meaningless again when something came in afterwards', async () => {
    const survey = await aSurvey({ closesOn: '2026-11-10' })
    const row = (id: string) => ({
      ...{ surveyId: survey.id, id, questionnaireVersionId: versionId, mode: 'CAPI' as const },
      ...{ submittedOn: new Date('2026-11-09'), answers: {}, contentHash: Buffer.alloc(32) },
    })
    await test.db.prisma.response.create({ data: row('ffffffff-ffff-4fff-8fff-ffffffffffff') })
    await test.services.responses.reorderEnded(now)

    await test.db.prisma.response.create({ data: row('00000000-0000-4000-8000-000000000000') })
    const again = await test.services.responses.reorderEnded(now)

    const [first, last] = await sequences(survey.id)
    expect(again).toBe(1)
    expect(first).toBeLessThan(last ?? 0n)
  })
})
