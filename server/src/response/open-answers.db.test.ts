import { randomUUID } from 'node:crypto'
import { aQuestionnaire, yesNo } from '@rozeznanie/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const ANSWERS = `query ($id: ID!, $key: String!, $first: Int, $after: String) { survey(id: $id) {
  openAnswers(questionKey: $key, first: $first, after: $after) {
    totalCount edges { node { responseId questionKey text releasedText warnings } } pageInfo { hasNextPage endCursor } } } }`
const RELEASE = `mutation ($input: ReleaseAnswerInput!) { releaseAnswer(input: $input) {
  __typename ... on OpenAnswer { text releasedText } ... on InvalidInputError { problems { path message } } } }`
const WITHDRAW = `mutation ($input: WithdrawAnswerInput!) { withdrawAnswer(input: $input) { text releasedText } }`

interface Page {
  readonly survey: {
    readonly openAnswers: {
      readonly totalCount: number
      readonly edges: readonly {
        readonly node: { responseId: string; text: string; releasedText: string | null; warnings: string[] }
      }[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    } | null
  } | null
}

let test: TestApp
let organiser: SignedIn
let surveyId: string
const texts = [
  'Brakuje autobusu.',
  'Proszę dzwonić 600 700 800',
  'Opieka dla mamy',
  '</script><b>x</b>',
  'Lekarz',
]

beforeAll(async () => {
  test = await createTestApp()
  organiser = await test.signInAs('organiser')
  const other = { code: 'OTHER', label: 'inne, jakie?', allowsText: true }
  const questionnaireVersionId = await test.aQuestionnaireVersion(
    aQuestionnaire([
      yesNo('hasCar'),
      { key: 'idea', type: 'TEXT_LONG', text: 'Czego brakuje?' },
      { key: 'helper', type: 'SINGLE', text: 'Kto pomaga?', options: [other] },
    ]),
  )
  const survey = await test.aSurvey({
    organisationId: organiser.organisationId ?? '',
    questionnaireVersionId,
  })
  surveyId = survey.id
  const submissions = texts.map((idea) => ({ hasCar: 'no', idea }))
  for (const answers of [...submissions, { hasCar: 'yes', helper: 'OTHER', 'helper.inne': 'sąsiadka' }]) {
    const payload = { id: randomUUID(), questionnaireVersionId, mode: 'CAWI', answers }
    const answer = await test.app.inject({ method: 'POST', url: `/a/${survey.code}/responses`, payload })
    expect(answer.statusCode).toBe(201)
  }
})
afterAll(() => test.close())

const page = async (key: string, paging: object = {}, as: SignedIn = organiser) =>
  (await test.graphql<Page>(ANSWERS, { id: surveyId, key, ...paging }, { as })).data.survey?.openAnswers
const nodes = async (key: string) => (await page(key))?.edges.map(({ node }) => node) ?? []

describe('open answers', () => {
  it('come page by page, each once, in an order that tells nothing of time', async () => {
    const first = await page('idea', { first: 3 })
    const second = await page('idea', { first: 3, after: first?.pageInfo.endCursor })

    const read = [...(first?.edges ?? []), ...(second?.edges ?? [])].map(({ node }) => node)
    expect(read.map(({ text }) => text).toSorted()).toEqual(texts.toSorted())
    expect([first?.totalCount, first?.pageInfo.hasNextPage, second?.pageInfo.hasNextPage]).toEqual([
      5,
      true,
      false,
    ])
    const ids = read.map(({ responseId }) => responseId)
    expect(ids).toEqual(ids.toSorted())
  })

  it('carry warnings of personal data', async () => {
    const withPhone = (await nodes('idea')).find(({ text }) => text.includes('600'))
    expect(withPhone?.warnings).toEqual(['Tekst zawiera długi numer, na przykład numer telefonu.'])
  })

  it('are also the words beside „inne”', async () => {
    expect((await nodes('helper.inne')).map(({ text }) => text)).toEqual(['sąsiadka'])
  })

  it('are none for questions that are not open', async () => {
    for (const key of ['hasCar', 'helper', 'missing', 'constructor', "' OR 1=1 --"])
      expect(await page(key)).toBeNull()
  })

  it('are for organisers of the survey only', async () => {
    expect(await page('idea', {}, await test.signInAs('interviewer'))).toBeNull()
    expect(await page('idea', {}, await test.signInAs('stranger'))).toBeUndefined()
    expect(await page('idea', {}, await test.signInAs('administrator'))).toBeUndefined()
  })
})

describe('releasing an open answer', () => {
  const release = async (input: object, as: SignedIn = organiser) =>
    (await test.graphql<{ releaseAnswer: Record<string, unknown> | null }>(RELEASE, { input }, { as })).data
      .releaseAnswer
  const name = async (text: string) => ({
    surveyId,
    questionKey: 'idea',
    responseId: (await nodes('idea')).find((node) => node.text === text)?.responseId,
  })

  it('keeps what the respondent wrote and shows what the organiser left of it', async () => {
    const answer = await name('Opieka dla mamy')

    const released = await release({ ...answer, text: ' Opieka […] ' })
    const again = await release({ ...answer, text: 'Opieka' })

    expect(released).toMatchObject({ text: 'Opieka dla mamy', releasedText: 'Opieka […]' })
    expect(again).toMatchObject({ releasedText: 'Opieka' })
    const audit = await test.db.prisma.auditEvent.findMany({
      where: { action: 'releaseAnswer', objectId: surveyId },
    })
    expect(audit).toHaveLength(2)
    expect(JSON.stringify(audit.map(({ details }) => details))).not.toContain('Opieka')
  })

  it('can be taken back', async () => {
    const answer = await name('Lekarz')
    await release({ ...answer, text: 'Lekarz' })

    const { data } = await test.graphql(WITHDRAW, { input: answer }, { as: organiser })

    expect(data.withdrawAnswer).toEqual({ text: 'Lekarz', releasedText: null })
    expect((await nodes('idea')).find(({ text }) => text === 'Lekarz')?.releasedText).toBeNull()
  })

  it('refuses an empty text in Polish', async () => {
    const refused = await release({ ...(await name('Lekarz')), text: '  ' })
    expect(refused?.problems).toEqual([{ path: 'text', message: expect.stringMatching(/^Proszę .*\.$/) }])
  })

  it('is nothing for strangers, interviewers, missing responses and closed questions', async () => {
    const answer = { ...(await name('Lekarz')), text: 'Lekarz' }

    expect(await release(answer, await test.signInAs('stranger'))).toBeNull()
    expect(await release(answer, await test.signInAs('interviewer'))).toBeNull()
    expect(await release({ ...answer, responseId: randomUUID() })).toBeNull()
    expect(await release({ ...answer, responseId: 'nonsense' })).toBeNull()
    expect(await release({ ...answer, questionKey: 'hasCar' })).toBeNull()
    expect((await nodes('idea')).find(({ text }) => text === 'Lekarz')?.releasedText).toBeNull()
  })
})
