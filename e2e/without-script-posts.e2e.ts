import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Question, Questionnaire } from '@rozeznanie/core/questionnaire'
import { aQuestionnaire, single } from '@rozeznanie/core/testing'
import { openHouse, type House } from './harness.ts'

let house: House
let organisationId: string
beforeAll(async () => {
  house = await openHouse()
  organisationId = await house.app.anOrganisation({ name: 'CUS w Busku-Zdroju' })
})
afterAll(() => house.close())

const SHORT = aQuestionnaire([single('a', ['1', '2'], { required: true }), single('b', ['1', '2'])])

async function openedSurvey(questionnaire: Questionnaire = SHORT, more: object = {}) {
  const questionnaireVersionId = await house.app.aQuestionnaireVersion(questionnaire)
  return house.app.aSurvey({ organisationId, questionnaireVersionId, title: 'Ankieta', ...more })
}

const stored = (surveyId: string) => house.app.db.prisma.response.findMany({ where: { surveyId } })

interface Reply {
  readonly status: number
  readonly html: string
  readonly heading: string
  readonly state: string
  readonly headers: Headers
}

const unescaped = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

async function post(
  code: string,
  fields: Record<string, string> | string,
  headers: object = {},
): Promise<Reply> {
  const reply = await fetch(`${house.url}/a/${code}/strona`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
  })
  const html = await reply.text()
  const state = /name="stan" value="([^"]*)"/.exec(html)?.[1] ?? ''
  const heading = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.replace(/<[^>]+>/g, '') ?? ''
  return {
    status: reply.status,
    html,
    heading: unescaped(heading),
    state: unescaped(state),
    headers: reply.headers,
  }
}

const begin = (code: string) => post(code, { ruch: 'poczatek' })
const stateOf = (draft: object, place = '#/sprawdzenie') => JSON.stringify({ draft, place, language: 'pl' })
const draftOf = (questionnaireVersionId: string, answers: object, id: string = randomUUID()) => ({
  ...{ id, questionnaireVersionId, answers, isSending: false },
})
const receiptIn = ({ html }: Reply) => /class="number">([^<]+)</.exec(html)?.[1]

describe('a page posted without scripts', () => {
  it('leads on with everything that is known in the page itself: no cookie, no script, nothing stored', async () => {
    const { id, code } = await openedSurvey()

    const first = await begin(code)
    const second = await post(code, { stan: first.state, ruch: 'dalej', 'pole-a': '2' })

    expect([first.heading, second.heading]).toEqual(['a?', 'b?'])
    expect(JSON.parse(second.state)).toMatchObject({ draft: { answers: { a: '2' } }, place: '#/pytanie/b' })
    expect(first.headers.get('set-cookie')).toBeNull()
    expect(first.headers.get('cache-control')).toBe('no-store')
    expect(first.headers.get('x-frame-options')).toBe('DENY')
    expect(first.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(first.headers.get('content-security-policy')).not.toContain('unsafe-inline')
    expect(first.html).not.toMatch(/<script|<noscript|style=| on\w+=/)
    expect(await stored(id)).toEqual([])
  })

  it('sent twice, even at the same instant, is stored once under one receipt', async () => {
    const { id, code } = await openedSurvey()
    const first = await begin(code)
    const check = await post(code, { stan: first.state, ruch: 'dalej', 'pole-a': '1' })
    const last = await post(code, { stan: check.state, ruch: 'dalej', 'pole-b': '2' })
    const send = () => post(code, { stan: last.state, ruch: 'wyslij' })

    const replies = await Promise.all([send(), send(), send()])
    const later = await send()

    const receipts = new Set([...replies, later].map(receiptIn))
    expect([...receipts]).toEqual([expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)])
    expect(later.status).toBe(200)
    expect(await stored(id)).toHaveLength(1)
  })

  it('changed after sending meets the first answers, which stay', async () => {
    const { id, code, questionnaireVersionId } = await openedSurvey()
    const own = randomUUID()
    const send = (a: string) =>
      post(code, { stan: stateOf(draftOf(questionnaireVersionId, { a }, own)), ruch: 'wyslij' })

    const kept = await send('1')
    const other = await send('2')

    expect([other.status, other.heading]).toEqual([409, 'Ta ankieta została już wysłana'])
    expect(receiptIn(other)).toBe(receiptIn(kept))
    expect((await stored(id)).map(({ answers }) => answers)).toEqual([{ a: '1' }])
  })

  it.each([
    ['no JSON', '{'],
    ['another JSON', '"abc"'],
    ['no place', '{"draft":null,"language":"pl"}'],
    ['an id of nobody', JSON.stringify({ draft: { id: 'x', answers: {} }, place: '', language: 'pl' })],
    ['very deep', '['.repeat(50_000)],
  ])('with a state that is %s begins anew and says so', async (_name, stan) => {
    const { id, code } = await openedSurvey()

    const reply = await post(code, { stan, ruch: 'wyslij' })

    expect([reply.status, reply.heading]).toEqual([400, 'Ankieta'])
    expect(reply.html).toContain('Nie udało się odczytać wcześniejszych odpowiedzi')
    expect(await stored(id)).toEqual([])
  })

  it.each([
    ['an unknown option', { a: '9' }],
    ['an unknown question', { a: '1', zzz: '1' }],
    ['a missing answer', {}],
    ['a wrong shape', { a: ['1'] }],
    ['a name of the language', { a: '1', constructor: '1' }],
  ])('with a state tampered to hold %s is refused as any submission is', async (_name, answers) => {
    const { id, code, questionnaireVersionId } = await openedSurvey()

    const reply = await post(code, {
      stan: stateOf(draftOf(questionnaireVersionId, answers)),
      ruch: 'wyslij',
    })

    expect(reply.heading).toBe('Sprawdzenie odpowiedzi przed wysłaniem')
    expect(reply.html).toContain('Prosimy o poprawienie odpowiedzi')
    expect(await stored(id)).toEqual([])
  })

  it('cannot be broken out of by any answer', async () => {
    const text: Question = { key: 'words', type: 'TEXT_LONG', text: 'Czego brakuje?' }
    const { code, questionnaireVersionId } = await openedSurvey(aQuestionnaire([text]))
    const evil = '"></textarea></form><script>alert(1)</script>\u2028&quot;'

    const page = await post(code, {
      stan: stateOf(draftOf(questionnaireVersionId, { words: evil }), '#/zmiana/words'),
      ruch: 'wroc',
    })
    const check = await post(code, { stan: page.state, ruch: 'dalej', 'pole-words': evil })

    expect(page.html + check.html).not.toContain('<script')
    expect(JSON.parse(check.state)).toMatchObject({ draft: { answers: { words: evil } } })
  })

  it('that is too big, of another kind or of a foreign page is refused', async () => {
    const { id, code } = await openedSurvey()
    const tooBig = await post(code, `stan=${'x'.repeat(1024 * 1024)}`)
    const json = await post(code, '{}', { 'content-type': 'application/json' })
    const xml = await post(code, '<a/>', { 'content-type': 'text/xml' })
    const foreign = await post(code, { ruch: 'poczatek' }, { origin: 'https://zla.example' })
    const nobody = await post(code, { ruch: 'poczatek' }, { origin: 'null' })

    expect([tooBig.status, xml.status, foreign.status, nobody.status]).toEqual([413, 415, 403, 403])
    expect([json.status, json.heading]).toEqual([200, 'Ankieta'])
    expect(await stored(id)).toEqual([])
  })

  it('of a survey that is not there, or typed as an address, leads where there is something', async () => {
    const { code } = await openedSurvey()

    const missing = await post('zzzzzzzz', { ruch: 'poczatek' })
    const typed = await fetch(`${house.url}/a/${code}/strona`, { redirect: 'manual' })

    expect([missing.status, missing.heading]).toEqual([404, 'Nie ma takiej ankiety'])
    expect([typed.status, typed.headers.get('location')]).toEqual([303, `/a/${code}`])
  })
})

describe('the course of a survey without scripts', () => {
  it('lets a person finish the version they began, and takes over what fits of one that never was', async () => {
    const survey = await openedSurvey()
    const newer = await house.app.aNextVersion(
      survey.questionnaireVersionId,
      aQuestionnaire([single('a', ['1', '2'], { required: true }), single('c', ['1', '2'])]),
    )
    const organiser = await house.app.signInAs('organiser', { organisationId })
    const begun = await begin(survey.code)
    await house.app.graphql(
      'mutation ($input: MoveSurveyInput!) { moveSurvey(input: $input) { __typename } }',
      { input: { surveyId: survey.id, questionnaireVersionId: newer } },
      { as: organiser },
    )

    const older = await post(survey.code, { stan: begun.state, ruch: 'dalej', 'pole-a': '1' })
    const fresh = await begin(survey.code)
    const now = await post(survey.code, { stan: fresh.state, ruch: 'dalej', 'pole-a': '1' })
    const foreign = stateOf(draftOf(randomUUID(), { a: '2', gone: '1' }), '#/pytanie/a')
    const fitted = await post(survey.code, { stan: foreign, ruch: 'dalej' })
    await post(survey.code, { stan: older.state, ruch: 'wyslij' })

    expect([older.heading, now.heading]).toEqual(['b?', 'c?'])
    expect(fitted.html).toContain('Pytania tej ankiety zmieniły się w czasie wypełniania')
    expect(JSON.parse(fitted.state)).toMatchObject({
      draft: { questionnaireVersionId: newer, answers: { a: '2' } },
    })
    expect(await stored(survey.id)).toMatchObject([
      { questionnaireVersionId: survey.questionnaireVersionId, answers: { a: '1' } },
    ])
  })

  it('says that a survey is closed, and still gives the receipt of what was stored before', async () => {
    const { id, code, questionnaireVersionId } = await openedSurvey()
    const organiser = await house.app.signInAs('organiser', { organisationId })
    const sent = { stan: stateOf(draftOf(questionnaireVersionId, { a: '1' })), ruch: 'wyslij' }
    const before = await post(code, sent)
    await house.app.db.prisma.survey.update({ where: { id }, data: { graceDays: 0 } })
    await house.app.graphql(
      'mutation ($input: CloseSurveyInput!) { closeSurvey(input: $input) { __typename } }',
      { input: { surveyId: id } },
      { as: organiser },
    )

    const page = await begin(code)
    const again = await post(code, sent)
    const late = await post(code, {
      stan: stateOf(draftOf(questionnaireVersionId, { a: '2' })),
      ruch: 'wyslij',
    })

    expect([page.status, page.heading]).toEqual([410, 'Zbieranie odpowiedzi już się zakończyło'])
    expect([again.status, receiptIn(again)]).toEqual([200, receiptIn(before)])
    expect([late.status, late.heading]).toEqual([410, 'Ankieta nie przyjmuje teraz odpowiedzi'])
    expect(late.html).toContain('Odpowiedzi nie zostały wysłane.')
    expect(late.html).toContain('Odpowiedzi nie przepadły')
    expect(await stored(id)).toHaveLength(1)
  })
})

const TWO_LANGUAGES = aQuestionnaire(
  [{ ...single('a', ['1', '2']), translations: { uk: { text: 'Чи Ви тут живете?' } } } as Question],
  { translations: { uk: { title: 'Опитування' } } },
)

describe('the first page', () => {
  it('arrives whole in the first response, and the script takes it over without a shift', async () => {
    const { code } = await openedSurvey(TWO_LANGUAGES)
    const html = await (await fetch(`${house.url}/a/${code}`)).text()
    const { page, complaints, close } = await house.visit(`/a/${code}`)
    await page.evaluate(() => {
      Object.assign(window, { marked: document.querySelector('h1') })
    })
    await page.getByRole('button', { name: 'Rozpocznij' }).click()
    await page.getByRole('heading', { name: 'a?' }).waitFor()

    expect(html).toMatch(/<h1[^>]*>Ankieta<\/h1>/)
    expect(html).toContain('Rozpocznij</button>')
    expect(html).not.toContain('Otwieramy ankietę')
    expect(page.url()).toContain('#/pytanie/a')
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            // What moves because somebody pressed a button is no shift.
            const entries = list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]
            const shifts = entries.filter(({ hadRecentInput }) => !hadRecentInput)
            resolve(shifts.reduce((sum, { value }) => sum + value, 0))
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve(0), 500)
        }),
    )
    expect(shift).toBeLessThan(0.01)
    expect(complaints).toEqual([])
    await close()
  })

  it('is the same element before and after the script', async () => {
    const { code } = await openedSurvey(TWO_LANGUAGES)
    const { page, close } = await house.visit('/healthz')
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/answer/assets/index-*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.goto(`${house.url}/a/${code}`, { waitUntil: 'commit' })
    const before = await page.locator('#ankieta').elementHandle()
    const drawn = await before?.evaluate((root) => {
      const heading = root.querySelector('h1')
      Object.assign(heading ?? {}, { isFirst: true })
      return root.innerHTML.replace(/<noscript>.*?<\/noscript>/s, '')
    })
    release()
    await page.waitForLoadState('load')
    await page.waitForTimeout(300)
    const after = await before?.evaluate((root) => ({
      html: root.innerHTML.replace(/<noscript>.*?<\/noscript>/s, ''),
      isSame: 'isFirst' in (root.querySelector('h1') ?? {}),
    }))

    expect(after).toEqual({ html: drawn, isSame: true })
    await close()
  })

  it('pressed before the script came goes on all the same', async () => {
    const { code } = await openedSurvey()
    const { page, close } = await house.visit('/healthz')
    await page.route('**/answer/assets/index-*.js', (route) => route.abort())
    await page.goto(`${house.url}/a/${code}`)
    await page.getByRole('button', { name: 'Rozpocznij' }).click()
    await page.getByRole('heading', { name: 'a?' }).waitFor()

    expect(page.url()).toMatch(/\/strona$/)
    await close()
  })
})

describe('the language without scripts', () => {
  it('is chosen at the start or on the way, and what was answered stays', async () => {
    const { id, code } = await openedSurvey(TWO_LANGUAGES)
    const { page, close } = await house.visit(`/a/${code}`, { javaScriptEnabled: false })
    await page.locator('#jezyk').selectOption('uk')
    await page.getByRole('button', { name: 'OK', exact: true }).click()
    expect(await page.locator('h1').innerText()).toBe('Опитування')
    expect(await page.locator('html').getAttribute('lang')).toBe('uk')
    await page.getByRole('button', { name: 'Почати' }).click()
    expect(await page.locator('h1').innerText()).toBe('Чи Ви тут живете?')
    await page.getByLabel('2', { exact: true }).check()
    await page.locator('#jezyk').selectOption('pl')
    await page.getByRole('button', { name: 'OK', exact: true }).click()
    expect(await page.locator('h1').innerText()).toBe('a?')
    expect(await page.getByLabel('2', { exact: true }).isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Dalej' }).click()
    await page.getByRole('button', { name: 'Wyślij odpowiedzi' }).click()

    expect((await stored(id)).map(({ answers }) => answers)).toEqual([{ a: '2' }])
    await close()
  })
})
