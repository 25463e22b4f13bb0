import { randomUUID } from 'node:crypto'
import { aMargin, aQuestionnaire, aRecipe, multi, single } from '@rozeznanie/core/testing'
import type { Answers } from '@rozeznanie/core/questionnaire'
import type { Report, ReportBlock, ReportSection, TableBlock } from '@rozeznanie/core/report'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApp, createTestApp } from '../../testing/test-app.ts'

const QUERY = `query ($id: ID!, $weights: Int) { survey(id: $id) {
  results(filter: [], weightVersion: $weights) { weightVersion { number name } footer
    summaries { questionKey base { validCount }
      ... on ChoiceSummary { frequencies { code count ofRespondents { share } } } } }
  crosstab(rowQuestionKey: "live_sat", columnQuestionKey: "dem_sex", weightVersion: $weights) { counts rowShares } } }`
const TABLE =
  'query ($id: ID!) { survey(id: $id) { table(rowKey: "live_sat", weightVersion: 1) { rowKey } } }'
const REPORT = 'query ($id: ID!) { survey(id: $id) { report } }'
const MAKE =
  'mutation ($input: CreateWeightVersionInput!) { createWeightVersion(input: $input) { __typename ... on Error { message } } }'

interface Found {
  readonly results: {
    readonly weightVersion: object | null
    readonly footer: readonly string[]
    readonly summaries: readonly {
      readonly questionKey: string
      readonly frequencies?: readonly { readonly count: number; readonly ofRespondents: { share: number } }[]
    }[]
  } | null
  readonly crosstab: { readonly counts: number[][]; readonly rowShares: number[][] } | null
}

let test: TestApp
let organiser: SignedIn
let survey: { id: string; questionnaireVersionId: string }

beforeAll(async () => {
  test = await createTestApp({ now: () => new Date('2026-11-22T10:00:00Z') })
  organiser = await test.signInAs('organiser')
  survey = await test.aSurvey({
    organisationId: organiser.organisationId!,
    questionnaireVersionId: await test.aQuestionnaireVersion(
      aQuestionnaire([
        single('dem_sex', ['WOMAN', 'MAN']),
        single('live_sat', ['stay', 'leave']),
        multi('help', ['far', 'costs']),
      ]),
    ),
  })
  await store(90, { dem_sex: 'WOMAN', live_sat: 'stay', help: ['far'] })
  await store(30, { dem_sex: 'WOMAN', live_sat: 'leave', help: ['costs'] })
  await store(30, { dem_sex: 'MAN', live_sat: 'stay', help: ['far'] })
  await store(50, { dem_sex: 'MAN', live_sat: 'leave', help: ['costs'] })
  const recipe = aRecipe([aMargin('dem_sex', { WOMAN: 130, MAN: 520 })], { name: 'Płeć mieszkańców' })
  await test.graphql(MAKE, { input: { surveyId: survey.id, recipe, isUsual: true } }, { as: organiser })
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

const ask = <T>(document: string, variables: object = {}) =>
  test.graphql<{ readonly survey: T }>(document, { id: survey.id, ...variables }, { as: organiser })

async function reportBlocks(): Promise<readonly ReportBlock[]> {
  const within = (sections: readonly ReportSection[]): readonly ReportBlock[] =>
    sections.flatMap((section) => [...section.blocks, ...within(section.sections)])
  const { data } = await ask<{ readonly report: Report }>(REPORT)
  return within(data.survey.report.sections)
}

const tableWith = (blocks: readonly ReportBlock[], label: string): TableBlock | undefined =>
  blocks.find(
    (block): block is TableBlock =>
      block.kind === 'table' && block.rows.some(([head]) => head?.kind === 'text' && head.text === label),
  )
const firstPercent = (table: TableBlock | undefined) =>
  table?.rows.find(([head]) => head?.kind === 'text' && head.text === 'stay')?.[1]
const paragraphs = (blocks: readonly ReportBlock[]) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join(' ')

describe('a survey with usual weights', () => {
  // 0.2 · 90/120 + 0.8 · 30/80 = 45 %; unweighted 120/200 = 60 %.
  it('has weighted results where they are asked for, with counts of people', async () => {
    const { data, errors } = await ask<Found>(QUERY, { weights: 1 })
    const summary = data.survey.results?.summaries.find(({ questionKey }) => questionKey === 'live_sat')

    expect(errors).toBeUndefined()
    expect(data.survey.results).toMatchObject({ weightVersion: { number: 1, name: 'Płeć mieszkańców' } })
    expect(data.survey.results?.footer.join(' ')).toContain('GUS, Bank Danych Lokalnych')
    expect(summary?.frequencies?.map(({ count }) => count)).toEqual([120, 80])
    expect(summary?.frequencies?.[0]?.ofRespondents.share).toBeCloseTo(0.45, 8)
    expect(data.survey.crosstab?.counts[0]).toEqual([90, 30])
    expect(data.survey.crosstab?.rowShares[0]?.[0]).toBeCloseTo((0.2 * 0.75) / 0.45, 8)
  })

  it('has unweighted results where no version is named', async () => {
    const { data } = await ask<Found>(QUERY)
    const summary = data.survey.results?.summaries.find(({ questionKey }) => questionKey === 'live_sat')

    expect(data.survey.results).toMatchObject({ weightVersion: null, footer: [] })
    expect(summary?.frequencies?.[0]?.ofRespondents.share).toBe(0.6)
    expect(data.survey.crosstab?.rowShares[0]).toEqual([0.75, 0.25])
  })

  it('has a weighted report that says so', async () => {
    const blocks = await reportBlocks()
    const table = tableWith(blocks, 'stay')

    expect(firstPercent(table)).toMatchObject({ kind: 'percent', value: 45 })
    expect(table?.notes[0]).toBe('Odsetki ważone; n to liczba osób, bez ważenia.')
    expect(table?.notes[1]).toContain('200')
    expect(paragraphs(blocks)).toMatch(/Wyniki ważone: „Płeć mieszkańców” \(wagi nr 1/)
    expect(paragraphs(blocks)).not.toContain('Wyników nie ważono')
    expect(paragraphs(blocks)).not.toContain('deff')
  })

  it('has unweighted figures and a reason in the report when answers no longer allow the weights', async () => {
    await store(20, { dem_sex: 'WOMAN', live_sat: 'stay', help: ['far'] })

    const refused = await ask<Found>(QUERY, { weights: 1 })
    const table = await ask<{ readonly table: object | null }>(TABLE)
    const blocks = await reportBlocks()

    expect(refused.data.survey.results).toBeNull()
    expect(refused.errors?.[0]?.message).toMatch(/^Wag „Płeć mieszkańców” nie można już zastosować/)
    expect(table.errors?.[0]?.message).toBe(refused.errors?.[0]?.message)
    expect(firstPercent(tableWith(blocks, 'stay'))).toMatchObject({ kind: 'percent', value: 64 })
    expect(paragraphs(blocks)).toContain('Wyników nie ważono, ponieważ wag tego badania („Płeć mieszkańców”)')
  })
})
