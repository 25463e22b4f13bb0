import { randomUUID } from 'node:crypto'
import { type RescueKey, RESCUE_FORMAT } from '@rozeznanie/core/terrain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCodedSurvey } from '../../testing/code-devices.ts'
import { sealedForm } from '../../testing/sealed-form.ts'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

let test: TestApp
let organiser: SignedIn
let interviewer: SignedIn
let stranger: SignedIn
beforeAll(async () => {
  test = await createTestApp({ now: () => new Date('2026-11-22T10:00:00Z') })
  organiser = await test.signInAs('organiser')
  interviewer = await test.signInAs('interviewer')
  stranger = await test.signInAs('stranger', { organisationId: await test.anOrganisation() })
})
afterAll(() => test.close())

type Survey = Awaited<ReturnType<typeof test.aSurvey>>

const SUBMIT = `mutation ($input: SubmitResponseInput!) {
  submitResponse(input: $input) { __typename ... on Error { message } } }`
const RENEW = 'mutation ($input: RenewKioskPassInput!) { renewKioskPass(input: $input) { kioskPass } }'

const aForm = ({ questionnaireVersionId }: Survey) => ({
  ...{ id: randomUUID(), questionnaireVersionId, mode: 'KIOSK' },
  answers: { needs_help: '1' },
})
const post = async ({ code }: Survey, door: string, payload: object) => {
  const answer = await test.app.inject({ method: 'POST', url: `/a/${code}/${door}`, payload })
  const { code: refusal } = answer.json<{ code?: string }>()
  return refusal === undefined ? answer.statusCode : `${answer.statusCode} ${refusal}`
}
const send = (survey: Survey, kioskPass?: unknown) =>
  post(survey, 'responses', { ...aForm(survey), ...(kioskPass !== undefined && { kioskPass }) })
const isLetIn = (survey: Survey, kioskPass: unknown) => post(survey, 'kiosk/przepustka', { kioskPass })

async function passOf({ id }: Survey, as: SignedIn): Promise<string | null> {
  const query = 'query ($id: ID!) { survey(id: $id) { kioskPass } }'
  const { data } = await test.graphql<{ survey: { kioskPass: string | null } | null }>(query, { id }, { as })
  return data.survey?.kioskPass ?? null
}

async function renewed({ id }: Survey, as: SignedIn): Promise<string | null> {
  const { data } = await test.graphql<{ renewKioskPass: { kioskPass: string } | null }>(
    RENEW,
    { input: { surveyId: id } },
    { as },
  )
  return data.renewKioskPass?.kioskPass ?? null
}

async function submit(survey: Survey, change: object, as?: SignedIn) {
  const input = { ...aForm(survey), surveyCode: survey.code, ...change }
  const { data } = await test.graphql<{ submitResponse: { __typename: string; message?: string } }>(
    SUBMIT,
    { input },
    as && { as },
  )
  return data.submitResponse
}

/** What the page of the tablet gets beside the survey. */
async function writtenIn({ code }: Survey): Promise<{ rescueKey: RescueKey; needsPass: boolean }> {
  const { body } = await test.app.inject(`/a/${code}/kiosk`)
  const [, written = ''] = /<script type="application\/json" id="kiosk">([^<]*)<\/script>/.exec(body) ?? []
  return JSON.parse(written) as { rescueKey: RescueKey; needsPass: boolean }
}

describe('a shared tablet of a survey with codes', () => {
  it('is let in with the pass of its survey and with nothing else', async () => {
    const survey = await aCodedSurvey(test, organiser, 1)
    const other = await aCodedSurvey(test, organiser, 1)
    const pass = await passOf(survey, organiser)

    expect(pass).toMatch(/^[\w-]{22}$/)
    expect(await send(survey)).toBe('422 TICKET_REFUSED')
    for (const wrong of [await passOf(other, organiser), '', `${pass}A`, 7, [pass], { pass }])
      expect(await send(survey, wrong)).toBe('422 TICKET_REFUSED')
    expect(await send(survey, pass)).toBe(201)
    expect(await test.db.prisma.response.count({ where: { surveyId: survey.id } })).toBe(1)
  })

  it('can ask before anybody answers, and the page itself does not tell the pass', async () => {
    const survey = await aCodedSurvey(test, organiser, 1)
    const pass = await passOf(survey, organiser)
    const pages = await Promise.all(['', '/kiosk'].map((end) => test.app.inject(`/a/${survey.code}${end}`)))

    expect([await isLetIn(survey, pass), await isLetIn(survey, 'A'.repeat(22))]).toEqual([
      200,
      '422 TICKET_REFUSED',
    ])
    expect(await isLetIn(survey, undefined)).toBe('422 TICKET_REFUSED')
    expect((await writtenIn(survey)).needsPass).toBe(true)
    for (const { body } of pages) expect(body).not.toMatch(new RegExp(`${pass}|kioskPass`))
  })

  it('is refused with the old pass as soon as the organiser made another', async () => {
    const survey = await aCodedSurvey(test, organiser, 1)
    const old = await passOf(survey, organiser)
    const picture = () =>
      test.app.inject({
        url: `/download/surveys/${survey.id}/qr.svg?dla=tablet`,
        headers: { cookie: organiser.cookie },
      })
    const oldPicture = (await picture()).body
    expect(await send(survey, old)).toBe(201)

    const fresh = await renewed(survey, organiser)

    expect(await send(survey, old)).toBe('422 TICKET_REFUSED')
    expect(await send(survey, fresh)).toBe(201)
    expect(fresh).toBe(await passOf(survey, organiser))
    expect((await picture()).body).not.toBe(oldPicture)
    const events = await test.db.prisma.auditEvent.findMany({ where: { action: 'renewKioskPass' } })
    expect(events).toHaveLength(1)
    expect(JSON.stringify(events.map(({ details }) => details))).not.toContain(fresh)
  })

  it('sends what it sealed with the pass that it has then', async () => {
    const survey = await aCodedSurvey(test, organiser, 1)
    const { rescueKey } = await writtenIn(survey)
    const old = await passOf(survey, organiser)
    const submission = { ...aForm(survey), kioskPass: old }
    const interviews = [await sealedForm(rescueKey, { surveyId: survey.id, submission })]
    const sealed = { format: RESCUE_FORMAT, interviews }
    const door = 'kiosk/odpowiedzi'
    const fresh = await renewed(survey, organiser)

    expect(await post(survey, door, sealed)).toBe('422 TICKET_REFUSED')
    expect(await post(survey, door, { ...sealed, kioskPass: old })).toBe('422 TICKET_REFUSED')
    expect(await post(survey, door, { ...sealed, kioskPass: fresh })).toBe(201)
    expect(await post(survey, door, { ...sealed, kioskPass: fresh })).toBe(200)
  })
})

describe('the pass', () => {
  it('is asked for over GraphQL as well, but not of the people of the organisation', async () => {
    const survey = await aCodedSurvey(test, organiser, 1)
    const kioskPass = await passOf(survey, interviewer)

    const refused = await submit(survey, {})
    expect(refused.__typename).toBe('TicketRefusedError')
    expect(refused.message).toMatch(/ten tablet nie ma ważnej przepustki/)
    expect((await submit(survey, {}, stranger)).__typename).toBe('TicketRefusedError')
    expect((await submit(survey, { kioskPass })).__typename).toBe('Receipt')
    expect((await submit(survey, {}, interviewer)).__typename).toBe('Receipt')
  })

  it('opens no other way in', async () => {
    const survey = await aCodedSurvey(test, organiser, 1)
    const kioskPass = await passOf(survey, organiser)

    const sent = { ...aForm(survey), mode: 'CAWI', kioskPass, ticket: kioskPass }
    expect(await post(survey, 'responses', sent)).toBe('422 TICKET_REFUSED')
  })

  it('is seen by those who collect answers, renewed by organisers, and by nobody of another centre', async () => {
    const survey = await aCodedSurvey(test, organiser, 1)
    const seen = await Promise.all([organiser, interviewer, stranger].map((as) => passOf(survey, as)))
    const renewing = [await renewed(survey, interviewer), await renewed(survey, stranger)]

    expect(seen).toEqual([seen[0], seen[0], null])
    expect(renewing).toEqual([null, null])
    expect(await passOf(survey, organiser)).toBe(seen[0])
  })

  it('does not exist where no codes are taken: tablets answer as they did', async () => {
    const survey = await test.aSurvey({ organisationId: organiser.organisationId ?? '' })

    expect(await passOf(survey, organiser)).toBeNull()
    expect(await renewed(survey, organiser)).toBeNull()
    expect((await writtenIn(survey)).needsPass).toBe(false)
    expect([await send(survey), await send(survey, 'obojętne')]).toEqual([201, 201])
  })
})
