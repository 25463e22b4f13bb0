import { type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Question, Questionnaire } from '@rozeznanie/core/questionnaire'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import { aQuestionnaire, single, when, yesNo } from '@rozeznanie/core/testing'
import { EVERY_TYPE } from './every-question-type.ts'
import { accessibilityFaults, openHouse, sidewaysScroll, type House } from './harness.ts'

/** A locked-down computer, and the narrowest phone. */
const BARE = { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }

let house: House
let organisationId: string
beforeAll(async () => {
  house = await openHouse()
  organisationId = await house.app.anOrganisation({ name: 'CUS w Busku-Zdroju' })
  await house.app.aLocality({ name: 'Wełecz' })
})
afterAll(() => house.close())

async function openedSurvey(questionnaire: Questionnaire) {
  const questionnaireVersionId = await house.app.aQuestionnaireVersion(questionnaire)
  return house.app.aSurvey({ organisationId, questionnaireVersionId, title: 'Ankieta mieszkańca' })
}

const stored = (surveyId: string) => house.app.db.prisma.response.findMany({ where: { surveyId } })
const heading = (page: Page) => page.locator('h1').innerText()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const goOn = (page: Page) => press(page, 'Dalej')
const faultsTold = (page: Page) => page.locator('.summary li').allInnerTexts()

/** axe runs in a copy of the page that may run scripts; everything else of it is the same. */
async function axeOf(page: Page): Promise<readonly string[]> {
  const copy = await house.visit('/healthz', { viewport: BARE.viewport })
  await copy.page.route('**/kopia', async (route) => {
    const body = (await page.content()).replace(/<noscript>|<\/noscript>/g, '')
    await route.fulfill({ body, contentType: 'text/html; charset=utf-8' })
  })
  await copy.page.goto(`${house.url}/kopia`)
  const faults = await accessibilityFaults(copy.page)
  const scroll = await sidewaysScroll(copy.page)
  await copy.close()
  return scroll > 0 ? [...faults, 'scrolls sideways'] : faults
}

interface Focused {
  readonly tag: string
  readonly type: string
  readonly name: string
  readonly value: string
  readonly text: string
}

/** Which control has the focus: asked of the browser, since the page itself runs nothing. */
const focused = (page: Page): Promise<Focused> =>
  page.locator(':focus').evaluateAll(([element]) => {
    const is = (kind: string) => element?.tagName === kind
    const { type = '', name = '', value = '' } = (element ?? {}) as HTMLInputElement
    return {
      tag: element?.tagName ?? '',
      type: is('INPUT') || is('BUTTON') ? type : '',
      ...{ name, value, text: element?.textContent?.trim() ?? '' },
    }
  })

/** Presses Enter and waits for the page after. */
async function enter(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

/** Goes through a page by the Tab key alone, answering whatever comes; Enter on the button that goes on. */
async function answerByKeyboard(page: Page): Promise<void> {
  const done = new Set<string>()
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab')
    const { tag, type, name, value } = await focused(page)
    if (tag === 'BUTTON' && value === 'dalej') return enter(page)
    if (done.has(name) && type === 'radio') continue
    if (type === 'radio' || (type === 'checkbox' && !done.has(name))) await page.keyboard.press('Space')
    else if (tag === 'SELECT' && name !== 'jezyk') {
      // The places of a ranking each take another answer.
      const place = Number(/-(\d+)$/.exec(name)?.[1] ?? 1)
      for (let down = 0; down < place; down += 1) await page.keyboard.press('ArrowDown')
    } else if (type === 'text' || tag === 'TEXTAREA') await page.keyboard.type('1')
    done.add(name)
  }
  throw new Error('the button that goes on was not reached')
}

describe('a browser without scripts, at 320 px, by the keyboard alone', () => {
  it('answers the whole short questionnaire and gets a receipt; every page is accessible', async () => {
    const short = questionnaireLibrary.find(({ key }) => key === 'RES_MIN')
    if (!short) throw new Error('no RES_MIN in the library')
    const survey = await openedSurvey(short)
    const { page, complaints, close } = await house.visit(`/a/${survey.code}`, BARE)
    const faults: string[] = []
    const look = async () => {
      const name = await heading(page)
      faults.push(...(await axeOf(page)).map((fault) => `${name}: ${fault}`))
    }
    await look()
    await page.getByRole('button', { name: 'Rozpocznij' }).focus()
    await enter(page)
    let screens = 0
    while (!(await heading(page)).startsWith('Sprawdzenie')) {
      expect(await page.title()).toContain('Ankieta mieszkańca')
      await answerByKeyboard(page)
      await look()
      screens += 1
      expect(screens).toBeLessThan(60)
      expect(await faultsTold(page)).toEqual([])
    }
    await page.getByRole('button', { name: 'Wyślij odpowiedzi' }).focus()
    await enter(page)

    expect(await page.locator('.number').innerText()).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    await look()
    const [response, ...others] = await stored(survey.id)
    expect(others).toEqual([])
    expect(response?.mode).toBe('CAWI')
    expect(Object.keys(response?.answers ?? {}).length).toBeGreaterThanOrEqual(6)
    expect(screens).toBeGreaterThanOrEqual(6)
    expect(faults).toEqual([])
    expect(complaints).toEqual([])
    expect(await page.context().cookies()).toEqual([])
    await close()
  })
})

async function leaveEmpty(page: Page): Promise<void> {
  await goOn(page)
  expect(await page.title()).toMatch(/^Błąd: /)
  expect(await faultsTold(page)).not.toEqual([])
  expect(await page.locator('.fault').count()).toBeGreaterThan(0)
}

describe('every type of question without scripts', () => {
  it('tells faults where they are, keeps what was entered, and stores what was answered', async () => {
    const survey = await openedSurvey(EVERY_TYPE)
    const { page, close } = await house.visit(`/a/${survey.code}`, BARE)
    const faults: string[] = []
    const required = async () => {
      await leaveEmpty(page)
      faults.push(...(await axeOf(page)))
    }
    await press(page, 'Rozpocznij')
    await required()
    await page.getByLabel('Tak, zgadzam się').check()
    await goOn(page)
    await required()
    await page.getByLabel('Inaczej').check()
    await page.getByLabel('Proszę napisać, jakie').fill('Czasem, „jak <b>trzeba</b>”')
    await goOn(page)
    await required()
    await page.getByLabel('3', { exact: true }).check()
    await goOn(page)
    await required()
    await page.getByLabel('10', { exact: true }).check()
    await goOn(page)
    await required()
    for (const name of ['Transport', 'Posiłki', 'Nic mi nie przeszkadza']) await page.getByLabel(name).check()
    await goOn(page)
    expect(await faultsTold(page)).not.toEqual([])
    await page.locator('.summary a').first().click()
    expect(await page.locator(':focus').getAttribute('name')).toBe('pole-multi')
    expect(await page.getByLabel('Transport').isChecked()).toBe(true)
    await page.getByLabel('Nic mi nie przeszkadza').uncheck()
    await goOn(page)
    await required()
    await page.getByRole('radiogroup', { name: 'Opiekę' }).getByLabel('Raczej dobrze').check()
    await page.getByRole('radiogroup', { name: 'Bezpieczeństwo' }).getByLabel('Bardzo źle').check()
    await goOn(page)
    await required()
    await page.getByLabel('Rodzina').check()
    await goOn(page)
    await required()
    await page.getByLabel('Na pierwszym miejscu').selectOption({ label: 'Rehabilitacja' })
    await page.getByLabel('Na trzecim miejscu').selectOption({ label: 'Rehabilitacja' })
    await goOn(page)
    expect(await faultsTold(page)).not.toEqual([])
    await page.getByLabel('Na drugim miejscu').selectOption({ label: 'Transport' })
    await page.getByLabel('Na trzecim miejscu').selectOption('')
    await goOn(page)
    await required()
    await page.getByLabel('Ile osób mieszka w domu?').fill('dwie')
    await goOn(page)
    expect(await page.getByLabel('Ile osób mieszka w domu?').inputValue()).toBe('dwie')
    await page.getByLabel('Ile osób mieszka w domu?').fill('2')
    await goOn(page)
    await required()
    await page.getByLabel('W którym roku').fill('1948')
    await goOn(page)
    await required()
    await page.getByLabel('Gdzie Pan/Pani mieszka?').selectOption({ label: 'Wełecz' })
    await goOn(page)
    await required()
    await page.getByLabel('Jednym słowem').fill('Autobusu')
    await enter(page)
    await required()
    await page.getByLabel('A teraz dłużej.').fill('Pierwszy wiersz\nDrugi & ostatni')
    await goOn(page)

    expect(await heading(page)).toBe('Sprawdzenie odpowiedzi przed wysłaniem')
    faults.push(...(await axeOf(page)))
    await page.getByRole('button', { name: 'Zmień – odpowiedź na pytanie: Jednym słowem' }).click()
    await page.getByLabel('Jednym słowem').fill('Lekarza')
    await press(page, 'Zapisz i wróć do podsumowania')
    await press(page, 'Wyślij odpowiedzi')

    expect(await heading(page)).toBe('Dziękujemy za wypełnienie ankiety')
    const [response] = await stored(survey.id)
    expect(response?.answers).toMatchObject({
      consent: true,
      single: 'OTHER',
      'single.inne': 'Czasem, „jak <b>trzeba</b>”',
      scale5: '3',
      scale10: '10',
      multi: ['B', 'C'],
      matrix: { care: '3', safety: '1' },
      matrixMulti: { care: ['FAMILY'] },
      rank: ['D', 'B'],
      number: 2,
      year: 1948,
      short: 'Lekarza',
      long: 'Pierwszy wiersz\nDrugi & ostatni',
    })
    expect(faults).toEqual([])
    await close()
  })
})

const FAMILY: readonly Question[] = [
  yesNo('helps'),
  { ...single('whom', ['1', '2']), visibleIf: when('helps', 'yes') },
  {
    key: 'people',
    type: 'ROSTER',
    text: 'Komu Pan/Pani pomaga?',
    itemName: 'osoba',
    maxItems: 3,
    visibleIf: when('helps', 'yes'),
    questions: [
      { key: 'age', type: 'NUMBER', text: 'Ile ma lat?', min: 0, max: 120, required: true },
      { ...single('old', ['1', '2']), text: 'Czy ma opiekę?', visibleIf: 'age >= 65' },
    ],
  },
]

describe('conditions and lists without scripts', () => {
  it('asks only what follows from the answers, adds and removes items, goes back and begins anew', async () => {
    const survey = await openedSurvey(aQuestionnaire(FAMILY))
    const { page, close } = await house.visit(`/a/${survey.code}`, BARE)
    await press(page, 'Rozpocznij')
    await page.getByLabel('Nie', { exact: true }).check()
    await goOn(page)
    expect(await heading(page)).toMatch(/^Sprawdzenie/)
    await page.getByRole('button', { name: /^Zmień/ }).click()
    await press(page, 'Wyczyść odpowiedź: helps?')
    expect(await page.locator('.question input:checked').count()).toBe(0)
    await page.getByLabel('Tak', { exact: true }).check()
    await press(page, 'Zapisz i wróć do podsumowania')
    await page
      .getByRole('button', { name: /^Odpowiedz/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Wstecz' }).click()
    expect(await heading(page)).toMatch(/^Sprawdzenie/)
    await page.getByRole('button', { name: /Komu Pan/ }).click()

    await press(page, 'Dodaj: osoba')
    expect(await page.locator(':focus').innerText()).toBe('Osoba 1')
    await page.getByLabel('Ile ma lat?').fill('70')
    await press(page, 'Dodaj następną pozycję: osoba')
    await page.getByLabel('Ile ma lat?').nth(1).fill('12')
    expect(await axeOf(page)).toEqual([])
    await press(page, 'Usuń: osoba 2')
    expect(await page.getByLabel('Ile ma lat?').inputValue()).toBe('70')
    await page
      .getByRole('group', { name: 'Czy ma opiekę?' })
      .or(page.getByRole('radiogroup', { name: 'Czy ma opiekę?' }))
      .getByLabel('1', { exact: true })
      .check()
    await press(page, 'Zapisz i wróć do podsumowania')
    await press(page, 'Zacznij od nowa')
    expect(await heading(page)).toBe('Usunąć odpowiedzi i zacząć od nowa?')
    expect(await axeOf(page)).toEqual([])
    await press(page, 'Nie, wróć do ankiety')
    await press(page, 'Wyślij odpowiedzi')

    expect((await stored(survey.id)).map(({ answers }) => answers)).toEqual([
      { helps: 'yes', people: [{ age: 70, old: '1' }] },
    ])
    await close()
  })

  it('shows what an answer on the page brought before it goes on', async () => {
    const survey = await openedSurvey(
      aQuestionnaire([{ ...FAMILY[2], visibleIf: 'true', key: 'people' } as Question]),
    )
    const { page, close } = await house.visit(`/a/${survey.code}`, BARE)
    await press(page, 'Rozpocznij')
    await press(page, 'Dodaj: osoba')
    await page.getByLabel('Ile ma lat?').fill('80')
    await goOn(page)

    expect(await page.locator('.note').innerText()).toContain('jeszcze inne pytania')
    await page.getByLabel('2', { exact: true }).check()
    await goOn(page)
    expect(await heading(page)).toMatch(/^Sprawdzenie/)
    await close()
  })
})
