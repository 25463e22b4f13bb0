import { randomUUID } from 'node:crypto'
import type { TerrainBundle } from '@rozeznanie/core/terrain'
import { isTerrainBundle } from '@rozeznanie/core/terrain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApp, createTestApp } from '../../testing/test-app.ts'

let test: TestApp
let organiser: SignedIn
let interviewer: SignedIn
let survey: { id: string; code: string; questionnaireVersionId: string }
let localityId: string

beforeAll(async () => {
  test = await createTestApp({ now: () => new Date('2026-11-22T09:00:00Z') })
  organiser = await test.signInAs('organiser')
  interviewer = await test.signInAs('interviewer')
  localityId = await test.aLocality({ name: 'Wola Jachowa' })
  survey = await test.aSurvey({ organisationId: organiser.organisationId ?? '', opensOn: '2026-11-01' })
  const assignment = { surveyId: survey.id, accountId: interviewer.accountId, localityId, target: 25 }
  await test.db.prisma.assignment.create({ data: assignment })
})
afterAll(() => test.close())

const post = (url: string, payload: object, as: SignedIn | null, header = '1') =>
  test.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'x-rozeznanie': header, ...(as && { cookie: as.cookie }) },
  })
const interview = (wishes: object = {}) => ({
  id: randomUUID(),
  questionnaireVersionId: survey.questionnaireVersionId,
  mode: 'CAWI',
  answers: { needs_help: '1' },
  ...wishes,
})
const visit = (wishes: object = {}) => ({
  id: randomUUID(),
  surveyId: survey.id,
  day: '2026-11-22',
  outcome: 'REFUSED',
  ...wishes,
})
const visitsOf = async (visits: readonly object[], as: SignedIn = interviewer) => {
  const answer = await post('/teren/visits', { visits }, as)
  expect(answer.statusCode).toBe(200)
  return answer.json<{ visits: readonly { id: string; status: string; message?: string }[] }>().visits
}
const stored = (id: string) =>
  test.db.prisma.contact.findUniqueOrThrow({ where: { surveyId_id: { surveyId: survey.id, id } } })

describe('what an interviewer takes along', () => {
  it('is the surveys that somebody gave them, with places, targets and a key to seal with', async () => {
    const read = (as: SignedIn) => test.app.inject({ url: '/teren/bundle', headers: { cookie: as.cookie } })

    const answer = await read(interviewer)
    const bundle = answer.json<TerrainBundle>()

    expect(isTerrainBundle(bundle)).toBe(true)
    expect(bundle.surveys).toHaveLength(1)
    expect(bundle.surveys[0]).toMatchObject({
      id: survey.id,
      targets: [{ localityId, target: 25 }],
      documents: [{ code: survey.code, status: 'OPEN', localities: [{ name: 'Wola Jachowa' }] }],
      rescueKey: { publicKey: { kty: 'RSA', alg: 'RSA-OAEP-256' } },
    })
    expect(JSON.stringify(bundle)).not.toMatch(/"(d|p|q|dp|dq|qi)":/)
    expect((await read(interviewer)).json<TerrainBundle>().surveys[0]?.rescueKey).toEqual(
      bundle.surveys[0]?.rescueKey,
    )
    expect((await read(organiser)).json<TerrainBundle>().surveys).toEqual([])
  })
})

describe('an interview from the field', () => {
  const door = () => `/teren/surveys/${survey.id}/responses`

  it('is stored once, as collected by an interviewer whatever the device says', async () => {
    const sent = interview()
    const first = await post(door(), sent, interviewer)
    const again = await post(door(), sent, interviewer)

    expect([first.statusCode, again.statusCode]).toEqual([201, 200])
    expect(again.json()).toEqual(first.json())
    const { mode } = await test.db.prisma.response.findFirstOrThrow({ where: { id: sent.id } })
    expect(mode).toBe('CAPI')
    const other = await post(door(), { ...sent, answers: { needs_help: '2' } }, interviewer)
    expect(other.statusCode).toBe(409)
  })

  it('is taken from who was given the survey and from its organisers, from nobody else', async () => {
    const colleague = await test.signInAs('interviewer')
    const stranger = await test.signInAs('stranger')
    const statusFor = async (as: SignedIn | null) => (await post(door(), interview(), as)).statusCode

    expect(await statusFor(organiser)).toBe(201)
    expect(await statusFor(null)).toBe(401)
    expect(await statusFor(stranger)).toBe(404)
    const refused = await post(door(), interview(), colleague)
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([403, 'NOT_ASSIGNED'])
    expect((await post(door(), interview(), interviewer, '')).json()).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('is refused as at the public door when an answer is wrong', async () => {
    const answer = await post(door(), interview({ answers: { needs_help: 'nie wiem' } }), interviewer)

    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ violations: [{ questionKey: 'needs_help' }] })
  })
})

describe('a contact', () => {
  it('counts once however often it is sent', async () => {
    const sent = visit({ outcome: 'ABSENT', localityId, comeBackOn: '2026-11-25' })

    expect(await visitsOf([sent])).toEqual([{ id: sent.id, status: 'stored' }])
    expect(await visitsOf([sent])).toEqual([{ id: sent.id, status: 'known' }])
    expect(await stored(sent.id)).toMatchObject({
      accountId: interviewer.accountId,
      channel: 'CAPI',
      localityId,
      comeBackOn: new Date('2026-11-25'),
    })
  })

  it('that is wrong is told apart and holds up no other', async () => {
    const good = visit()
    const answers = await visitsOf([
      visit({ outcome: 'BUSY' }),
      good,
      visit({ surveyId: randomUUID() }),
      visit({ localityId: randomUUID() }),
    ])

    expect(answers.map(({ status }) => status)).toEqual(['refused', 'stored', 'refused', 'refused'])
    expect(answers[0]?.message).toMatch(/Proszę wybrać z listy/)
  })

  it('keeps no position on a list once the matter is settled, and none of who refused', async () => {
    const call = visit({ channel: 'CATI', outcome: 'NO_ANSWER', comeBackOn: '2026-11-23', listPosition: 17 })
    const refusal = visit({ channel: 'CATI', outcome: 'REFUSED', comeBackOn: '2026-11-23', listPosition: 18 })
    await visitsOf([call, refusal])
    expect(await stored(call.id)).toMatchObject({ listPosition: 17, isSettled: false })
    expect(await stored(refusal.id)).toMatchObject({ listPosition: null, comeBackOn: null })

    await visitsOf([visit({ channel: 'CATI', outcome: 'INTERVIEWED', settles: call.id, listPosition: 17 })])

    expect(await stored(call.id)).toMatchObject({ listPosition: null, isSettled: true })
  })

  it('is kept under a day of the survey, whatever year the tablet believes it is', async () => {
    const early = visit({ day: '2016-11-22' })
    const late = visit({ day: '2036-11-22' })
    await visitsOf([early, late])

    expect([(await stored(early.id)).contactedOn, (await stored(late.id)).contactedOn]).toEqual([
      new Date('2026-11-01'),
      new Date('2026-11-22'),
    ])
  })
})
