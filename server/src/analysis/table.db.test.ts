import { randomUUID } from 'node:crypto'
import { aMargin, aQuestionnaire, aRecipe, multi, single } from '@rozeznanie/core/testing'
import type { Answers } from '@rozeznanie/core/questionnaire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApp, createTestApp } from '../../testing/test-app.ts'

const document = aQuestionnaire([
  single('dem_sex', ['WOMAN', 'MAN']),
  single('plans', ['stay', 'leave']),
  multi('barrier', ['far', 'costs']),
  { key: 'more', type: 'TEXT_LONG', text: 'Uwagi' },
])

const TABLE = `query ($id: ID!, $row: String!, $column: String, $filter: [ConditionInput!], $weights: Int) {
  survey(id: $id) { table(rowKey: $row, columnKey: $column, filter: $filter, weightVersion: $weights) {
    rows { code } columns { code label } sampleType intervalKind filterText isProtected
    cells { count weighted mark ofColumn { percent low high effectiveCount reliability } ofRow { percent } }
    columnTotals { count weighted designEffect } base { asked valid unanswered effective }
    test { kind p isSignificant sentence } effect { cramerV sentence } means { mean } leaders
    sentences notes footer weightVersion { number name } } } }`

interface Table {
  readonly rows: readonly { readonly code: string }[]
  readonly columns: readonly { readonly code: string | null }[]
  readonly cells: readonly (readonly {
    readonly count: number
    readonly weighted: number | null
    readonly mark: string | null
    readonly ofColumn: { readonly percent: number | null; readonly low: number; readonly high: number }
  }[])[]
  readonly sentences: readonly string[]
  readonly footer: readonly string[]
  readonly weightVersion: object | null
}
interface Wish {
  readonly row: string
  readonly column?: string
  readonly filter?: object
  readonly weights?: number
}

let test: TestApp
let organiser: SignedIn
let survey: { id: string; questionnaireVersionId: string }

beforeAll(async () => {
  test = await createTestApp({ now: () => new Date('2026-11-22T10:00:00Z') })
  organiser = await test.signInAs('organiser')
  survey = await test.aSurvey({
    organisationId: organiser.organisationId!,
    questionnaireVersionId: await test.aQuestionnaireVersion(document),
  })
  await store(90, { dem_sex: 'WOMAN', plans: 'stay', barrier: ['far'] })
  await store(30, { dem_sex: 'WOMAN', plans: 'leave', barrier: ['far', 'costs'] })
  await store(30, { dem_sex: 'MAN', plans: 'stay' })
  await store(50, { dem_sex: 'MAN', plans: 'leave' })
})
afterAll(() => test.close())

/** Rows as the one way in for responses leaves them. */
async function store(count: number, answers: Answers) {
  const row = () => ({
    surveyId: survey.id,
    id: randomUUID(),
    questionnaireVersionId: survey.questionnaireVersionId,
    mode: 'CAWI' as const,
    submittedOn: new Date('2026-11-22'),
    answers: answers as object,
    contentHash: Buffer.alloc(32),
  })
  await test.db.prisma.response.createMany({ data: Array.from({ length: count }, row) })
}

async function ask(wish: Wish, as: SignedIn = organiser) {
  const { data, errors } = await test.graphql<{ readonly survey: { readonly table: Table | null } | null }>(
    TABLE,
    { id: survey.id, ...wish },
    { as },
  )
  return { table: data?.survey?.table ?? null, errors }
}

describe('a table of a survey', () => {
  it('crosses two questions with intervals, a test, marked cells and sentences', async () => {
    const { table, errors } = await ask({ row: 'plans', column: 'dem_sex' })

    expect(errors).toBeUndefined()
    expect(table).toMatchObject({
      rows: [{ code: 'stay' }, { code: 'leave' }],
      columns: [{ code: null, label: 'Ogółem' }, { code: 'WOMAN' }, { code: 'MAN' }],
      base: { asked: 200, valid: 200, unanswered: 0, effective: 200 },
      test: { kind: 'PEARSON', isSignificant: true },
      isProtected: false,
      weightVersion: null,
    })
    expect(table?.cells[0]?.map(({ count, mark }) => [count, mark])).toEqual([
      [120, null],
      [90, 'ABOVE'],
      [30, 'BELOW'],
    ])
    const women = table?.cells[0]?.[1]?.ofColumn
    expect([women?.percent, women?.low, women?.high].map((value) => Math.round(value ?? NaN))).toEqual([
      75, 67, 82,
    ])
    expect(table?.sentences.join(' ')).toMatch(/75% \(67–82%\) w grupie „WOMAN”.*w grupie „WOMAN” częściej/)
    expect(table?.footer).toContain('Wyniki nieważone: każda odpowiedź liczy się tak samo.')
  })

  it('says what its filter lets through', async () => {
    const { table } = await ask({ row: 'plans', filter: [{ dimension: 'dem_sex', codes: ['WOMAN'] }] })

    expect(table).toMatchObject({ base: { valid: 120 }, filterText: 'dem_sex? – „WOMAN”' })
    expect(table?.cells.map(([cell]) => cell?.count)).toEqual([90, 30])
  })

  it('counts people and not answers where several are allowed', async () => {
    const { table } = await ask({ row: 'barrier' })

    expect(table).toMatchObject({ base: { asked: 200, valid: 120, unanswered: 80 } })
    expect(table?.cells.map(([cell]) => [cell?.count, cell?.ofColumn.percent])).toEqual([
      [120, 100],
      [30, 25],
    ])
  })

  it('is weighted by a version that it names, in its footer too', async () => {
    const recipe = aRecipe([aMargin('dem_sex', { WOMAN: 500, MAN: 500 })], { name: 'Płeć po równo' })
    const made = await test.graphql<{ readonly createWeightVersion: { readonly __typename: string } }>(
      'mutation ($input: CreateWeightVersionInput!) { createWeightVersion(input: $input) { __typename ... on Error { message } } }',
      { input: { surveyId: survey.id, recipe, isUsual: false } },
      { as: organiser },
    )
    expect(made.errors).toBeUndefined()

    const { table, errors } = await ask({ row: 'dem_sex', weights: 1 })

    expect(errors).toBeUndefined()
    expect(table).toMatchObject({ weightVersion: { number: 1, name: 'Płeć po równo' } })
    expect(table?.cells.map(([cell]) => [Math.round(cell?.weighted ?? 0), cell?.ofColumn.percent])).toEqual([
      [500, expect.closeTo(50, 6)],
      [500, expect.closeTo(50, 6)],
    ])
    expect(table?.footer.join(' ')).toContain('wagi nr 1')
  })

  it('is refused for texts, unknown questions, filters and weights', async () => {
    const wishes: readonly Wish[] = [
      { row: 'more' },
      { row: 'nothing' },
      { row: 'plans', column: 'more' },
      { row: 'plans', filter: [{ dimension: 'plans', codes: ['nothing'] }] },
      { row: 'plans', weights: 7 },
    ]

    for (const wish of wishes) {
      const { table, errors } = await ask(wish)
      expect(table).toBeNull()
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    }
  })

  it('is shown to nobody but organisers of the survey', async () => {
    for (const role of ['interviewer', 'administrator', 'analyst'] as const) {
      const { table } = await ask({ row: 'plans' }, await test.signInAs(role))
      expect(table).toBeNull()
    }
  })
})
