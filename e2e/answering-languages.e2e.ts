import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Question, Questionnaire } from '@rozeznanie/core/questionnaire'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import { aQuestionnaire, single } from '@rozeznanie/core/testing'
import { accessibilityFaults, openHouse, sidewaysScroll, type House } from './harness.ts'
import { NARROW, PHONE } from './workspace.ts'

let house: House
let organisationId: string
beforeAll(async () => {
  house = await openHouse()
  organisationId = await house.app.anOrganisation({ name: 'CUS w Busku-Zdroju' })
})
afterAll(() => house.close())

async function openedSurvey(questionnaire: Questionnaire) {
  const questionnaireVersionId = await house.app.aQuestionnaireVersion(questionnaire)
  return house.app.aSurvey({ organisationId, questionnaireVersionId, title: 'Ankieta w minutę' })
}

const stored = (surveyId: string) => house.app.db.prisma.response.findMany({ where: { surveyId } })
const heading = (page: Page) => page.locator('h1').innerText()
const at = (page: Page, title: string) =>
  page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
const languages = (page: Page) => page.getByLabel('Język · Мова · Language')
const languageOf = (page: Page) => page.locator('html').getAttribute('lang')
const goOn = (page: Page) => page.locator('form button[type=submit]').click()

/** A question with a wording in Ukrainian and one without. */
const HALF: Questionnaire = aQuestionnaire(
  [
    {
      ...single('a', ['1', '2'], { required: true }),
      translations: { uk: { text: 'Чи Ви тут живете?' } },
    } as Question,
    { ...single('b', ['1', '2']), text: 'Czy to dobrze?' } as Question,
  ],
  { translations: { uk: { title: 'Опитування' } } },
)

describe('a resident who reads Ukrainian', () => {
  it('answers the shortest questionnaire in it at 320 px, to the receipt; every screen is accessible', async () => {
    const shortest = questionnaireLibrary.find(({ key }) => key === 'RES_MIN')
    if (!shortest) throw new Error('the library has no RES_MIN')
    const survey = await openedSurvey(shortest)
    const { page, complaints, close } = await house.visit(`/a/${survey.code}`, NARROW)
    const faults: string[] = []
    const look = async () => {
      const name = await heading(page)
      for (const fault of await accessibilityFaults(page)) faults.push(`${name}: ${fault}`)
      if ((await sidewaysScroll(page)) > 0) faults.push(`${name}: scrolls sideways`)
      if ((await languageOf(page)) !== 'uk') faults.push(`${name}: is not marked as Ukrainian`)
      if (/[ąćęłńśźż]/i.test(await page.locator('main').innerText()) && name !== (await page.title()))
        faults.push(...(await polishIn(page)).map((text) => `${name}: is in Polish: ${text}`))
    }

    await languages(page).selectOption('uk')
    await at(page, 'Опитування мешканців за хвилину')
    await look()
    await page.getByRole('button', { name: 'Почати' }).click()
    let screens = 0
    while (!(await heading(page)).startsWith('Перевірка')) {
      await look()
      const choice = page.locator('main input[type=radio], main input[type=checkbox]').first()
      if ((await choice.count()) > 0) await choice.check()
      const before = page.url()
      await goOn(page)
      await page.waitForFunction((url) => location.href !== url, before)
      screens += 1
      expect(screens).toBeLessThan(20)
    }
    await look()
    await page.getByRole('button', { name: 'Надіслати відповіді' }).click()
    await page.getByText('Номер підтвердження', { exact: true }).waitFor()
    await look()

    expect(await page.locator('.number').innerText()).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect(faults).toEqual([])
    expect(complaints).toEqual([])
    const [response] = await stored(survey.id)
    expect(Object.keys(response?.answers ?? {}).length).toBeGreaterThan(2)
    await close()
  })

  it('keeps the answers and the language over a change of mind and a reload; faults are told in it', async () => {
    const { code } = await openedSurvey(HALF)
    const { page, close } = await house.visit(`/a/${code}`, PHONE)
    await languages(page).selectOption('uk')
    await page.getByRole('button', { name: 'Почати' }).click()
    await at(page, 'Чи Ви тут живете?')
    await goOn(page)
    await page.getByRole('alert').getByText('Це запитання потребує відповіді.').waitFor()

    await languages(page).selectOption('pl')
    await page.getByRole('alert').getByText('To pytanie wymaga odpowiedzi.').waitFor()
    await page.getByLabel('2', { exact: true }).check()
    await languages(page).selectOption('uk')
    await at(page, 'Чи Ви тут живете?')
    await page.reload()
    await at(page, 'Чи Ви тут живете?')

    expect(await page.getByLabel('2', { exact: true }).isChecked()).toBe(true)
    expect(await languageOf(page)).toBe('uk')
    await close()
  })

  it('reads in Polish what nobody has translated, marked as Polish', async () => {
    const { code } = await openedSurvey(HALF)
    const { page, close } = await house.visit(`/a/${code}`, PHONE)
    await languages(page).selectOption('uk')
    await page.getByRole('button', { name: 'Почати' }).click()
    await page.getByLabel('1', { exact: true }).check()
    await goOn(page)
    await at(page, 'Czy to dobrze?')

    expect(await page.locator('h1 [lang]').getAttribute('lang')).toBe('pl')
    expect(await accessibilityFaults(page)).toEqual([])
    await close()
  })

  it('has no choice where the survey has one language, and nothing more is fetched', async () => {
    const { code } = await openedSurvey(aQuestionnaire([single('a', ['1'])]))
    const { page, close } = await house.visit(`/a/${code}`, PHONE)
    await page.getByRole('button', { name: 'Rozpocznij' }).waitFor()

    const scripts = await page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).length,
    )

    expect(scripts).toBe(1)
    expect(await languages(page).count()).toBe(0)
    await close()
  })
})

/** Polish texts of the survey that are not marked so: names stand in any language, so the asker's is left out. */
function polishIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'main h1, main h2, main h3, main label, main legend, main button, main .hint',
      ),
    ]
      .filter((element) => element.closest('[lang=pl]') === null)
      .map((element) => element.textContent)
      .filter((text) => /[ąćęłńśźż]/i.test(text)),
  )
}

describe('a person in the middle when the questions change', () => {
  const FIRST = aQuestionnaire([single('a', ['1', '2']), single('old', ['1', '2'])], { key: 'moving' })
  const SECOND = aQuestionnaire([single('a', ['1', '2']), single('new', ['1', '2'])], { key: 'moving' })

  /** Somebody who has answered the first question, with the survey moved on behind them. */
  async function inTheMiddle() {
    const survey = await openedSurvey(FIRST)
    const visit = await house.visit(`/a/${survey.code}`, PHONE)
    await visit.page.getByRole('button', { name: 'Rozpocznij' }).click()
    await visit.page.getByLabel('2', { exact: true }).check()
    await goOn(visit.page)
    await at(visit.page, 'old?')
    return { survey, ...visit }
  }
  /** The page as the server gives it after the move. */
  async function moved(page: Page, code: string, keepsFirst: boolean): Promise<void> {
    const newer = '01a20000-0000-7000-8000-000000000002'
    await page.route(`**/a/${code}`, async (route) => {
      const reply = await route.fetch()
      const html = (await reply.text()).replace(/(id="survey">)([\s\S]*?)(<\/script>)/, (_all, ...parts) => {
        const [start, json, end] = parts as readonly string[]
        const survey: object = JSON.parse(json ?? '{}') as object
        return `${start}${JSON.stringify({ ...survey, questionnaire: SECOND, questionnaireVersionId: newer })}${end}`
      })
      await route.fulfill({ response: reply, body: html })
    })
    if (!keepsFirst)
      await page.route(`**/a/${code}/wersja/*`, (route) => route.fulfill({ status: 404, body: '' }))
    await page.reload()
  }

  it('finishes the version they began, and the next person gets the new one', async () => {
    const { survey, page, close } = await inTheMiddle()

    await moved(page, survey.code, true)

    await at(page, 'old?')
    await page.getByLabel('1', { exact: true }).check()
    await goOn(page)
    await page.getByRole('button', { name: 'Wyślij odpowiedzi' }).click()
    await page.getByText('Numer potwierdzenia', { exact: true }).waitFor()
    const [response] = await stored(survey.id)
    expect(response?.answers).toEqual({ a: '2', old: '1' })
    expect(response?.questionnaireVersionId).toBe(survey.questionnaireVersionId)

    await page.getByRole('button', { name: 'Wypełnia kolejna osoba' }).click()
    await page.getByRole('button', { name: 'Rozpocznij' }).click()
    await goOn(page)
    await at(page, 'new?')
    await close()
  })

  it('is told when that version is not to be had, and keeps the answers that fit', async () => {
    const { survey, page, close } = await inTheMiddle()

    await moved(page, survey.code, false)

    await page.getByText('Pytania tej ankiety zmieniły się w czasie wypełniania.').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Wróć do wypełniania' }).click()
    await at(page, 'a?')
    expect(await page.getByLabel('2', { exact: true }).isChecked()).toBe(true)
    await goOn(page)
    await at(page, 'new?')
    await close()
  })
})
