import { randomUUID } from 'node:crypto'
import { COLLECTION_MODES } from '@rozeznanie/core/response'
import { aQuestionnaire, yesNo } from '@rozeznanie/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const SUBMIT = `mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) {
  __typename ... on Error { code message } } }`
const SHEETS = `query ($id: ID!, $number: String!) { survey(id: $id) {
  responseCount hasSheet(sheetNumber: $number) sheets { nextNumber enteredToday } } }`

interface Sheets {
  readonly survey: {
    readonly responseCount: number
    readonly hasSheet: boolean
    readonly sheets: { readonly nextNumber: number; readonly enteredToday: number }
  } | null
}

let test: TestApp
let people: Readonly<Record<'organiser' | 'interviewer' | 'stranger' | 'analyst' | 'administrator', SignedIn>>
let versionId: string
let now = new Date('2026-11-22T22:55:00Z')

beforeAll(async () => {
  test = await createTestApp({ now: () => now, submissionsPerMinute: 3_000 })
  people = {
    organiser: await test.signInAs('organiser'),
    interviewer: await test.signInAs('interviewer'),
    stranger: await test.signInAs('stranger'),
    analyst: await test.signInAs('analyst'),
    administrator: await test.signInAs('administrator'),
  }
  versionId = await test.aQuestionnaireVersion(aQuestionnaire([yesNo('hasCar')]))
})
afterAll(() => test.close())

const aSurvey = () =>
  test.aSurvey({
    organisationId: people.organiser.organisationId ?? '',
    questionnaireVersionId: versionId,
  })
const send = async (surveyCode: string, more: object, as?: SignedIn) => {
  const sent = { id: randomUUID(), questionnaireVersionId: versionId, answers: { hasCar: 'no' }, ...more }
  const { data } = await test.graphql<{ submitResponse: { readonly __typename: string } }>(
    SUBMIT,
    { input: { surveyCode, ...sent } },
    as && { as },
  )
  return data.submitResponse.__typename
}
const sheetsOf = async (id: string, number = '1', as = people.interviewer) =>
  (await test.graphql<Sheets>(SHEETS, { id, number }, { as })).data.survey

describe('who may say how answers were collected', () => {
  const outcomes = async (as?: SignedIn) => {
    const { code } = await aSurvey()
    const all = COLLECTION_MODES.map(async (mode) => [mode, await send(code, { mode }, as)] as const)
    return Object.fromEntries(await Promise.all(all))
  }
  const onlyOneself = {
    CAWI: 'Receipt',
    KIOSK: 'Receipt',
    CAPI: 'InvalidInputError',
    PAPI: 'InvalidInputError',
    CATI: 'InvalidInputError',
    INSTITUTION: 'InvalidInputError',
    IMPORT: 'InvalidInputError',
  }

  it('an organiser and an interviewer of the organisation: everything but an import, which has its own way', async () => {
    const everything = {
      CAWI: 'Receipt',
      KIOSK: 'Receipt',
      CAPI: 'Receipt',
      PAPI: 'Receipt',
      CATI: 'Receipt',
    }
    for (const person of [people.organiser, people.interviewer]) {
      expect(await outcomes(person)).toEqual({ ...onlyOneself, ...everything })
    }
  })

  it.each(['stranger', 'analyst', 'administrator'] as const)(
    'the %s: only an answer of their own',
    async (who) => {
      expect(await outcomes(people[who])).toEqual(onlyOneself)
    },
  )

  it('somebody who is not signed in: only an answer of their own, through either door', async () => {
    expect(await outcomes()).toEqual(onlyOneself)
    const { code } = await aSurvey()
    const statuses = COLLECTION_MODES.map(async (mode) => {
      const payload = { id: randomUUID(), questionnaireVersionId: versionId, mode, answers: {} }
      return (await test.app.inject({ method: 'POST', url: `/a/${code}/responses`, payload })).statusCode
    })
    expect(await Promise.all(statuses)).toEqual([201, 201, 422, 422, 422, 422, 422])
  })
})

describe('paper sheets', () => {
  it('begin with 1 and go on after the greatest number that is in', async () => {
    const { id, code } = await aSurvey()
    const before = await sheetsOf(id)
    for (const sheetNumber of ['7', '12', 'B/3', '99999999999999999999']) {
      await send(code, { mode: 'PAPI', sheetNumber }, people.interviewer)
    }
    await send(code, { mode: 'CAWI', sheetNumber: '500' })

    expect(before).toEqual({ responseCount: 0, hasSheet: false, sheets: { nextNumber: 1, enteredToday: 0 } })
    expect((await sheetsOf(id))?.sheets).toEqual({ nextNumber: 13, enteredToday: 4 })
  })

  it('are known by their number, so that none is entered twice', async () => {
    const [one, other] = [await aSurvey(), await aSurvey()]
    await send(one.code, { mode: 'PAPI', sheetNumber: '7' }, people.interviewer)

    expect((await sheetsOf(one.id, '7'))?.hasSheet).toBe(true)
    expect((await sheetsOf(one.id, '8'))?.hasSheet).toBe(false)
    expect((await sheetsOf(other.id, '7'))?.hasSheet).toBe(false)
  })

  it('are counted by the day in Poland', async () => {
    const { id, code } = await aSurvey()
    await send(code, { mode: 'PAPI', sheetNumber: '1' }, people.interviewer)
    now = new Date('2026-11-22T23:05:00Z')
    await send(code, { mode: 'PAPI', sheetNumber: '2' }, people.interviewer)

    expect((await sheetsOf(id))?.sheets).toEqual({ nextNumber: 3, enteredToday: 1 })
  })

  it('are nobody else’s business', async () => {
    const { id } = await aSurvey()
    expect(await sheetsOf(id, '1', people.stranger)).toBeNull()
  })
})
