import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aQuestionnaire, matrix, single } from '@rozeznanie/core/testing'
import type { SignedIn } from '../server/testing/test-app.ts'
import { accessibilityFaults, openHouse, sidewaysScroll, type House, type Visit } from './harness.ts'

const QUESTIONNAIRE = aQuestionnaire([
  single('dem_sex', ['K', 'M'], { text: 'Płeć' }),
  single('sleep', ['dobrze', 'zle'], { text: 'Jak się Pan/Pani wysypia?' }),
  matrix('rates', ['opieka', 'dojazd'], ['1', '2', '3'], { text: 'Jak ocenia Pan/Pani w gminie:' }),
])

let house: House
let organiser: SignedIn
let surveyId: string
beforeAll(async () => {
  house = await openHouse()
  await house.app.signInAs('administrator')
  organiser = await house.app.signInAs('organiser')
  const questionnaireVersionId = await house.app.aQuestionnaireVersion(QUESTIONNAIRE)
  const organisationId = organiser.organisationId ?? ''
  const survey = await house.app.aSurvey({ organisationId, questionnaireVersionId })
  surveyId = survey.id
  for (let person = 0; person < 100; person += 1) {
    const isWoman = person < 60
    const sleepsWell = isWoman ? person % 4 === 0 : person % 4 !== 0
    const answers = {
      dem_sex: isWoman ? 'K' : 'M',
      sleep: sleepsWell ? 'dobrze' : 'zle',
      rates: { opieka: String((person % 3) + 1), dojazd: '1' },
    }
    const payload = { id: randomUUID(), questionnaireVersionId, mode: 'CAWI', answers }
    const reply = await house.app.app.inject({ method: 'POST', url: `/a/${survey.code}/responses`, payload })
    expect(reply.statusCode, reply.body).toBe(201)
  }
})
afterAll(() => house.close())

const open = (query = '', width = 1280): Promise<Visit> =>
  house.visit(`/ankiety/${surveyId}/analiza${query}`, { as: organiser, viewport: { width, height: 800 } })

/** Finds a question or a division by its words and takes it, with the keyboard alone. */
async function choose(page: Page, field: string, words: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).focus()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

describe('the workbench', () => {
  it('answers a question found by words, crossed with another, in sentences, a chart and a table', async () => {
    const { page, close } = await open()

    await choose(page, 'Pytanie', 'wysypia')
    await choose(page, 'Podziel według', 'plec')
    await page.getByRole('columnheader', { name: 'K', exact: true }).waitFor()

    const [first] = await page.locator('tbody tr').all()
    const cells = await first?.locator('th, .grid-table__value').allInnerTexts()
    expect(cells?.map((text) => text.replace(/\s+/g, ' '))).toEqual([
      'dobrze',
      '45%',
      expect.stringMatching(/^25% ▼/),
      expect.stringMatching(/^75% ▲/),
    ])
    expect(await page.getByRole('img', { name: /^Wykres: Jak się Pan\/Pani wysypia/ }).count()).toBe(1)
    await page.goBack()
    await page.waitForURL((url) => !url.search.includes('wedlug'))
    expect(new URL(page.url()).searchParams.get('pytanie')).toBe('sleep')
    await close()
  })

  it('explains the number that has the focus, and arrows go from number to number', async () => {
    const { page, close } = await open('?pytanie=sleep&wedlug=dem_sex')

    await page.locator('[data-cell="0-0"]').focus()
    await page.keyboard.press('ArrowRight')

    await page.getByText('K: 25% osób odpowiedziało „dobrze”.').waitFor()
    expect(await page.locator('.reading').innerText()).toContain('60 osób')
    await close()
  })

  it('keeps a view whose link opens it again after it was renamed', async () => {
    const { page, close } = await open('?pytanie=sleep&wedlug=dem_sex&wykres=mapa')
    await page.getByText(/^Zapisane widoki/).click()
    await page.getByRole('button', { name: 'Zapisz ten widok' }).click()
    await page.getByLabel('Nazwa widoku').fill('Sen')
    await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
    await page.waitForURL((url) => url.searchParams.has('widok'))
    const link = page.url()
    await page.getByRole('button', { name: 'Zmień nazwę: Sen' }).click()
    await page.getByLabel('Nazwa widoku').fill('Sen kobiet i mężczyzn')
    await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
    await page.getByText('Zapisany widok: Sen kobiet i mężczyzn').waitFor()

    await page.goto(link)

    await page.getByText('Zapisany widok: Sen kobiet i mężczyzn').waitFor()
    expect(await page.getByLabel('Rodzaj wykresu').inputValue()).toBe('HEAT_MAP')
    await close()
  })

  it('gives the chart as a picture that carries its own letters, numbers and source', async () => {
    const { page, close } = await open('?pytanie=sleep&wedlug=dem_sex&wykres=mapa')
    const button = page.getByRole('button', { name: /^Obraz SVG/ })
    await button.waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()])

    const svg = readFileSync(await download.path(), 'utf8')
    expect(download.suggestedFilename()).toMatch(/^jak-sie-pan-pani-wysypia.*\.svg$/)
    expect(svg).toContain('data:font/woff2')
    expect(svg).toContain('75% ▲')
    expect(svg).not.toContain('var(--')
    await close()
  })

  it('is without faults for helpers of people, and without sideways scrolling, wide and narrow', async () => {
    const query = '?pytanie=rates%2Fopieka&pytanie=rates%2Fdojazd'
    for (const width of [320, 1280]) {
      const { page, close } = await open(width === 320 ? query : '?pytanie=sleep&wedlug=dem_sex', width)
      await page.getByRole('grid').waitFor()
      expect(await sidewaysScroll(page)).toBe(0)
      expect(await accessibilityFaults(page)).toEqual([])
      await close()
    }
  })
})
