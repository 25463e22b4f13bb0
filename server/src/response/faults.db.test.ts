import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { aQuestionnaire, yesNo } from '@rozeznanie/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFaultProxy } from '../../testing/fault-proxy.ts'
import { filledForms, sendAll } from '../../testing/stubborn-phones.ts'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

let test: TestApp
let organiser: SignedIn
let now = new Date('2026-11-22T10:00:00Z')
const organisationId = () => organiser.organisationId ?? ''

beforeAll(async () => {
  test = await createTestApp({ now: () => now, trustedProxyCount: 1, submissionsPerMinute: 100_000 })
  organiser = await test.signInAs('organiser')
})
afterAll(() => test.close())

const idsStoredIn = async (surveyId: string) =>
  (await test.db.prisma.response.findMany({ where: { surveyId }, select: { id: true } })).map(({ id }) => id)

interface Sheet {
  readonly id: string
  readonly questionnaireVersionId: string
  readonly mode: string
  readonly answers: object
}
const aSheet = (questionnaireVersionId: string, answers: object = {}): Sheet => ({
  ...{ id: randomUUID(), questionnaireVersionId, mode: 'CAWI' },
  answers,
})
const post = (code: string, payload: object) =>
  test.app.inject({ method: 'POST', url: `/a/${code}/responses`, payload })

describe('a network that fails six times in ten', () => {
  it('loses and doubles no answer of phones that send until they have a receipt', async () => {
    const { id, ...form } = await test.aSurvey({ organisationId: organisationId() })
    await test.app.listen({ port: 0, host: '127.0.0.1' })
    const proxy = await startFaultProxy(7)
    proxy.forwardTo((test.app.server.address() as AddressInfo).port)
    const filled = filledForms(form, 60)

    const { receipts, tries } = await sendAll({ port: proxy.port, form, filled, phones: 20 })

    await proxy.close()
    expect(receipts.size).toBe(60)
    expect(tries).toBeGreaterThan(90)
    expect((await idsStoredIn(id)).toSorted()).toEqual(filled.map((one) => one.id).toSorted())
  })
})

describe('a server that is asked to stop while answers pour in', () => {
  it('stops at once and loses nothing that it acknowledged', async () => {
    const { id, code, questionnaireVersionId } = await test.aSurvey({ organisationId: organisationId() })
    const options = { db: test.db, now: () => now, submissionsPerMinute: 100_000 }
    const stopping = await createTestApp(options)
    const address = await stopping.app.listen({ port: 0, host: '127.0.0.1' })
    const acknowledged: string[] = []
    const send = async () => {
      const sheet = aSheet(questionnaireVersionId, { needs_help: '1' })
      const headers = { 'content-type': 'application/json' }
      const request = { method: 'POST', headers, body: JSON.stringify(sheet) }
      const reply = await fetch(`${address}/a/${code}/responses`, request).catch(() => null)
      if (reply?.status === 201) acknowledged.push(sheet.id)
      return reply?.status === 201
    }
    const phone = async () => {
      while (await send());
    }
    const phones = Array.from({ length: 8 }, phone)
    await expect.poll(() => acknowledged.length, { timeout: 10_000, interval: 5 }).toBeGreaterThan(50)

    const askedAt = performance.now()
    await stopping.app.close()
    const seconds = (performance.now() - askedAt) / 1_000
    await Promise.all(phones)

    expect(seconds).toBeLessThan(3)
    expect(await idsStoredIn(id)).toEqual(expect.arrayContaining(acknowledged))
  })
})

describe('a questionnaire published anew while two hundred people are in the middle of it', () => {
  it('takes their answers under the version they opened, and counts the versions apart', async () => {
    const before = await test.aQuestionnaireVersion(aQuestionnaire([yesNo('bus'), yesNo('doctor')]))
    const survey = await test.aSurvey({ organisationId: organisationId(), questionnaireVersionId: before })
    const begun = Array.from({ length: 200 }, () => aSheet(before, { bus: 'yes', doctor: 'no' }))
    const early = await Promise.all(begun.slice(0, 50).map((sheet) => post(survey.code, sheet)))

    const after = await test.aNextVersion(before, aQuestionnaire([yesNo('bus'), yesNo('shop')]))
    const move = 'mutation ($input: MoveSurveyInput!) { moveSurvey(input: $input) { __typename } }'
    await test.graphql(
      move,
      { input: { surveyId: survey.id, questionnaireVersionId: after } },
      { as: organiser },
    )
    const fresh = Array.from({ length: 100 }, () => aSheet(after, { bus: 'no', shop: 'yes' }))
    const late = await Promise.all([...begun.slice(50), ...fresh].map((sheet) => post(survey.code, sheet)))

    const query = 'query ($id: ID!) { survey(id: $id) { versions { responseCount } } }'
    const counted = await test.graphql<{ survey: { versions: object[] } }>(
      query,
      { id: survey.id },
      { as: organiser },
    )
    expect(new Set([...early, ...late].map(({ statusCode }) => statusCode))).toEqual(new Set([201]))
    expect(counted.data.survey.versions).toEqual([{ responseCount: 200 }, { responseCount: 100 }])
  })
})

describe('a survey that ends while fifty people are in the middle', () => {
  const CLOSE = 'mutation ($input: CloseSurveyInput!) { closeSurvey(input: $input) { __typename } }'
  const later = (days: number) => new Date(Date.parse('2026-11-22T10:00:00Z') + days * 86_400_000)

  it.each(['by its date', 'by hand'])(
    'takes them in the days of grace, and refuses politely after (%s)',
    async (how) => {
      const survey = await test.aSurvey({
        organisationId: organisationId(),
        ...(how === 'by its date' && { closesOn: '2026-11-22' }),
      })
      const sheets = Array.from({ length: 50 }, () =>
        aSheet(survey.questionnaireVersionId, { needs_help: '1' }),
      )
      if (how === 'by hand') {
        await test.graphql(CLOSE, { input: { surveyId: survey.id } }, { as: organiser })
      }

      now = later(3)
      const inGrace = await Promise.all(sheets.slice(0, 25).map((sheet) => post(survey.code, sheet)))
      const page = await test.app.inject(`/a/${survey.code}`)
      now = later(4)
      const tooLate = await Promise.all(sheets.slice(25).map((sheet) => post(survey.code, sheet)))
      const again = await post(survey.code, sheets[0] ?? {})
      now = later(0)

      expect(inGrace.map(({ statusCode }) => statusCode)).toEqual(Array(25).fill(201))
      expect(page.body).toContain('"takesBegun":true')
      expect(page.body).not.toContain('"status":"OPEN"')
      expect(tooLate.map(({ statusCode }) => statusCode)).toEqual(Array(25).fill(410))
      expect(tooLate[0]?.json<{ message: string }>().message).toMatch(/Dziękujemy .* tel\. 41 123 45 67/)
      expect(again.statusCode).toBe(200)
      expect(await idsStoredIn(survey.id)).toHaveLength(25)
    },
  )

  it('lets people of the organisation enter paper in the days of grace, and not after', async () => {
    const survey = await test.aSurvey({ organisationId: organisationId(), closesOn: '2026-11-20' })
    const submit = `mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { __typename } }`
    const enter = async (as: SignedIn) => {
      const input = { ...aSheet(survey.questionnaireVersionId), mode: 'PAPI', surveyCode: survey.code }
      const { data } = await test.graphql<{ submitResponse: { __typename: string } }>(
        submit,
        { input },
        { as },
      )
      return data.submitResponse.__typename
    }

    const inGrace = await enter(organiser)
    now = later(2)
    const after = await enter(await test.signInAs('organiser'))
    now = later(0)

    expect([inGrace, after]).toEqual(['Receipt', 'SurveyNotOpenError'])
  })
})
