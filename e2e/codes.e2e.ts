import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printedCode } from '@rozeznanie/core/invitation'
import { aCodedSurvey, type CodedSurvey } from '../server/testing/code-devices.ts'
import { accessibilityFaults, openHouse, sidewaysScroll, type House } from './harness.ts'

const PHONE = { viewport: { width: 320, height: 640 } }

let house: House
let survey: CodedSurvey
beforeAll(async () => {
  house = await openHouse()
  survey = await aCodedSurvey(house.app, await house.app.signInAs('organiser'), 4)
})
afterAll(() => house.close())

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const fault = (page: Page) => page.locator('.fault').innerText()
const storedCount = () => house.app.db.prisma.response.count({ where: { surveyId: survey.id } })
const codeOf = (letter: number) => printedCode(survey.codes[letter - 1] ?? '')

async function answer(page: Page): Promise<void> {
  await page.getByLabel('Tak', { exact: true }).check()
  await press(page, 'Dalej')
  await press(page, 'Wyślij odpowiedzi')
}

describe('the code of a letter', () => {
  it('tells a slip at once, lets one response in, and is refused politely the second time', async () => {
    const { page, close } = await house.visit(`/a/${survey.code}`, PHONE)
    await press(page, 'Rozpocznij')
    expect(await fault(page)).toContain('Prosimy wpisać kod')
    const wrong = codeOf(1).slice(0, -1) + (codeOf(1).endsWith('7') ? '8' : '7')
    await page.getByLabel('Kod z listu').fill(wrong)
    await press(page, 'Rozpocznij')
    expect(await fault(page)).toContain('drugiej części')
    await page.locator('#kod-z-listu:focus').waitFor()
    expect([await accessibilityFaults(page), await sidewaysScroll(page)]).toEqual([[], 0])

    await page.getByLabel('Kod z listu').fill(codeOf(1).toLowerCase().replace('-', ' '))
    await press(page, 'Rozpocznij')
    await answer(page)
    await page.getByText('Numer potwierdzenia').waitFor()
    await close()

    const again = await house.visit(`/a/${survey.code}#kod=${codeOf(1)}`, PHONE)
    await expect.poll(() => again.page.getByLabel('Kod z listu').inputValue()).toBe(codeOf(1))
    expect(again.page.url()).not.toContain('#')
    await press(again.page, 'Rozpocznij')
    await answer(again.page)
    await again.page.locator('.fault').waitFor()
    expect(await fault(again.page)).toContain('ktoś już wysłał')
    expect(await accessibilityFaults(again.page)).toEqual([])
    await again.page.getByLabel('Kod z listu').fill(codeOf(2))
    await again.page.getByRole('button', { name: 'Wyślij odpowiedzi' }).first().click()
    await again.page.getByText('Numer potwierdzenia').waitFor()
    await again.close()
    expect(await storedCount()).toBe(2)
  })

  it('is asked for and exchanged where no script runs', async () => {
    const { page, close } = await house.visit(`/a/${survey.code}`, { ...PHONE, javaScriptEnabled: false })
    await page.getByLabel('Kod z listu').fill('7XK29-QMB4')
    await press(page, 'Rozpocznij')
    expect(await fault(page)).toContain('za krótki')
    await page.getByLabel('Kod z listu').fill(codeOf(1))
    await press(page, 'Rozpocznij')
    await answer(page)
    expect(await fault(page)).toContain('ktoś już wysłał')
    await page.getByLabel('Kod z listu').fill(codeOf(3))
    await page.getByRole('button', { name: 'Wyślij odpowiedzi' }).first().click()
    await page.getByText('Numer potwierdzenia').waitFor()
    await close()
    expect(await storedCount()).toBe(3)
  })

  it('is exchanged by the server where the device cannot reckon with long numbers', async () => {
    const { page, close } = await house.visit('/healthz', PHONE)
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BigInt'))
    await page.goto(`${house.url}/a/${survey.code}#kod=${codeOf(4)}`)
    await expect.poll(() => page.getByLabel('Kod z listu').inputValue()).toBe(codeOf(4))
    await press(page, 'Rozpocznij')
    await answer(page)
    await page.getByText('Numer potwierdzenia').waitFor()
    await close()
    expect(await storedCount()).toBe(4)
  })
})
