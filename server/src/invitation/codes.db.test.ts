import { randomBytes, randomUUID } from 'node:crypto'
import { base64Url, makeOneTimeCode, printedCode } from '@rozeznanie/core/invitation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCodedSurvey, aDevice, type CodedSurvey } from '../../testing/code-devices.ts'
import { answerAll, linkingAttacks } from '../../testing/linking-attacks.ts'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

let test: TestApp
let organiser: SignedIn
let now = new Date('2026-11-22T10:00:00Z')
beforeAll(async () => {
  test = await createTestApp({ now: () => now, trustedProxyCount: 1 })
  organiser = await test.signInAs('organiser')
})
afterAll(() => test.close())

const SEEN = `query ($id: ID!) { survey(id: $id) { takesCodes unusedCodeCount
  codeBatches { name number codeCount usedCount firstSerial lastSerial localityName } } }`
const SET = `mutation ($input: SetSurveyCodesInput!) {
  setSurveyCodes(input: $input) { __typename ... on Survey { takesCodes } ... on Error { message } } }`
const MAKE = `mutation ($input: MakeCodeBatchInput!) {
  makeCodeBatch(input: $input) { __typename ... on CodeBatch { number codeCount firstSerial lastSerial } } }`
const REISSUE = `mutation ($input: ReissueCodeInput!) {
  reissueCode(input: $input) { __typename ... on ReissuedCode { serial code } } }`

const ask = (document: string, variables: object, as = organiser) =>
  test.graphql<Record<string, Record<string, unknown> | null>>(document, variables, { as })
const responsesOf = ({ id: surveyId }: CodedSurvey) => test.db.prisma.response.count({ where: { surveyId } })
const unknownCode = () => makeOneTimeCode(randomBytes(5))

describe('a code', () => {
  it('lets one response in', async () => {
    const survey = await aCodedSurvey(test, organiser, 2)
    const [code = '', other = ''] = survey.codes
    const [first, second] = [aDevice(test, survey), aDevice(test, survey)]

    const exchanged = await first.ask(code)
    const sent = await first.send(exchanged.ticket)

    expect([exchanged.status, sent.status]).toEqual([200, 201])
    expect((await first.send(exchanged.ticket)).body).toEqual(sent.body)
    expect(await second.ask(code)).toMatchObject({ status: 409, body: { code: 'CODE_USED' } })
    expect(await second.send(exchanged.ticket)).toMatchObject({ status: 409, body: { code: 'TICKET_SPENT' } })
    expect((await second.send((await second.ask(other)).ticket)).status).toBe(201)
    expect(await responsesOf(survey)).toBe(2)
  })

  it('is exchanged again for the same device when the answer was lost on the way', async () => {
    const survey = await aCodedSurvey(test, organiser, 1)
    const [code = ''] = survey.codes
    const device = aDevice(test, survey)

    const lost = await device.ask(code)
    const again = await device.ask(code)

    expect(again).toEqual(lost)
    expect((await device.send(again.ticket)).status).toBe(201)
  })

  it('shown by many devices at the same instant lets one of them in', async () => {
    const survey = await aCodedSurvey(test, organiser, 1)
    const devices = Array.from({ length: 12 }, () => aDevice(test, survey))

    const exchanged = await Promise.all(devices.map((device) => device.ask(survey.codes[0] ?? '')))
    const sent = await Promise.all(devices.map((device, index) => device.send(exchanged[index]?.ticket)))

    expect(exchanged.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(await responsesOf(survey)).toBe(1)
  })

  it('exchanged once cannot be spent twice at the same instant under two ids', async () => {
    const survey = await aCodedSurvey(test, organiser, 1)
    const device = aDevice(test, survey)
    const { ticket } = await device.ask(survey.codes[0] ?? '')

    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        device.send(ticket, index % 2 === 0 ? {} : { id: randomUUID() }),
      ),
    )

    expect(await responsesOf(survey)).toBe(1)
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(sent.every(({ status }) => [200, 201, 409].includes(status))).toBe(true)
  })

  it('is needed by whoever answers alone, and by nobody who is asked in person', async () => {
    const survey = await aCodedSurvey(test, organiser, 1)
    const device = aDevice(test, survey)
    const forged = `${base64Url(randomBytes(32))}.${base64Url(randomBytes(256))}`
    const { questionnaireVersionId, code: surveyCode } = survey
    const sheet = { surveyCode, id: randomUUID(), questionnaireVersionId, mode: 'PAPI', answers: {} }

    for (const ticket of [undefined, '', forged, `${forged}x`]) {
      expect(await device.send(ticket)).toMatchObject({ status: 422, body: { code: 'TICKET_REFUSED' } })
    }
    const entered = await ask(
      'mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { __typename } }',
      { input: sheet },
    )

    expect(entered.data.submitResponse).toEqual({ __typename: 'Receipt' })
    expect(await responsesOf(survey)).toBe(1)
  })

  it('of another survey is none, nor is its ticket', async () => {
    const [one, other] = [await aCodedSurvey(test, organiser, 1), await aCodedSurvey(test, organiser, 1)]
    const { ticket } = await aDevice(test, one).ask(one.codes[0] ?? '')
    const device = aDevice(test, other)

    expect(await device.ask(one.codes[0] ?? '')).toMatchObject({ body: { code: 'CODE_UNKNOWN' } })
    expect(await device.send(ticket)).toMatchObject({ body: { code: 'TICKET_REFUSED' } })
  })

  it('is not asked for after the end, and stays unused then', async () => {
    const survey = await aCodedSurvey(test, organiser, 1)
    await test.graphql(
      'mutation ($id: ID!) { closeSurvey(input: { surveyId: $id }) { __typename } }',
      { id: survey.id },
      { as: organiser },
    )
    now = new Date('2026-12-22T10:00:00Z')
    const late = await aDevice(test, survey).ask(survey.codes[0] ?? '')
    now = new Date('2026-11-22T10:00:00Z')

    expect(late).toMatchObject({ status: 410, body: { code: 'SURVEY_NOT_OPEN' } })
    const stored = await test.db.prisma.spentCodes.findUniqueOrThrow({ where: { surveyId: survey.id } })
    expect(stored.spent).toHaveLength(0)
  })
})

describe('looking at a code before the first question', () => {
  it('says what is unknown, and nothing that organisers do not know', async () => {
    const survey = await aCodedSurvey(test, organiser, 25)
    const look = (code: unknown) => aDevice(test, survey).post('kod', { code })
    for (const code of survey.codes.slice(0, 20)) await aDevice(test, survey).ask(code)

    const seen = await Promise.all(survey.codes.map((code) => look(code)))

    expect(await look(unknownCode())).toMatchObject({ status: 422, body: { code: 'CODE_UNKNOWN' } })
    expect(await look({ $ne: 1 })).toMatchObject({ status: 422, body: { code: 'CODE_UNKNOWN' } })
    expect(seen.filter(({ status }) => status === 409)).toHaveLength(10)
    expect(seen.slice(20).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    const { data } = await ask(SEEN, { id: survey.id })
    expect(data.survey).toMatchObject({
      unusedCodeCount: 15,
      codeBatches: [{ codeCount: 25, usedCount: 10 }],
    })
  })

  it('stops an address that guesses, and not the person whose code is right elsewhere', async () => {
    const survey = await aCodedSurvey(test, organiser, 1)
    const guesser = aDevice(test, survey, '192.0.2.9')
    for (let wrong = 0; wrong < 30; wrong += 1) await guesser.post('kod', { code: unknownCode() })

    expect((await guesser.post('kod', { code: unknownCode() })).status).toBe(429)
    expect((await guesser.ask(survey.codes[0] ?? '')).status).toBe(429)
    expect((await aDevice(test, survey, '192.0.2.10').ask(survey.codes[0] ?? '')).status).toBe(200)
  })
})

describe('a device that cannot blind by itself', () => {
  it('gets its ticket made of its own seed, the same however often it asks', async () => {
    const survey = await aCodedSurvey(test, organiser, 1)
    const device = aDevice(test, survey)
    const wish = { code: survey.codes[0], seed: base64Url(device.seed) }

    const [first, again] = [await device.post('kod', wish), await device.post('kod', wish)]

    expect(first.body.ticket).toBe(again.body.ticket)
    expect((await device.send(first.body.ticket)).status).toBe(201)
    const other = { ...wish, seed: base64Url(randomBytes(32)) }
    expect((await device.post('kod', other)).status).toBe(409)
  })

  it('is told when it sends nonsense, and its code is not spent', async () => {
    const survey = await aCodedSurvey(test, organiser, 1)
    const device = aDevice(test, survey)
    const [code = ''] = survey.codes

    for (const wish of [{ blinded: 'AA' }, { blinded: 7 }, { blinded: '_'.repeat(342) }, { seed: 'AA' }]) {
      expect((await device.post('kod', { code, ...wish })).status).toBe(400)
    }
    expect((await device.ask(code)).status).toBe(200)
  })
})

describe('a code and its response', () => {
  it('are not linked by anything that is stored', async () => {
    const survey = await aCodedSurvey(test, organiser, 60)

    const found = await linkingAttacks(test, survey.id, await answerAll(test, survey))

    // Chance finds one pair of sixty; ten by chance in any of the attacks happen once in a hundred thousand runs.
    expect(Object.entries(found).filter(([, share]) => share >= 10 / 60)).toEqual([])
    expect(Object.keys(found).length).toBeGreaterThan(90)
  })
})

describe('an organiser', () => {
  it('turns codes on before the first answer, and neither on nor off after it', async () => {
    const survey = await test.aSurvey({ organisationId: organiser.organisationId ?? '' })
    const set = async (surveyId: string, takesCodes: boolean) =>
      (await ask(SET, { input: { surveyId, takesCodes } })).data.setSurveyCodes

    expect(await set(survey.id, true)).toMatchObject({ takesCodes: true })
    expect(await set(survey.id, false)).toMatchObject({ takesCodes: false })
    const { questionnaireVersionId: versionId } = survey
    const answer = { id: randomUUID(), questionnaireVersionId: versionId, mode: 'CAWI', answers: {} }
    await test.app.inject({ method: 'POST', url: `/a/${survey.code}/responses`, payload: answer })
    expect(await set(survey.id, true)).toMatchObject({ __typename: 'CodesSettledError' })
    const coded = await aCodedSurvey(test, organiser, 1)
    expect(await set(coded.id, false)).toMatchObject({ __typename: 'CodesSettledError' })
  })

  it('makes batches whose letters are numbered on', async () => {
    const survey = await aCodedSurvey(test, organiser, 3)
    const localityId = await test.aLocality({ name: 'Wola Jachowa' })
    const make = async (codeCount: number) =>
      (await ask(MAKE, { input: { surveyId: survey.id, name: 'Wola', codeCount, localityId } })).data

    expect((await make(4)).makeCodeBatch).toMatchObject({ number: 2, firstSerial: 4, lastSerial: 7 })
    expect((await make(5_001)).makeCodeBatch).toEqual({ __typename: 'InvalidInputError' })
    const { data } = await ask(SEEN, { id: survey.id })
    expect(data.survey).toMatchObject({
      unusedCodeCount: 7,
      codeBatches: [{ localityName: 'Wola Jachowa' }, {}],
    })
  })

  it('replaces a lost code: the old one is void, a used one stays', async () => {
    const survey = await aCodedSurvey(test, organiser, 2)
    const [lost = '', used = ''] = survey.codes
    const reissue = async (serial: number) =>
      (await ask(REISSUE, { input: { surveyId: survey.id, serial } })).data.reissueCode
    await aDevice(test, survey).ask(used)

    const issued = await reissue(1)

    expect(issued).toMatchObject({ __typename: 'ReissuedCode', serial: 1 })
    expect(await aDevice(test, survey).ask(lost)).toMatchObject({ body: { code: 'CODE_UNKNOWN' } })
    const { code } = await test.db.prisma.oneTimeCode.findFirstOrThrow({
      where: { surveyId: survey.id, serial: 1, isVoid: false },
    })
    expect(printedCode(code)).toBe(issued?.code)
    expect((await aDevice(test, survey).ask(code)).status).toBe(200)
    expect(await reissue(2)).toEqual({ __typename: 'CodeNotReissuedError' })
    expect(await reissue(99)).toEqual({ __typename: 'InvalidInputError' })
  })

  it('leaves no code in the record of who did what', async () => {
    const survey = await aCodedSurvey(test, organiser, 2)
    await ask(REISSUE, { input: { surveyId: survey.id, serial: 1 } })

    const events = await test.db.prisma.auditEvent.findMany({ where: { objectId: survey.id } })

    expect(events.map(({ action }) => action)).toEqual(['turnCodesOn', 'makeCodes', 'reissueCode'])
    for (const code of survey.codes)
      expect(
        JSON.stringify(events, (_key, value: unknown) => (typeof value === 'bigint' ? 0 : value)),
      ).not.toContain(code)
  })

  it('of another centre sees and does nothing', async () => {
    const survey = await aCodedSurvey(test, organiser, 1)
    const stranger = await test.signInAs('stranger')

    expect((await ask(SEEN, { id: survey.id }, stranger)).data.survey).toBeNull()
    const made = await ask(MAKE, { input: { surveyId: survey.id, name: 'x', codeCount: 1 } }, stranger)
    expect(made.data.makeCodeBatch).toBeNull()
    expect(
      (await ask(REISSUE, { input: { surveyId: survey.id, serial: 1 } }, stranger)).data.reissueCode,
    ).toBeNull()
  })
})
