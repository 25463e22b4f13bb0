import { randomUUID } from 'node:crypto'
import type { Report, ReportSection } from '@rozeznanie/core/report'
import { aQuestionnaire, matrix, number, single } from '@rozeznanie/core/testing'
import type { Question } from '@rozeznanie/core/questionnaire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const RESULTS = `query ($id: ID!, $filter: [ConditionInput!]) { survey(id: $id) { resultsQuestionnaire results(filter: $filter) {
  responseCount filteredCount notes versionCounts { number count }
  summaries { questionKey text versions isEarlierWording notes base { askedCount validCount }
    ... on ChoiceSummary { frequencies { code count } } ... on MatrixSummary { rows { key base { askedCount } } } } } } }`
const CROSSTAB = `query ($id: ID!, $row: String!) { survey(id: $id) {
  crosstab(rowQuestionKey: $row, columnQuestionKey: "dem_sex") { validCount versions notes } } }`
const OPEN = `query ($id: ID!, $key: String!) { survey(id: $id) { openAnswers(questionKey: $key) {
  totalCount edges { node { responseId questionKey version text releasedText } } } } }`
const RELEASE = `mutation ($input: ReleaseAnswerInput!) { releaseAnswer(input: $input) { ... on OpenAnswer { releasedText } } }`
const MOVE = `mutation ($input: MoveSurveyInput!) { moveSurvey(input: $input) { __typename } }`

const sex = (help?: string): Question => ({ ...single('dem_sex', ['K', 'M']), ...(help && { help }) })
const opinion = (text: string): Question => ({ key: 'opinion', type: 'TEXT_LONG', text })
const FIRST = aQuestionnaire([
  sex(),
  single('road', ['1', '2']),
  single('gone', ['1']),
  matrix('need', ['CARE'], ['1']),
  opinion('Czego brakuje?'),
])
const SECOND = aQuestionnaire([
  sex('Jak w dokumentach.'),
  { ...single('street', ['good', 'bad']), crosswalk: { from: 'road', codes: { '1': 'good', '2': 'bad' } } },
  single('road2', ['1']),
  matrix('need', ['CARE', 'MEALS'], ['1']),
  opinion('Co zrobiłby Pan inaczej w całej gminie?'),
  number('age'),
])

interface Summary {
  readonly questionKey: string
  readonly versions: readonly number[]
  readonly notes: readonly string[]
  readonly base: { readonly askedCount: number; readonly validCount: number }
}
interface Results {
  readonly filteredCount: number
  readonly notes: readonly string[]
  readonly summaries: readonly Summary[]
}

let test: TestApp
let organiser: SignedIn
let survey: { id: string; code: string; questionnaireVersionId: string }
let newer: string

beforeAll(async () => {
  test = await createTestApp()
  organiser = await test.signInAs('organiser')
  const questionnaireVersionId = await test.aQuestionnaireVersion(FIRST)
  survey = await test.aSurvey({ organisationId: organiser.organisationId ?? '', questionnaireVersionId })
  newer = await test.aNextVersion(questionnaireVersionId, SECOND)
  await send(questionnaireVersionId, {
    dem_sex: 'K',
    road: '1',
    gone: '1',
    need: { CARE: '1' },
    opinion: 'Ławek.',
  })
  // The columns are built here for one version; they have to notice the move.
  await results()
  await test.graphql(
    MOVE,
    { input: { surveyId: survey.id, questionnaireVersionId: newer } },
    { as: organiser },
  )
  await send(newer, {
    dem_sex: 'K',
    street: 'bad',
    need: { CARE: '1', MEALS: '1' },
    opinion: 'Wszystko.',
    age: 40,
  })
  await send(questionnaireVersionId, { dem_sex: 'M', road: '2' })
})
afterAll(() => test.close())

async function send(questionnaireVersionId: string, answers: object) {
  const payload = { id: randomUUID(), questionnaireVersionId, mode: 'CAWI', answers }
  const answer = await test.app.inject({ method: 'POST', url: `/a/${survey.code}/responses`, payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
}
const asked = async <Value>(query: string, variables: object = {}) =>
  (await test.graphql<{ survey: Value }>(query, { id: survey.id, ...variables }, { as: organiser })).data
    .survey
const results = async (filter: object = []) =>
  (await asked<{ results: Results }>(RESULTS, { filter })).results
const summaryOf = async (key: string) =>
  (await results()).summaries.find(({ questionKey }) => questionKey === key)

describe('results of a survey that moved', () => {
  it('count every response once, each by its own version', async () => {
    expect(await results()).toMatchObject({
      responseCount: 3,
      versionCounts: [
        { number: 1, count: 2 },
        { number: 2, count: 1 },
      ],
    })
  })

  it('join what a crosswalk joins', async () => {
    expect(await summaryOf('street')).toMatchObject({
      versions: [1, 2],
      isEarlierWording: false,
      base: { askedCount: 3, validCount: 3 },
      frequencies: [
        { code: 'good', count: 1 },
        { code: 'bad', count: 2 },
      ],
      notes: [expect.stringContaining('według przejścia')],
    })
  })

  it('keep apart what was changed, and say so', async () => {
    const keys = (await results()).summaries.map(({ questionKey }) => questionKey)

    expect(keys).toEqual([
      ...['dem_sex', 'dem_sex__v1', 'street', 'road2', 'need', 'opinion', 'opinion__v1', 'age', 'gone__v1'],
    ])
    expect(await summaryOf('dem_sex__v1')).toMatchObject({
      text: 'dem_sex? (wersja 1)',
      versions: [1],
      isEarlierWording: true,
      base: { validCount: 2 },
    })
    expect((await summaryOf('gone__v1'))?.notes).toEqual([
      'Wersja 1 osobno: w wersji 2 nie ma już tego pytania.',
    ])
  })

  it('ask nobody about a row that came later', async () => {
    expect(await summaryOf('need')).toMatchObject({
      rows: [
        { key: 'CARE', base: { askedCount: 3 } },
        { key: 'MEALS', base: { askedCount: 1 } },
      ],
    })
  })

  it('say what a filter leaves out', async () => {
    const filtered = await results([{ dimension: 'dem_sex', codes: ['K'] }])

    expect(filtered.filteredCount).toBe(1)
    expect(filtered.notes).toEqual([expect.stringContaining('tylko odpowiedzi z wersji 2')])
  })

  it('come with a questionnaire that names everything they show', async () => {
    const { resultsQuestionnaire } = await asked<{
      resultsQuestionnaire: { sections: readonly { questions: readonly Question[] }[] }
    }>(RESULTS)

    const keys = resultsQuestionnaire.sections.flatMap(({ questions }) => questions.map(({ key }) => key))
    expect(keys).toEqual((await results()).summaries.map(({ questionKey }) => questionKey))
  })

  it('cross only people who were asked both questions', async () => {
    const { crosstab } = await asked<{ crosstab: object }>(CROSSTAB, { row: 'street' })

    expect(crosstab).toEqual({
      validCount: 1,
      versions: [2],
      notes: [expect.stringContaining('tylko odpowiedzi z wersji 2')],
    })
  })

  it('know the old key no more', async () => {
    const { errors } = await test.graphql(CROSSTAB, { id: survey.id, row: 'road' }, { as: organiser })

    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })
})

describe('open answers of a survey that moved', () => {
  interface Listed {
    readonly openAnswers: {
      readonly totalCount: number
      readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[]
    } | null
  }
  const listed = async (key: string) => (await asked<Listed>(OPEN, { key })).openAnswers

  it('stand under the wording that was answered', async () => {
    const [earlier, present] = [await listed('opinion__v1'), await listed('opinion')]

    expect(earlier?.edges.map(({ node }) => [node.text, node.version, node.questionKey])).toEqual([
      ['Ławek.', 1, 'opinion'],
    ])
    expect(present?.edges.map(({ node }) => [node.text, node.version])).toEqual([['Wszystko.', 2]])
    expect([earlier?.totalCount, present?.totalCount]).toEqual([1, 1])
    expect(await listed('dem_sex')).toBeNull()
    expect(await listed('nothing')).toBeNull()
  })

  it('are quoted in the report under the wording that was answered', async () => {
    for (const key of ['opinion', 'opinion__v1']) {
      const node = (await listed(key))?.edges[0]?.node
      const input = {
        surveyId: survey.id,
        responseId: node?.responseId,
        questionKey: 'opinion',
        text: node?.text,
      }
      const { data } = await test.graphql(RELEASE, { input }, { as: organiser })
      expect(data.releaseAnswer).toEqual({ releasedText: node?.text })
    }
    const renew = 'mutation ($id: ID!) { renewSnapshot(input: { surveyId: $id }) { id } }'
    await test.graphql(renew, { id: survey.id }, { as: organiser })
    const { report } = await asked<{ report: Report }>('query ($id: ID!) { survey(id: $id) { report } }')

    const all = (sections: readonly ReportSection[]): readonly ReportSection[] =>
      sections.flatMap((section) => [section, ...all(section.sections)])
    const quotes = all(report.sections).flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'quotes' ? [[block.lead, ...block.quotes]] : [])),
    )
    expect(quotes).toEqual([
      ['Co zrobiłby Pan inaczej w całej gminie?', 'Wszystko.'],
      ['Czego brakuje? (wersja 1)', 'Ławek.'],
    ])
    expect(report.versions).toEqual([1, 2])
  })
})
