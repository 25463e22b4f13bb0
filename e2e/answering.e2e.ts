import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import { aQuestionnaire, single } from '@rozeznanie/core/testing'
import { EVERY_TYPE, RIGHT_ANSWERS } from './every-question-type.ts'
import { accessibilityFaults, openHouse, sidewaysScroll, type House } from './harness.ts'

const NARROW = { viewport: { width: 320, height: 640 } }
const PHONE = { viewport: { width: 390, height: 760 } }
const SHORT = aQuestionnaire([single('a', ['1', '2']), single('b', ['1', '2'])])

let house: House
let organisationId: string
beforeAll(async () => {
  house = await openHouse()
  organisationId = await house.app.anOrganisation({ name: 'CUS w Busku-Zdroju' })
  await house.app.aLocality({ name: 'Wełecz' })
})
afterAll(() => house.close())

async function openedSurvey(questionnaire = SHORT) {
  const questionnaireVersionId = await house.app.aQuestionnaireVersion(questionnaire)
  return house.app.aSurvey({ organisationId, questionnaireVersionId, title: 'Ankieta mieszkańca' })
}

const stored = (surveyId: string) => house.app.db.prisma.response.findMany({ where: { surveyId } })
/** The focus and the title follow a screen within a moment. */
const SOON = { timeout: 5_000 }
const heading = (page: Page) => page.locator('h1').innerText()
const at = (page: Page, title: string) =>
  page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
const button = (page: Page, name: string) => page.getByRole('button', { name })
const goOn = (page: Page) => page.locator('form button[type=submit]').click()

async function answerShort(page: Page): Promise<void> {
  await button(page, 'Rozpocznij').click()
  await page.getByLabel('1', { exact: true }).check()
  await goOn(page)
  await page.getByLabel('2', { exact: true }).check()
  await goOn(page)
}

async function receiptOn(page: Page): Promise<string> {
  await page.getByText('Numer potwierdzenia').waitFor()
  return page.locator('.number').innerText()
}

interface Focused {
  readonly kind: string
  readonly isAnswered: boolean
}

const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (element instanceof HTMLInputElement) {
      const group = [...document.querySelectorAll<HTMLInputElement>(`input[name="${element.name}"]`)]
      return {
        kind: element.type,
        isAnswered: group.some((each) => each.checked) || (element.type === 'text' && element.value !== ''),
      }
    }
    if (element instanceof HTMLSelectElement) return { kind: 'select', isAnswered: element.value !== '' }
    if (element instanceof HTMLTextAreaElement) return { kind: 'textarea', isAnswered: element.value !== '' }
    return { kind: element instanceof HTMLButtonElement ? element.type : 'none', isAnswered: false }
  })

/** Answers whatever has the focus, with keys; on the button that goes on presses it. */
async function pressKeys(page: Page, { kind, isAnswered }: Focused): Promise<'left' | 'stayed'> {
  if (kind === 'submit') {
    await page.keyboard.press('Enter')
    return 'left'
  }
  if (!isAnswered && (kind === 'radio' || kind === 'checkbox')) await page.keyboard.press('Space')
  if (!isAnswered && kind === 'select') await page.keyboard.press('ArrowDown')
  if (!isAnswered && (kind === 'textarea' || kind === 'text')) await page.keyboard.type('Więcej autobusów')
  await page.keyboard.press('Tab')
  return 'stayed'
}

async function answerScreenByKeyboard(page: Page): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    if ((await pressKeys(page, await focused(page))) === 'left') return
  }
  throw new Error('the button that goes on was not reached')
}

describe('a resident at 320 px with a keyboard alone', () => {
  it('answers the whole questionnaire, checks it and gets a receipt; every screen is accessible', async () => {
    const resident = questionnaireLibrary.find(({ key }) => key === 'RES')
    const survey = await openedSurvey(resident)
    const { page, complaints, close } = await house.visit(`/a/${survey.code}`, NARROW)
    const faults: string[] = []
    const kinds = new Set<string>()
    const look = async (): Promise<void> => {
      const name = await heading(page)
      // Each kind of screen once; every state of each is looked at among the states of the page.
      const kind = await page
        .locator('main [class]')
        .evaluateAll((all) => [...new Set(all.map(({ className }) => String(className)))].sort().join())
      if (!kinds.has(kind))
        for (const fault of await accessibilityFaults(page)) faults.push(`${name}: ${fault}`)
      kinds.add(kind)
      if ((await sidewaysScroll(page)) > 0) faults.push(`${name}: scrolls sideways`)
    }
    await look()
    await button(page, 'Rozpocznij').focus()
    await page.keyboard.press('Enter')

    let screens = 0
    while (!(await heading(page)).startsWith('Sprawdzenie')) {
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), SOON).toBe('H1')
      const before = page.url()
      await answerScreenByKeyboard(page)
      await page.waitForFunction((url) => location.href !== url, before)
      await look()
      screens += 1
      expect(screens).toBeLessThan(60)
    }
    await button(page, 'Wyślij odpowiedzi').focus()
    await page.keyboard.press('Enter')

    expect(await receiptOn(page)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    await look()
    const [response, ...others] = await stored(survey.id)
    expect(others).toEqual([])
    expect(Object.keys(response?.answers ?? {}).length).toBeGreaterThan(25)
    expect(screens).toBeGreaterThan(30)
    expect(faults).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })
})

describe('answers on the device', () => {
  it('come back after a reload, with the screen one was on, and the browser’s own buttons work', async () => {
    const { code } = await openedSurvey()
    const { page, close } = await house.visit(`/a/${code}`, PHONE)
    await button(page, 'Rozpocznij').click()
    await page.getByLabel('2', { exact: true }).check()
    await goOn(page)
    await page.getByLabel('1', { exact: true }).check()

    await page.reload()

    await at(page, 'b?')
    expect(await page.getByLabel('1', { exact: true }).isChecked()).toBe(true)
    await page.goBack()
    await at(page, 'a?')
    expect(await page.getByLabel('2', { exact: true }).isChecked()).toBe(true)
    await page.goForward()
    await at(page, 'b?')
    await close()
  })

  it('go away when the person starts anew, and only after a question', async () => {
    const { code } = await openedSurvey()
    const { page, close } = await house.visit(`/a/${code}`, PHONE)
    await button(page, 'Rozpocznij').click()
    await page.getByLabel('2', { exact: true }).check()

    await button(page, 'Zacznij od nowa').click()
    await button(page, 'Usuń i zacznij od nowa').click()

    expect(await heading(page)).toBe('Ankieta mieszkańca')
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
    await page.goBack()
    expect(await heading(page)).toBe('Ankieta mieszkańca')
    await close()
  })

  it('are wiped after the receipt; the page leaves no cookie and nothing in storage', async () => {
    const { code } = await openedSurvey()
    const { page, close } = await house.visit(`/a/${code}`, PHONE)
    await answerShort(page)
    await button(page, 'Wyślij odpowiedzi').click()
    await receiptOn(page)

    expect(await page.evaluate(() => [sessionStorage.length, localStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ])
    expect(await page.context().cookies()).toEqual([])
    await page.goBack()
    expect(await page.locator('.question input').count()).toBe(0)
    await close()
  })

  it('can be cleared and changed before they are sent', async () => {
    const survey = await openedSurvey()
    const { page, close } = await house.visit(`/a/${survey.code}`, PHONE)
    await answerShort(page)

    await button(page, 'Zmień – odpowiedź na pytanie: a?').click()
    await button(page, 'Wyczyść odpowiedź: a?').click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('type')), SOON)
      .toBe('radio')
    await button(page, 'Zapisz i wróć do podsumowania').click()

    expect(await page.locator('.checked').first().innerText()).toContain('bez odpowiedzi')
    await button(page, 'Wyślij odpowiedzi').click()
    await receiptOn(page)
    expect((await stored(survey.id)).map(({ answers }) => answers)).toEqual([{ b: '2' }])
    await close()
  })
})

describe('a wrong answer', () => {
  it('is named at the top and beside the control in the same words, for each type of question', async () => {
    const survey = await openedSurvey(EVERY_TYPE)
    const { page, complaints, close } = await house.visit(`/a/${survey.code}`, NARROW)
    await button(page, 'Rozpocznij').click()
    for (const [key, answer] of Object.entries(RIGHT_ANSWERS)) {
      await goOn(page)

      const summary = page.getByRole('alert')
      await expect.poll(() => summary.evaluate((box) => box === document.activeElement), SOON).toBe(true)
      await expect.poll(() => page.title(), SOON).toMatch(/^Błąd: /)
      const said = await summary.getByRole('link').first().innerText()
      const beside = (await page.locator('.fault').first().innerText()).replace(/^Błąd:\s*/, '')
      expect(said.endsWith(beside), `${key}: „${said}” and „${beside}”`).toBe(true)
      expect(await sidewaysScroll(page), key).toBe(0)

      await summary.getByRole('link').first().click()
      await page.waitForFunction(() => document.activeElement?.closest('[aria-invalid=true]') != null)
      const described = await page.evaluate(() => {
        const control = document.activeElement
        const holder = control?.closest('[aria-describedby]')
        const ids = holder?.getAttribute('aria-describedby')?.split(' ') ?? []
        const isInvalid = control?.closest('[aria-invalid=true]') !== null
        return { isInvalid, words: ids.map((id) => document.getElementById(id)?.innerText ?? '').join(' ') }
      })
      expect(described.isInvalid, key).toBe(true)
      expect(described.words, key).toContain(beside)

      await answer(page)
      await goOn(page)
    }
    expect(await heading(page)).toContain('Sprawdzenie')
    await button(page, 'Wyślij odpowiedzi').click()
    await receiptOn(page)
    expect((await stored(survey.id))[0]?.answers).toMatchObject({
      consent: true,
      single: 'OTHER',
      'single.inne': 'przez sąsiada',
      scale5: '5',
      scale10: '10',
      multi: ['A', 'B'],
      matrix: { care: '3', safety: '3' },
      matrixMulti: { care: ['FAMILY'] },
      rank: ['B', 'A'],
      number: 3,
      year: 1950,
    })
    expect(complaints).toEqual([])
    await close()
  })

  it('stays as it was typed', async () => {
    const questionnaire = aQuestionnaire([{ key: 'n', type: 'NUMBER', text: 'Ile osób?', min: 1, max: 20 }])
    const { code } = await openedSurvey(questionnaire)
    const { page, close } = await house.visit(`/a/${code}`, PHONE)
    await button(page, 'Rozpocznij').click()
    await page.locator('input.short').fill('dużo')

    await goOn(page)

    expect(await page.getByRole('alert').innerText()).toContain('Prosimy wpisać liczbę')
    expect(await page.locator('input.short').inputValue()).toBe('dużo')
    await close()
  })
})

describe('sending', () => {
  it('waits out a cut network, keeps the answers over a reload, and stores them once', async () => {
    const survey = await openedSurvey()
    const { page, close } = await house.visit(`/a/${survey.code}`, PHONE)
    await answerShort(page)
    await page.route('**/responses', (route) => route.abort())

    await button(page, 'Wyślij odpowiedzi').click()
    await page.getByText('Odpowiedzi są bezpieczne na tym urządzeniu').waitFor()
    await page.reload()
    await page.getByText('Odpowiedzi są bezpieczne na tym urządzeniu').waitFor()
    expect(await stored(survey.id)).toEqual([])
    await page.unroute('**/responses')
    await button(page, 'Wyślij ponownie').click()

    await receiptOn(page)
    expect((await stored(survey.id)).map(({ answers }) => answers)).toEqual([{ a: '1', b: '2' }])
    await close()
  })

  it('tries again by itself, and a reply that was lost makes no second response', async () => {
    const survey = await openedSurvey()
    const { page, close } = await house.visit(`/a/${survey.code}`, PHONE)
    await answerShort(page)
    let tries = 0
    await page.route('**/responses', async (route) => {
      tries += 1
      if (tries > 1) return route.continue()
      await route.fetch()
      return route.abort()
    })

    await button(page, 'Wyślij odpowiedzi').click()

    await receiptOn(page)
    expect(tries).toBe(2)
    expect(await stored(survey.id)).toHaveLength(1)
    await close()
  })

  it('tells of a conflict, with the receipt of the answers that were kept', async () => {
    const survey = await openedSurvey()
    const { page, close } = await house.visit(`/a/${survey.code}`, PHONE)
    await answerShort(page)
    const first = await page.evaluate(async (code) => {
      const draft = JSON.parse(sessionStorage.getItem(`rozeznanie:ankieta:${code}`) ?? '{}') as {
        id: string
        questionnaireVersionId: string
      }
      const { id, questionnaireVersionId } = draft
      const reply = await fetch(`/a/${code}/responses`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id, questionnaireVersionId, mode: 'CAWI', answers: { a: '2' } }),
      })
      return (await reply.json()) as { receipt: string }
    }, survey.code)

    await button(page, 'Wyślij odpowiedzi').click()

    await page.getByText('na razie liczą się pierwsze').waitFor()
    expect(await page.locator('.number').innerText()).toBe(first.receipt)
    expect((await stored(survey.id)).map(({ answers }) => answers)).toEqual([{ a: '2' }])
    await close()
  })

  it('leads back to the question when the server finds a fault', async () => {
    const { code } = await openedSurvey()
    const { page, close } = await house.visit(`/a/${code}`, PHONE)
    await answerShort(page)
    const violations = [
      { questionKey: 'b', code: 'UNKNOWN_OPTION', message: 'Tej odpowiedzi nie ma na liście.' },
    ]
    await page.route('**/responses', (route) =>
      route.fulfill({ status: 422, json: { code: 'ANSWERS_REFUSED', message: '', violations } }),
    )

    await button(page, 'Wyślij odpowiedzi').click()
    await page.getByRole('link', { name: 'b? – Tej odpowiedzi nie ma na liście.' }).click()

    expect(await heading(page)).toBe('b?')
    expect(await page.locator('.fault').innerText()).toContain('Tej odpowiedzi nie ma na liście.')
    await close()
  })
})

describe('outside its dates', () => {
  it.each([
    ['2099-01-01', '2099-02-01', 'Ankieta jeszcze się nie rozpoczęła'],
    ['2020-01-01', '2020-02-01', 'Zbieranie odpowiedzi już się zakończyło'],
  ])('a survey open from %s to %s says so and asks nothing', async (opensOn, closesOn, words) => {
    const { code } = await house.app.aSurvey({ organisationId, opensOn, closesOn })
    const { page, close } = await house.visit(`/a/${code}`, PHONE)

    expect(await heading(page)).toBe(words)
    expect(await page.getByRole('button').count()).toBe(0)
    await close()
  })

  it('a survey closed while somebody answers keeps that person’s answers on the device', async () => {
    const survey = await openedSurvey()
    const { page, close } = await house.visit(`/a/${survey.code}`, PHONE)
    await answerShort(page)
    await page.route('**/responses', (route) =>
      route.fulfill({
        status: 410,
        json: { code: 'SURVEY_NOT_OPEN', message: 'Ankieta jest już zakończona.' },
      }),
    )

    await button(page, 'Wyślij odpowiedzi').click()

    await page.getByText('Ankieta jest już zakończona.').waitFor()
    expect(await page.evaluate(() => sessionStorage.length)).toBe(1)
    const saving = page.waitForEvent('download')
    await button(page, 'Zapisz odpowiedzi w pliku').click()
    expect((await saving).suggestedFilename()).toBe('moje-odpowiedzi.txt')
    await close()
  })
})

describe('when something is missing', () => {
  it('an unknown address says so', async () => {
    const { page, close } = await house.visit('/a/zzzzzzzz', PHONE)

    expect(await heading(page)).toBe('Nie znaleźliśmy ankiety')
    await close()
  })

  it('a phone without JavaScript is told that it answers all the same, and whom to call', async () => {
    const { code } = await openedSurvey()
    const { page, close } = await house.visit(`/a/${code}`, { ...PHONE, javaScriptEnabled: false })

    expect(await page.locator('noscript aside').innerText()).toMatch(
      /^Tę ankietę można wypełnić bez JavaScript\..*zadzwonić do organizatora: 41 123 45 67\.$/s,
    )
    await button(page, 'Rozpocznij').click()
    await at(page, 'a?')
    await close()
  })

  it('a script that does not come leaves the questions and a telephone number, not a blank page', async () => {
    const { code } = await openedSurvey()
    const { page, close } = await house.visit('/healthz', PHONE)
    await page.route('**/*.js', (route) => route.abort())
    await page.goto(`${house.url}/a/${code}`)

    await page.getByRole('link', { name: '41 123 45 67' }).waitFor()
    await button(page, 'Rozpocznij').click()
    await at(page, 'a?')
    await close()
  })
})

describe('the bundle', () => {
  const folder = fileURLToPath(new URL('../web/dist/answer/assets', import.meta.url))
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))

  it('is at most 90 KB of JavaScript, gzipped, in all', () => {
    const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(`${folder}/${name}`)).length, 0)

    expect(bytes).toBeLessThanOrEqual(90_000)
  })

  it('holds nothing that phones of 2019 cannot read', () => {
    // Only the caution about personal data looks behind; a phone that cannot answers without it.
    const isNeeded = (name: string) => !name.startsWith('Caution')
    const code = scripts
      .filter(isNeeded)
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
      .join('\n')

    expect(scripts.filter(isNeeded)).toHaveLength(scripts.length - 1)
    expect(code).not.toMatch(/\(\?<[=!]/)
    expect(code).not.toMatch(/\.(replaceAll|findLast|toSorted|toReversed|structuredClone)\(/)
    expect(code).not.toMatch(/[^?]\?\?[^?]|\?\.[a-z_$[(]/i)
  })

  it('shows the first question after at most five requests', async () => {
    const { code } = await openedSurvey()
    const { page, close } = await house.visit('/healthz', PHONE)
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))

    await page.goto(`${house.url}/a/${code}`)
    await button(page, 'Rozpocznij').click()
    await page.getByLabel('1', { exact: true }).waitFor()

    expect(requests.length).toBeLessThanOrEqual(5)
    expect(requests.every((url) => url.startsWith(house.url))).toBe(true)
    await close()
  })
})
