import { createHash, randomBytes } from 'node:crypto'
import { WRONG_CODES_PER_ADDRESS } from '@rozeznanie/core/parked'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { LARGEST_PARKED } from './parked-answers.ts'

const FIRST_DAY = new Date('2026-11-22T10:00:00Z')

let test: TestApp
let organisationId: string
let now = FIRST_DAY
beforeAll(async () => {
  test = await createTestApp({ now: () => now, trustedProxyCount: 1 })
  organisationId = await test.anOrganisation()
})
afterAll(() => test.close())

const aSurvey = () => test.aSurvey({ organisationId, opensOn: '2026-11-01', closesOn: '2026-11-30' })
const aName = () => randomBytes(32).toString('hex')

async function ask(code: string, what: '' | '/odczyt' | '/usun', payload: object, address = '10.0.0.1') {
  const headers = { 'x-forwarded-for': address }
  const url = `/a/${code}/odlozone${what}`
  const answer = await test.app.inject({ method: 'POST', url, payload, headers })
  const said = answer.json<Readonly<Record<string, unknown>> & { revision?: number }>()
  return { ...said, status: answer.statusCode, cookies: answer.cookies }
}

const sealedOf = (text: string) => Buffer.from(text).toString('base64')

describe('answers put aside', () => {
  it('are given out to whoever knows the name, and are gone when they were sent', async () => {
    const { code } = await aSurvey()
    const [name, sealed] = [aName(), sealedOf('zapieczętowane')]

    const kept = await ask(code, '', { name, base: 0, sealed })

    expect(kept).toEqual({ status: 200, cookies: [], revision: 1, until: '2026-12-03' })
    expect(await ask(code, '/odczyt', { name })).toMatchObject({ isKept: true, revision: 1, sealed })
    expect(await ask(code, '/odczyt', { name: aName() })).toMatchObject({ status: 200, isKept: false })
    await ask(code, '/usun', { name })
    expect(await ask(code, '/odczyt', { name })).toMatchObject({ isKept: false })
  })

  it('leave in the database no name that would open them, and no time', async () => {
    const { id: surveyId, code } = await aSurvey()
    const name = aName()
    await ask(code, '', { name, base: 0, sealed: sealedOf('zapieczętowane') })

    const [row] = await test.db.prisma.parkedAnswers.findMany({ where: { surveyId } })

    expect(row).toEqual({
      surveyId,
      nameHash: new Uint8Array(createHash('sha256').update(Buffer.from(name, 'hex')).digest()),
      revision: 1,
      sealed: new Uint8Array(Buffer.from('zapieczętowane')),
      expiresOn: new Date('2026-12-03T00:00:00Z'),
    })
  })

  it('of two devices at once: the later one is told, and may put its own in their place', async () => {
    const { code } = await aSurvey()
    const name = aName()
    await ask(code, '', { name, base: 0, sealed: sealedOf('pierwsze') })
    await ask(code, '', { name, base: 1, sealed: sealedOf('z telefonu') })

    const late = await ask(code, '', { name, base: 1, sealed: sealedOf('z komputera') })

    expect(late).toMatchObject({ status: 409, code: 'PARKED_ELSEWHERE', revision: 2 })
    expect(await ask(code, '/odczyt', { name })).toMatchObject({ sealed: sealedOf('z telefonu') })
    expect(await ask(code, '', { name, base: 2, sealed: sealedOf('z komputera') })).toMatchObject({
      revision: 3,
    })
  })

  it('are kept once when a device that never heard of it sends them again', async () => {
    const { code } = await aSurvey()
    const document = { name: aName(), base: 0, sealed: sealedOf('to samo') }

    const answers = await Promise.all([ask(code, '', document), ask(code, '', document)])

    expect(answers.map(({ status, revision }) => [status, revision])).toEqual([
      [200, 1],
      [200, 1],
    ])
  })

  it('are refused when they are too large or no bytes at all, or the survey takes nothing', async () => {
    const { code } = await aSurvey()
    const document = { name: aName(), base: 0, sealed: sealedOf('x') }
    const closed = await aSurvey()
    await test.db.prisma.survey.update({
      where: { id: closed.id },
      data: { closedAt: new Date('2026-11-10T10:00:00Z') },
    })

    const status = async (change: object, survey = code) =>
      (await ask(survey, '', { ...document, ...change })).status

    expect(await status({ sealed: Buffer.alloc(LARGEST_PARKED + 1).toString('base64') })).toBe(400)
    expect(await status({ sealed: Buffer.alloc(LARGEST_PARKED + 4096).toString('base64') })).toBe(413)
    expect(await status({ sealed: 'nie base64!' })).toBe(400)
    expect(await status({ name: 'abc' })).toBe(400)
    expect(await status({ base: -1 })).toBe(400)
    expect(await status({}, closed.code)).toBe(410)
    expect(await status({}, 'zzzzzzzz')).toBe(404)
  })

  it('are gone after their last day, and after the grace of a survey that was closed by hand', async () => {
    const [survey, closed] = [await aSurvey(), await aSurvey()]
    const name = aName()
    for (const { code } of [survey, closed]) await ask(code, '', { name, base: 0, sealed: sealedOf('x') })
    await test.db.prisma.survey.update({ where: { id: closed.id }, data: { closedAt: FIRST_DAY } })
    const left = async () =>
      (
        await test.db.prisma.parkedAnswers.findMany({ where: { surveyId: { in: [survey.id, closed.id] } } })
      ).map(({ surveyId }) => surveyId)
    now = new Date('2026-11-26T10:00:00Z')
    await test.services.parked.removeExpired()
    expect(await left()).toEqual([survey.id])

    now = new Date('2026-12-04T10:00:00Z')

    expect(await ask(survey.code, '/odczyt', { name })).toMatchObject({ isKept: false })
    await test.services.parked.removeExpired()
    expect(await left()).toEqual([])
    now = FIRST_DAY
  })

  it('listens to no more guesses of an address, while everybody else comes to their own', async () => {
    const { code } = await aSurvey()
    const name = aName()
    await ask(code, '', { name, base: 0, sealed: sealedOf('x') })
    for (let tries = 0; tries < WRONG_CODES_PER_ADDRESS; tries += 1)
      await ask(code, '/odczyt', { name: aName() }, '10.9.9.9')

    const refused = await ask(code, '/odczyt', { name }, '10.9.9.9')

    expect(refused.status).toBe(429)
    expect(await ask(code, '/odczyt', { name }, '10.0.0.2')).toMatchObject({ isKept: true })
  })
})
