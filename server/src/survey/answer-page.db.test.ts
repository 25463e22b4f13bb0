import { aQuestionnaire } from '@rozeznanie/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

let test: TestApp
let organiser: SignedIn
let now = new Date('2026-11-22T10:00:00Z')

beforeAll(async () => {
  test = await createTestApp({
    now: () => now,
    trustedProxyCount: 1,
    publicUrl: 'https://ankiety.gmina.example',
  })
  organiser = await test.signInAs('organiser')
})
afterAll(() => test.close())

const aSurvey = (change: object = {}) =>
  test.aSurvey({ organisationId: organiser.organisationId ?? '', ...change })
const embedded = (html: string): unknown =>
  JSON.parse(/<script type="application\/json" id="survey">(.*?)<\/script>/s.exec(html)?.[1] ?? '"nothing"')

describe('the answering page', () => {
  it('holds its survey, in Polish, without a cookie and without a trace in caches', async () => {
    await test.aLocality({ name: 'Żurawniki' })
    await test.aLocality({ name: 'Ćmielów' })
    const { code } = await aSurvey({ title: 'Czego nam brakuje?' })

    const page = await test.app.inject({ url: `/a/${code}`, headers: { cookie: organiser.cookie } })

    expect(page.statusCode).toBe(200)
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' })
    expect(page.headers['set-cookie']).toBeUndefined()
    expect(page.body).toContain('<html lang="pl">')
    expect(page.body).toContain('<title>Czego nam brakuje? – ankieta</title>')
    const survey = embedded(page.body) as { localities: { name: string }[] }
    expect(survey).toMatchObject({ code, status: 'OPEN', contactPhone: '41 123 45 67', isDemo: false })
    expect(survey.localities.map(({ name }) => name)).toEqual(['Ćmielów', 'Żurawniki'])
    expect(JSON.stringify(survey)).not.toMatch(/organisationId|surveyId|createdAt/)
  })

  it('has the address that the installation is known by, whatever address the organiser uses', async () => {
    const { id, code } = await aSurvey()

    const { data } = await test.graphql(
      'query ($id: ID!) { survey(id: $id) { answerUrl } }',
      { id },
      { as: organiser },
    )

    expect(data).toEqual({ survey: { answerUrl: `https://ankiety.gmina.example/a/${code}` } })
  })

  it('comes packed where the browser can unpack it', async () => {
    const { code } = await aSurvey()

    const page = await test.app.inject({ url: `/a/${code}`, headers: { 'accept-encoding': 'gzip, br' } })

    expect(page.headers['content-encoding']).toBe('gzip')
    expect(page.rawPayload.subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]))
  })

  it('opens however its address was typed', async () => {
    const { code } = await aSurvey()
    const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toUpperCase().replaceAll('0', 'O')

    const answer = await test.app.inject({ url: `/a/${typed}` })

    expect([answer.statusCode, answer.headers.location]).toEqual([302, `/a/${code}`])
  })

  it('cannot be broken out of by any text', async () => {
    const evil = '</script><script>alert(1)</script><!-- \u2028 &amp; $& "\'<b>'
    const document = aQuestionnaire([{ key: 'x', type: 'INFO', text: evil }], { title: evil })
    const { code } = await aSurvey({
      title: evil,
      questionnaireVersionId: await test.aQuestionnaireVersion(document),
    })

    const { body } = await test.app.inject({ url: `/a/${code}` })

    expect(body.match(/<script/g)).toHaveLength(1)
    expect(body.match(/<\/script/g)).toHaveLength(1)
    expect(/id="survey">.*/.exec(body)?.[0]).not.toMatch(/[\u2028&]|<(?!\/script>)/)
    expect(body).not.toContain('<b>')
    expect(embedded(body)).toMatchObject({ title: evil, questionnaire: { title: evil } })
  })

  it.each([
    [
      'before its first day',
      '2026-11-09T22:59:00Z',
      'SCHEDULED',
      'Będzie można ją wypełnić od 10 listopada 2026 r.',
    ],
    ['on its first day', '2026-11-09T23:00:00Z', 'OPEN', null],
    ['on its last day', '2026-11-20T22:59:00Z', 'OPEN', null],
    ['after its last day', '2026-11-20T23:00:00Z', 'ENDED', 'zakończyła się 20 listopada 2026 r.'],
  ])('says %s how things stand', async (_name, instant, status, words) => {
    const { code } = await aSurvey({ opensOn: '2026-11-10', closesOn: '2026-11-20' })
    now = new Date(instant)

    const page = await test.app.inject({ url: `/a/${code}` })

    now = new Date('2026-11-22T10:00:00Z')
    expect(page.statusCode).toBe(200)
    expect(embedded(page.body)).toMatchObject({ status })
    if (words) expect(page.body).toContain(words)
    else expect(page.body).not.toContain('Dziękujemy wszystkim')
  })

  it.each(['zzzzzzzz', 'abc', '%00', '..%2f..%2fetc', 'ą'])(
    'says politely that %s is no survey',
    async (code) => {
      const page = await test.app.inject({ url: `/a/${encodeURI(code)}` })

      expect(page.statusCode).toBe(404)
      expect(page.headers['content-type']).toContain('text/html')
      expect(page.body).toContain('<h1>Nie ma takiej ankiety</h1>')
      expect(page.body).not.toContain(code)
    },
  )

  it('stops somebody who guesses codes, but not those who are answering behind the same address', async () => {
    const { code } = await aSurvey()
    const { code: later } = await aSurvey()
    const headers = { 'x-forwarded-for': '192.0.2.7' }
    await test.app.inject({ url: `/a/${code}` })
    for (let wrong = 0; wrong < 100; wrong += 1)
      await test.app.inject({ url: `/a/${10_000_000 + wrong}`, headers })

    const guess = await test.app.inject({ url: `/a/${later}`, headers })
    const running = await test.app.inject({ url: `/a/${code}`, headers })
    const elsewhere = await test.app.inject({
      url: `/a/${later}`,
      headers: { 'x-forwarded-for': '192.0.2.8' },
    })

    expect([guess.statusCode, running.statusCode, elsewhere.statusCode]).toEqual([429, 200, 200])
    expect(guess.json()).toMatchObject({
      code: 'TOO_MANY_TRIES',
      message: expect.stringMatching(/spróbować ponownie/),
    })
  })
})

describe('the QR code', () => {
  const get = (id: string, format: string, as?: SignedIn) =>
    test.app.inject({ url: `/download/surveys/${id}/qr.${format}`, headers: as ? { cookie: as.cookie } : {} })

  it('is a picture in either format for the people of the organisation', async () => {
    const { id, code } = await aSurvey()

    const svg = await get(id, 'svg', organiser)
    const png = await get(id, 'png', await test.signInAs('interviewer'))

    expect(svg.headers).toMatchObject({
      'content-type': expect.stringContaining('image/svg+xml'),
      'content-disposition': `attachment; filename="ankieta-${code}-qr.svg"`,
    })
    expect(svg.body).toMatch(/^<svg /)
    expect(png.rawPayload.subarray(1, 4).toString()).toBe('PNG')
    expect(png.rawPayload.readUInt32BE(16)).toBeGreaterThanOrEqual(1_000)
  })

  it('is refused to everybody else, a foreign survey like a missing one', async () => {
    const { id } = await aSurvey()
    const stranger = await test.signInAs('stranger')

    const foreign = await get(id, 'svg', stranger)
    const missing = await get('0190a000-0000-7000-8000-000000000000', 'svg', stranger)

    expect((await get(id, 'svg')).statusCode).toBe(401)
    expect([foreign.statusCode, foreign.body]).toEqual([404, missing.body])
  })
})
