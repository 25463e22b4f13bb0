import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareInstallation } from '../server/src/installation/prepare-installation.ts'
import { asInstallation } from '../server/src/services.ts'
import { openHouse, sidewaysScroll, type House } from './harness.ts'
import { arriveAt, arrowTo, focusedName, NARROW, PHONE, tabTo, WIDE } from './workspace.ts'
import { TEST_PASSWORD } from '../server/testing/builders.ts'

/** Answers that came before the two residents of this test, so that the report shows figures, not hidden cells. */
const EARLIER = 38
const IDEA = 'Brakuje ławek przy przystanku i autobusu do lekarza po południu.'

let house: House
let email: string
beforeAll(async () => {
  house = await openHouse()
  await prepareInstallation(asInstallation(house.app.services), { demo: false, say: () => undefined })
  await house.app.anAccount({ isAdministrator: true })
  const organisationId = await house.app.anOrganisation({
    name: 'Centrum Usług Społecznych w Stopnicy',
    municipalityCodes: ['260106'],
  })
  for (const name of ['Białoborze', 'Bosowice']) {
    await house.app.aLocality({ municipalityCode: '260106', name })
  }
  email = (await house.app.anAccount({ organisationId, role: 'ORGANISER' })).email
})
afterAll(() => house.close())

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

async function openByKeyboard(page: Page): Promise<void> {
  await arriveAt(page, 'Zaloguj się')
  await tabTo(page, 'Adres e-mail')
  await page.keyboard.type(email)
  await tabTo(page, 'Hasło')
  await page.keyboard.type(TEST_PASSWORD)
  await page.keyboard.press('Enter')
  await arriveAt(page, 'Dzień dobry')
  await tabTo(page, 'Ankiety')
  await page.keyboard.press('Enter')
  await arriveAt(page, 'Ankiety')
  await tabTo(page, 'Otwórz nową ankietę')
  await page.keyboard.press('Enter')
  await arriveAt(page, 'Otwórz ankietę')
  await tabTo(page, 'Otwórz ankietę')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Proszę wybrać kwestionariusz z listy.' }).waitFor()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.className), { timeout: 5_000 })
    .toContain('error-summary')
  await tabTo(page, 'Kwestionariusz')
  await arrowTo(page, 'Ankieta mieszkańca w minutę')
  await tabTo(page, 'Tytuł ankiety')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Minuta dla Stopnicy')
  await tabTo(page, 'Otwarty adres')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await tabTo(page, 'Otwórz ankietę')
  await page.keyboard.press('Enter')
  await arriveAt(page, 'Minuta dla Stopnicy')
}

async function answerEarlier(code: string): Promise<void> {
  const { id: questionnaireVersionId } = await house.app.db.prisma.questionnaireVersion.findFirstOrThrow({
    where: { questionnaire: { key: 'RES_MIN' } },
  })
  for (let person = 0; person < EARLIER; person += 1) {
    const answers = {
      dem_sex: person % 2 === 0 ? 'WOMAN' : 'MAN',
      dem_age: person % 3 === 0 ? '70_74' : '35_44',
      serv_priority: ['MEALS', 'LEGAL'],
      serv_barrier: [person % 2 === 0 ? 'EXPENSIVE' : 'WAITING'],
    }
    const payload = { id: randomUUID(), questionnaireVersionId, mode: 'CAWI', answers }
    const reply = await house.app.app.inject({ method: 'POST', url: `/a/${code}/responses`, payload })
    expect(reply.statusCode, reply.body).toBe(201)
  }
}

async function answerByTaps(page: Page): Promise<void> {
  const next = async (question: string) => {
    expect(await sidewaysScroll(page), question).toBe(0)
    await page.getByRole('button', { name: 'Dalej' }).tap()
  }
  await page.getByRole('button', { name: 'Rozpocznij' }).tap()
  await page.locator('main select').selectOption({ label: 'Bosowice' })
  await next('locality')
  await page.getByText('70–74 lata', { exact: true }).tap()
  await next('age')
  await page.getByText('kobieta', { exact: true }).tap()
  await next('sex')
  await page.getByLabel('Na pierwszym miejscu').selectOption('MEALS')
  await next('priority')
  await page.getByText('za drogo', { exact: true }).tap()
  await page.getByText('długi czas oczekiwania', { exact: true }).tap()
  await next('barrier')
  await page.locator('textarea').tap()
  await page.locator('textarea').fill(IDEA)
  await next('idea')
}

async function answerByKeyboard(page: Page): Promise<void> {
  const next = async (question: string) => {
    expect(await sidewaysScroll(page), question).toBe(0)
    const before = page.url()
    await tabTo(page, 'Dalej')
    await page.keyboard.press('Enter')
    await page.waitForFunction(
      (url) => location.href !== url && document.activeElement?.tagName === 'H1',
      before,
    )
  }
  await tabTo(page, 'Rozpocznij')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('W jakiej miejscowości'))
  await tabTo(page, 'W jakiej miejscowości')
  await arrowTo(page, 'Białoborze')
  await next('locality')
  await tabTo(page, '18–24 lata')
  for (let presses = 0; presses < 10; presses += 1) await page.keyboard.press('ArrowDown')
  expect(await focusedName(page)).toBe('85 lat lub więcej')
  await next('age')
  await tabTo(page, 'kobieta')
  await page.keyboard.press('ArrowDown')
  await next('sex')
  await tabTo(page, 'Na pierwszym miejscu')
  await arrowTo(page, 'opieka wytchnieniowa')
  await tabTo(page, 'Na drugim miejscu')
  await arrowTo(page, 'posiłki z dowozem')
  await next('priority')
  await tabTo(page, 'za drogo')
  await page.keyboard.press('Space')
  await next('barrier')
  await tabTo(page, 'Jakiej jednej rzeczy')
  await page.keyboard.type('Klub seniora')
  await next('idea')
}

/** Milliseconds until the open results page of the organiser shows the number. */
async function untilShown(page: Page, count: number): Promise<number> {
  const began = performance.now()
  const figure = String(count)
  await page.waitForFunction(
    (wanted) => document.querySelector('.key-figure dd')?.textContent === wanted,
    figure,
    { timeout: 5_000, polling: 20 },
  )
  return Math.round(performance.now() - began)
}

async function textOfDownload(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Word (.docx)' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/\.docx$/)
  const parts = unzipSync(readFileSync(await file.path()))
  return strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
}

describe('the main job', () => {
  it('goes from an empty list of surveys to a Word document, with two residents in between', async () => {
    const organiser = await house.visit('/', { ...WIDE, acceptDownloads: true })
    const { page } = organiser
    await openByKeyboard(page)
    const address = await page.getByRole('link', { name: /\/a\/[a-z0-9]{8} / }).innerText()
    const code = /\/a\/([a-z0-9]{8})/.exec(address)?.[1] ?? ''
    const picture = page.getByRole('img', { name: /Kod QR.*\/a\/[a-z0-9]{8}$/ })
    expect(await picture.getAttribute('alt')).toContain(`${house.url}/a/${code}`)
    await picture.evaluate((image: HTMLImageElement) => image.decode())
    await answerEarlier(code)

    await page.getByRole('link', { name: 'Wyniki' }).click()
    await untilShown(page, EARLIER)
    const stateBefore = await page.getByText(/^Stan na/).innerText()
    const taps = await house.visit(`/a/${code}`, { ...PHONE, hasTouch: true, isMobile: true })
    await answerByTaps(taps.page)
    await taps.page.getByRole('button', { name: 'Wyślij odpowiedzi' }).tap()
    const first = await untilShown(page, EARLIER + 1)
    const keys = await house.visit(`/a/${code}`, NARROW)
    await answerByKeyboard(keys.page)
    await tabTo(keys.page, 'Wyślij odpowiedzi')
    await keys.page.keyboard.press('Enter')
    const second = await untilShown(page, EARLIER + 2)
    console.log(`results followed two residents after ${first} ms and ${second} ms`)

    for (const resident of [taps, keys]) {
      await resident.page.getByText('Numer potwierdzenia').waitFor()
      expect(await resident.page.context().cookies()).toEqual([])
      expect(resident.complaints).toEqual([])
      await resident.close()
    }
    expect(await page.getByText(/^Stan na/).innerText()).not.toBe(stateBefore)
    const chart = page.getByRole('img', { name: /^Wykres: Co utrudnia/ })
    expect(await chart.getAttribute('aria-label')).toContain('za drogo 52,5%')

    await page.getByRole('link', { name: 'Odpowiedzi otwarte' }).click()
    const answer = page.locator('.open-answer').filter({ hasText: IDEA })
    await answer.getByRole('button', { name: /^Dopuść do raportu/ }).click()
    await answer.getByRole('button', { name: 'Dopuść ten tekst' }).click()
    await answer.getByText('Odpowiedź jest w raporcie.').waitFor()
    await page.getByRole('link', { name: 'Raport LPDI' }).click()
    await page.getByRole('link', { name: 'Word (.docx)' }).waitFor()
    const text = await textOfDownload(page)
    expect(text).toContain(IDEA)
    expect(text).not.toContain('Klub seniora')
    expect(text).toContain('Centrum Usług Społecznych w Stopnicy')
    expect(text).toMatch(/za drogo\s+53%/)
    expect(text).toMatch(/posiłki z dowozem do domu\s+100%/)

    await page.getByRole('link', { name: 'Ankieta', exact: true }).click()
    await page.getByRole('button', { name: 'Zamknij ankietę teraz' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Anuluj' }).click()
    await page.getByText('trwa', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Zamknij ankietę teraz' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Zamknij ankietę' }).click()
    await page.getByText('zamknięta', { exact: true }).waitFor()
    const late = await house.visit(`/a/${code}`, PHONE)
    await heading(late.page, 'Zbieranie odpowiedzi już się zakończyło').waitFor()
    expect(await late.page.getByRole('button', { name: 'Rozpocznij' }).count()).toBe(0)
    await late.close()
    expect(organiser.complaints).toEqual([])
    await organiser.close()
  })
})
