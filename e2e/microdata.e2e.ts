import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aQuestionnaire, multi, single } from '@rozeznanie/core/testing'
import type { SignedIn } from '../server/testing/test-app.ts'
import { accessibilityFaults, openHouse, sidewaysScroll, type House } from './harness.ts'

let house: House
let organiser: SignedIn
let surveyId: string

beforeAll(async () => {
  house = await openHouse()
  await house.app.signInAs('administrator')
  organiser = await house.app.signInAs('organiser')
  const questionnaireVersionId = await house.app.aQuestionnaireVersion(
    aQuestionnaire([
      single('dem_sex', ['K', 'M'], { text: 'Płeć' }),
      multi('needs', ['obiady', 'transport'], { text: 'Czego Pan/Pani potrzebuje?' }),
      { key: 'idea', type: 'TEXT_LONG', text: 'Czego brakuje?' },
    ]),
  )
  const survey = await house.app.aSurvey({
    organisationId: organiser.organisationId ?? '',
    questionnaireVersionId,
  })
  surveyId = survey.id
  for (const answers of [{ dem_sex: 'K', idea: 'Jan Kowalski, tel. 600 700 800' }, { dem_sex: 'M' }]) {
    const payload = { id: randomUUID(), questionnaireVersionId, mode: 'CAWI', answers }
    await house.app.app.inject({ method: 'POST', url: `/a/${survey.code}/responses`, payload })
  }
})
afterAll(() => house.close())

const open = (width: number) =>
  house.visit(`/ankiety/${surveyId}/dane`, { as: organiser, viewport: { width, height: 844 } })

async function savedBy(page: Page, press: () => Promise<void>): Promise<{ name: string; content: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return { name: download.suggestedFilename(), content: await readFile(await download.path(), 'utf8') }
}

it('a data file is prepared, fetched and checked by the keyboard alone, on a phone', async () => {
  const { page, close } = await open(390)
  const submit = page.getByRole('button', { name: 'Przygotuj i pobierz plik' })
  await submit.focus()
  const { name, content } = await savedBy(page, () => page.keyboard.press('Enter'))
  await page.getByText('Plik kompletny: 2 wiersze').waitFor()

  expect(name).toMatch(/^dane-.+\.csv$/)
  expect(content.trim().split('\r\n')).toHaveLength(3)
  expect(content).not.toContain('idea')
  expect(await page.getByText('sumę kontrolną').count()).toBe(1)
  expect(await sidewaysScroll(page)).toBe(0)
  expect(await accessibilityFaults(page)).toEqual([])
  await close()
})

it('open answers come only after a promise, and masked', async () => {
  const { page, close } = await open(1280)
  await page.getByLabel('Dołącz odpowiedzi otwarte').check()
  await page.getByRole('button', { name: 'Przygotuj i pobierz plik' }).click()
  await page.getByText('Proszę potwierdzić odpowiedzialność').waitFor()

  await page.getByLabel('Rozumiem i biorę odpowiedzialność').check()
  const { content } = await savedBy(page, () =>
    page.getByRole('button', { name: 'Przygotuj i pobierz plik' }).click(),
  )

  expect(content).toContain('idea')
  expect(content).not.toContain('600 700 800')
  await close()
})

it('a download that broke off goes on from where it was', async () => {
  const { page, close } = await open(1280)
  let isBroken = true
  const ranges: string[] = []
  await page.route('**/data.sav*', async (route) => {
    const range = route.request().headers().range
    if (range === undefined) return route.continue()
    ranges.push(range)
    return isBroken ? route.abort('connectionreset') : route.continue()
  })
  await page.getByLabel('SPSS').check()
  await page.getByRole('button', { name: 'Przygotuj i pobierz plik' }).click()
  await page.getByText('Połączenie zostało przerwane').waitFor({ timeout: 15_000 })

  isBroken = false
  const { content } = await savedBy(page, () =>
    page.getByRole('button', { name: 'Wznów pobieranie' }).click(),
  )
  await page.getByText('Plik kompletny: 2 wiersze').waitFor()

  expect(content.startsWith('$FL2')).toBe(true)
  expect(new Set(ranges).size).toBe(1)
  await close()
})
