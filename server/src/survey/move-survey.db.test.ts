import { randomUUID } from 'node:crypto'
import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { aQuestionnaire, number, single } from '@rozeznanie/core/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const MOVE = `mutation ($input: MoveSurveyInput!) { moveSurvey(input: $input) {
  __typename ... on Survey { questionnaireVersion { number } } ... on InvalidInputError { problems { path message } } } }`
const VERSIONS = `query ($id: ID!) { survey(id: $id) {
  responseCount versions { since responseCount version { number } } newerVersion { id number } } }`

const FIRST = aQuestionnaire([single('road', ['1', '2'])])
const SECOND = aQuestionnaire([single('road', ['1', '2', '3']), number('age')])

let test: TestApp
let organiser: SignedIn
const now = new Date('2026-11-22T10:00:00Z')
let survey: { id: string; code: string; questionnaireVersionId: string }
let newer: string

beforeAll(async () => {
  test = await createTestApp({ now: () => now })
  organiser = await test.signInAs('organiser')
})
afterAll(() => test.close())
beforeEach(async () => {
  const questionnaireVersionId = await test.aQuestionnaireVersion(FIRST)
  survey = await test.aSurvey({ organisationId: organiser.organisationId ?? '', questionnaireVersionId })
  newer = await test.aNextVersion(questionnaireVersionId, SECOND)
})

const move = (questionnaireVersionId: string, as: SignedIn = organiser, surveyId = survey.id) =>
  test.graphql<{ moveSurvey: Record<string, unknown> | null }>(
    MOVE,
    { input: { surveyId, questionnaireVersionId } },
    { as },
  )
const refusalOf = async (questionnaireVersionId: string) =>
  ((await move(questionnaireVersionId)).data.moveSurvey?.problems as { message: string }[])[0]?.message
const seen = async () =>
  (await test.graphql<{ survey: Record<string, unknown> }>(VERSIONS, { id: survey.id }, { as: organiser }))
    .data.survey
const send = (questionnaireVersionId: string, answers: object) =>
  test.app.inject({
    method: 'POST',
    url: `/a/${survey.code}/responses`,
    payload: { id: randomUUID(), questionnaireVersionId, mode: 'CAWI', answers },
  })

describe('a survey with a newer version of its questionnaire', () => {
  it('is offered it, moves to it, and remembers both', async () => {
    expect(await seen()).toMatchObject({
      newerVersion: { id: newer, number: 2 },
      versions: [{ version: { number: 1 } }],
    })

    const { data } = await move(newer)

    expect(data.moveSurvey).toEqual({ __typename: 'Survey', questionnaireVersion: { number: 2 } })
    expect(await seen()).toMatchObject({
      newerVersion: null,
      versions: [{ version: { number: 1 } }, { version: { number: 2 }, since: now.toISOString() }],
    })
    const audit = await test.db.prisma.auditEvent.findMany({
      where: { objectId: survey.id, action: 'moveSurvey' },
    })
    expect(audit).toMatchObject([
      { accountId: organiser.accountId, details: { from: survey.questionnaireVersionId, to: newer } },
    ])
  })

  it('never goes back, nor to what is not a newer published version of the same questionnaire', async () => {
    const other = await test.aQuestionnaireVersion(SECOND)
    const { questionnaireId } = await test.db.prisma.questionnaireVersion.findUniqueOrThrow({
      where: { id: newer },
    })
    const draft = await test.db.prisma.questionnaireVersion.create({
      data: {
        questionnaireId,
        number: 3,
        document: JSON.parse(JSON.stringify(SECOND)) as object,
        checksum: '',
      },
    })

    expect(await refusalOf(other)).toContain('nowszą wersję')
    expect(await refusalOf('nonsense')).toContain('nowszą wersję')
    expect(await refusalOf(draft.id)).toContain('opublikowana')
    expect(await refusalOf(survey.questionnaireVersionId)).toContain('już z wersji 1')
    await move(newer)
    expect(await refusalOf(survey.questionnaireVersionId)).toContain('Nie można wrócić')
  })

  it('stays as it is when it is closed', async () => {
    await test.db.prisma.survey.update({ where: { id: survey.id }, data: { closedAt: now } })

    expect(await refusalOf(newer)).toContain('zakończona')
  })

  it('moves once, however many ask at the same time', async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => move(newer)))

    const names = outcomes.map(({ data }) => data.moveSurvey?.__typename).toSorted()
    expect(names).toEqual([...Array.from({ length: 4 }, () => 'InvalidInputError'), 'Survey'])
    expect(await test.db.prisma.surveyVersion.count({ where: { surveyId: survey.id } })).toBe(2)
  })

  it('is moved by its organisers only; for others it is not there', async () => {
    const others = [await test.signInAs('interviewer'), await test.signInAs('stranger')]

    for (const as of others) expect((await move(newer, as)).data.moveSurvey).toBeNull()
    expect((await move(newer, organiser, 'nonsense')).data.moveSurvey).toBeNull()
    expect(await seen()).toMatchObject({ versions: [{ version: { number: 1 } }] })
  })
})

describe('people in the middle of a survey that moved', () => {
  it('finish the version they opened, and their responses stay with it', async () => {
    await test.app.inject({ url: `/a/${survey.code}` })
    await move(newer)

    const inTheMiddle = await send(survey.questionnaireVersionId, { road: '2' })
    const fresh = await send(newer, { road: '3', age: 40 })

    expect([inTheMiddle.statusCode, fresh.statusCode]).toEqual([201, 201])
    expect(await seen()).toMatchObject({
      responseCount: 2,
      versions: [{ responseCount: 1 }, { responseCount: 1 }],
    })
    const stored = await test.db.prisma.response.findMany({ where: { surveyId: survey.id } })
    expect(new Map(stored.map((row) => [row.questionnaireVersionId, row.answers]))).toEqual(
      new Map<string, unknown>([
        [survey.questionnaireVersionId, { road: '2' }],
        [newer, { road: '3', age: 40 }],
      ]),
    )
  })

  it('are checked against the version they opened', async () => {
    await move(newer)

    const answer = await send(survey.questionnaireVersionId, { road: '3' })

    expect(answer.statusCode).toBe(422)
  })

  it('cannot answer a version that the survey never had', async () => {
    const answers = [
      await send(newer, { road: '1' }),
      await send(await test.aQuestionnaireVersion(FIRST), { road: '1' }),
    ]

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422])
  })

  it('get their version from its own address, and the page shows the new one', async () => {
    await move(newer)

    const page = await test.app.inject({ url: `/a/${survey.code}` })
    const earlier = await test.app.inject({
      url: `/a/${survey.code}/wersja/${survey.questionnaireVersionId}`,
    })

    expect(page.body).toContain(`"questionnaireVersionId":"${newer}"`)
    expect(earlier.statusCode).toBe(200)
    expect(earlier.headers).toMatchObject({ 'cache-control': 'no-store', 'content-language': 'pl' })
    expect(earlier.headers['set-cookie']).toBeUndefined()
    const shown = earlier.json<{
      questionnaireVersionId: string
      questionnaire: Questionnaire
      code: string
    }>()
    expect(shown).toMatchObject({ code: survey.code, questionnaireVersionId: survey.questionnaireVersionId })
    expect(shown.questionnaire).toEqual(FIRST)
  })

  it('find nothing where the survey had no such version, or where there is no survey', async () => {
    const addresses = [
      `${survey.code}/wersja/${newer}`,
      `${survey.code}/wersja/x`,
      `00000000/wersja/${newer}`,
    ]

    const answers = await Promise.all(addresses.map((address) => test.app.inject({ url: `/a/${address}` })))

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
    expect(answers[0]?.json()).toEqual(answers[2]?.json())
  })
})
