import { randomUUID } from 'node:crypto'
import { aQuestionnaire, matrix, multi, single } from '@rozeznanie/core/testing'
import type { Answers } from '@rozeznanie/core/questionnaire'
import type { CollectionMode } from '@rozeznanie/core/response'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApp, createTestApp } from '../../testing/test-app.ts'
import { createSurveyColumns } from './survey-columns.ts'

const document = aQuestionnaire([
  { key: 'dem_locality', type: 'LOCALITY', text: 'W jakiej miejscowości Pan/Pani mieszka?' },
  single('dem_sex', ['WOMAN', 'MAN']),
  single('dem_age', ['18_24', '65_69']),
  multi('barrier', ['far', 'costs']),
  matrix('need', ['CARE', 'MEALS'], ['1', '3']),
])

const RESULTS = `query ($id: ID!, $filter: [ConditionInput!]) { survey(id: $id) { results(filter: $filter) {
  asOf responseCount filteredCount modeCounts { mode count }
  summaries { questionKey base { askedCount validCount unansweredCount }
    ... on ChoiceSummary { isMultiple frequencies { code label count ofAnswers ofRespondents { share low high } } }
    ... on MatrixSummary { rows { key frequencies { code count } } } } } } }`

const CROSSTAB = `query ($id: ID!, $row: String!, $column: String!, $filter: [ConditionInput!]) { survey(id: $id) {
  crosstab(rowQuestionKey: $row, columnQuestionKey: $column, filter: $filter) {
    rows { code } columns { code } counts rowTotals columnTotals validCount rowShares columnShares
    rowText isRowMultiple isColumnMultiple } } }`

interface Results {
  readonly asOf: string
  readonly responseCount: number
  readonly filteredCount: number
  readonly modeCounts: readonly { readonly mode: string; readonly count: number }[]
  readonly summaries: readonly {
    readonly questionKey: string
    readonly base: { readonly askedCount: number; readonly validCount: number }
    readonly frequencies?: readonly {
      readonly code: string
      readonly label: string
      readonly count: number
    }[]
  }[]
}
interface Crosstab {
  readonly counts: readonly (readonly number[])[]
  readonly validCount: number
}
interface Answered<Name extends string, Value> {
  readonly survey: Readonly<Record<Name, Value | null>> | null
}

let test: TestApp
let organiser: SignedIn
let survey: { id: string; questionnaireVersionId: string }
let places: readonly [string, string]
const now = new Date('2026-11-22T10:00:00Z')

beforeAll(async () => {
  test = await createTestApp({ now: () => now })
  organiser = await test.signInAs('organiser')
  places = [await test.aLocality({ name: 'Bieliny' }), await test.aLocality({ name: 'Huta' })]
  survey = await test.aSurvey({
    organisationId: organiser.organisationId!,
    questionnaireVersionId: await test.aQuestionnaireVersion(document),
  })
  await store([
    {
      dem_locality: places[0],
      dem_sex: 'WOMAN',
      dem_age: '65_69',
      barrier: ['far', 'costs'],
      need: { CARE: '3' },
    },
    { dem_locality: places[0], dem_sex: 'MAN', dem_age: '65_69', barrier: ['far'], need: { CARE: '1' } },
    { dem_locality: places[1], dem_sex: 'WOMAN', dem_age: '18_24' },
  ])
  await store([{ dem_locality: '-99', dem_sex: 'WOMAN' }], 'PAPI')
})
afterAll(() => test.close())

/** Rows as the one way in for responses leaves them. */
async function store(answers: readonly Answers[], mode: CollectionMode = 'CAWI', surveyId = survey.id) {
  const rows = answers.map((given) => ({
    surveyId,
    id: randomUUID(),
    questionnaireVersionId: survey.questionnaireVersionId,
    mode,
    localityId: places.find((id) => id === given.dem_locality) ?? null,
    submittedOn: new Date('2026-11-22'),
    answers: given as object,
    contentHash: Buffer.alloc(32),
  }))
  await test.db.prisma.response.createMany({ data: rows })
}

async function results(filter: object = [], as: SignedIn = organiser, id = survey.id) {
  const answer = await test.graphql<Answered<'results', Results>>(RESULTS, { id, filter }, { as })
  return { ...answer, results: answer.data?.survey?.results ?? null }
}

async function crosstab(row: string, column: string, as: SignedIn = organiser, filter: object = []) {
  const variables = { id: survey.id, row, column, filter }
  const answer = await test.graphql<Answered<'crosstab', Crosstab>>(CROSSTAB, variables, { as })
  return { ...answer, table: answer.data?.survey?.crosstab ?? null }
}

const summaryOf = (found: Results | null, key: string) => found?.summaries.find((s) => s.questionKey === key)
const countsOf = (found: Results | null, key: string) =>
  Object.fromEntries(summaryOf(found, key)?.frequencies?.map(({ code, count }) => [code, count]) ?? [])

describe('results of a survey', () => {
  it('summarise every question with its valid base, as of now', async () => {
    const { results: found, errors } = await results()

    expect(errors).toBeUndefined()
    expect(found).toMatchObject({ asOf: now.toISOString(), responseCount: 4, filteredCount: 4 })
    expect(found?.modeCounts).toEqual([
      { mode: 'CAWI', count: 3 },
      { mode: 'PAPI', count: 1 },
    ])
    expect(countsOf(found, 'dem_sex')).toEqual({ WOMAN: 3, MAN: 1 })
    expect(summaryOf(found, 'dem_locality')?.frequencies?.slice(0, 2)).toMatchObject([
      { label: 'Bieliny', count: 2 },
      { label: 'Huta', count: 1 },
    ])
    expect(summaryOf(found, 'barrier')).toMatchObject({
      isMultiple: true,
      base: { askedCount: 4, validCount: 2, unansweredCount: 2 },
      frequencies: [
        { count: 2, ofAnswers: 2 / 3, ofRespondents: { share: 1, high: 1 } },
        { count: 1, ofAnswers: 1 / 3, ofRespondents: { share: 0.5 } },
      ],
    })
    expect(summaryOf(found, 'need')).toMatchObject({
      rows: [{ frequencies: [{ count: 1 }, { count: 1 }] }, {}],
    })
  })

  it.each([
    { name: 'a locality', filter: () => [{ dimension: '@LOCALITY', codes: [places[0]] }], expected: 2 },
    { name: 'two localities', filter: () => [{ dimension: '@LOCALITY', codes: [...places] }], expected: 3 },
    { name: 'sex', filter: () => [{ dimension: 'dem_sex', codes: ['WOMAN'] }], expected: 3 },
    { name: 'age', filter: () => [{ dimension: 'dem_age', codes: ['65_69'] }], expected: 2 },
    { name: 'mode', filter: () => [{ dimension: '@MODE', codes: ['PAPI'] }], expected: 1 },
    {
      name: 'sex and age',
      filter: () => [
        { dimension: 'dem_sex', codes: ['WOMAN'] },
        { dimension: 'dem_age', codes: ['65_69'] },
      ],
      expected: 1,
    },
    { name: 'nothing', filter: () => [{ dimension: 'dem_sex', codes: [] }], expected: 4 },
  ])('are filtered by $name', async ({ filter, expected }) => {
    const { results: found } = await results(filter())

    expect(found).toMatchObject({ responseCount: 4, filteredCount: expected })
    expect(summaryOf(found, 'dem_sex')?.base.askedCount).toBe(expected)
  })

  it.each([
    { filter: [{ dimension: 'dem_sex', codes: ['X'] }], message: 'nie ma odpowiedzi „X”.' },
    {
      filter: [{ dimension: '@LOCALITY', codes: [randomUUID()] }],
      message: 'Tej miejscowości nie ma w gminie',
    },
    {
      filter: [{ dimension: '@LOCALITY', codes: ["' OR 1=1"] }],
      message: 'Tej miejscowości nie ma w gminie',
    },
  ])('refuse a filter the survey does not know: $filter', async ({ filter, message }) => {
    const { errors, data } = await results(filter)

    expect(errors?.[0]?.message).toContain(message)
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    expect(data.survey).toMatchObject({ results: null })
  })

  it('include an answer that came a moment ago, and one whose number was taken early but committed late', async () => {
    const fresh = await test.aSurvey({
      organisationId: organiser.organisationId!,
      questionnaireVersionId: survey.questionnaireVersionId,
    })
    const late = await test.db.pool.connect()
    const insert = `INSERT INTO response (survey_id, id, questionnaire_version_id, mode, submitted_on, answers, content_hash)
      VALUES ($1, $2, $3, 'CAWI', '2026-11-22', '{"dem_sex":"MAN"}', '\\x00')`
    await late.query('BEGIN')
    await late.query(insert, [fresh.id, randomUUID(), survey.questionnaireVersionId])
    await store([{ dem_sex: 'WOMAN' }], 'CAWI', fresh.id)

    const before = await results([], organiser, fresh.id)
    await late.query('COMMIT')
    late.release()
    const after = await results([], organiser, fresh.id)

    expect(countsOf(before.results, 'dem_sex')).toEqual({ WOMAN: 1, MAN: 0 })
    expect(countsOf(after.results, 'dem_sex')).toEqual({ WOMAN: 1, MAN: 1 })
  })

  it('forget a response that was deleted', async () => {
    const shrinking = await test.aSurvey({
      organisationId: organiser.organisationId!,
      questionnaireVersionId: survey.questionnaireVersionId,
    })
    await store([{ dem_sex: 'WOMAN' }, { dem_sex: 'MAN' }], 'CAWI', shrinking.id)
    await results([], organiser, shrinking.id)
    const where = { surveyId: shrinking.id, answers: { path: ['dem_sex'], equals: 'MAN' } }
    await test.db.prisma.response.deleteMany({ where })

    const { results: found } = await results([], organiser, shrinking.id)

    expect(countsOf(found, 'dem_sex')).toEqual({ WOMAN: 1, MAN: 0 })
  })

  it.each(['interviewer', 'administrator', 'analyst', 'stranger'] as const)(
    'are nothing to the %s',
    async (actor) => {
      const other = await test.signInAs(actor)

      const { results: found, table } = {
        ...(await results([], other)),
        ...(await crosstab('dem_sex', 'dem_age', other)),
      }

      expect(found).toBeNull()
      expect(table).toBeNull()
    },
  )
})

describe('a crosstab', () => {
  it('crosses two questions of those who answered both', async () => {
    const { table, errors } = await crosstab('dem_sex', 'dem_age')

    expect(errors).toBeUndefined()
    expect(table).toMatchObject({
      counts: [
        [1, 1],
        [0, 1],
      ],
      rowTotals: [2, 1],
      columnTotals: [1, 2],
      validCount: 3,
      rowShares: [
        [0.5, 0.5],
        [0, 1],
      ],
      columnShares: [
        [1, 0.5],
        [0, 0.5],
      ],
    })
  })

  it('takes a row of a matrix, says where a person may stand twice, and obeys the filter', async () => {
    const { table } = await crosstab('barrier', 'need/CARE', organiser, [
      { dimension: 'dem_sex', codes: ['WOMAN'] },
    ])

    expect(table).toMatchObject({ isRowMultiple: true, isColumnMultiple: false, validCount: 1 })
    expect(table?.counts).toEqual([
      [0, 1],
      [0, 1],
    ])
  })

  it('of a question that is not there is refused with a Polish sentence', async () => {
    const { errors } = await crosstab('dem_sex', 'nothing')

    expect(errors?.[0]?.message).toContain('dwa pytania tej ankiety')
  })
})

describe('columns of surveys', () => {
  it('are built once for all who ask at the same time, and stay right when there is room for one survey only', async () => {
    const narrow = createSurveyColumns({ db: test.db, now: () => now, memoryBytes: 1 })
    const other = await test.aSurvey({
      organisationId: organiser.organisationId!,
      questionnaireVersionId: survey.questionnaireVersionId,
    })
    await store([{ dem_sex: 'MAN' }], 'CAWI', other.id)

    const [first, second] = await Promise.all([narrow.read(survey.id), narrow.read(survey.id)])
    const elsewhere = await narrow.read(other.id)
    const again = await narrow.read(survey.id)

    expect(first?.columns).toBe(second?.columns)
    expect(elsewhere?.columns.responseCount).toBe(1)
    expect(again?.columns).not.toBe(first?.columns)
    expect(again?.columns.responseCount).toBe(4)
  })

  it('of a survey that is not there are nothing', async () => {
    expect(await createSurveyColumns({ db: test.db, now: () => now }).read(randomUUID())).toBeNull()
  })
})
