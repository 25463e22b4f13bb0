import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeWorkbook } from '../server/src/interchange/write-workbook.ts'
import { accessibilityFaults, openHouse, sidewaysScroll, type House } from './harness.ts'
import { NARROW, PHONE, signInOn, WIDE } from './workspace.ts'

let house: House
let organiser: Awaited<ReturnType<House['app']['signInAs']>>
beforeAll(async () => {
  house = await openHouse()
  await house.app.anAccount({ isAdministrator: true })
  organiser = await house.app.signInAs('organiser')
})
afterAll(() => house.close())

const HEADER = ['type', 'name', 'label', 'required', 'relevant', 'constraint', 'default']
/** A form as KoboToolbox gives it: two rules that have an equal here, a place and a default that have none. */
const FORM = {
  survey: [
    HEADER,
    ['begin_group', 'dom', 'O domu', '', '', '', ''],
    ['select_one tn', 'samotnie', 'Czy mieszka Pan/Pani samotnie?', 'yes', '', '', ''],
    ['integer', 'osoby', 'Ile osób mieszka w domu?', '', "${samotnie} = 'n'", '. >= 2 and . <= 20', '2'],
    ['geopoint', 'miejsce', 'Gdzie stoi dom?', '', '', '', ''],
    ['end_group', '', '', '', '', '', ''],
  ],
  choices: [
    ['list_name', 'name', 'label'],
    ['tn', 't', 'Tak'],
    ['tn', 'n', 'Nie'],
  ],
  settings: [
    ['form_title', 'form_id'],
    ['Ankieta z Kobo', 'ankieta'],
  ],
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function faultsOn(page: Page, step: string): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready)
  const faults: string[] = []
  for (const { viewport } of [NARROW, PHONE, WIDE]) {
    await page.setViewportSize(viewport)
    if ((await sidewaysScroll(page)) > 0) faults.push(`${step}: scrolls sideways at ${viewport.width} px`)
    for (const fault of await accessibilityFaults(page))
      faults.push(`${step} (${viewport.width} px): ${fault}`)
  }
  return faults
}

async function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page
    .getByLabel('Plik z formularzem')
    .setInputFiles({ name, mimeType: XLSX, buffer: Buffer.from(bytes) })
  await page.getByText(`Wybrany plik: ${name}`).waitFor()
  await button(page, 'Wczytaj formularz').click()
}

describe('a form from KoboToolbox', () => {
  it('is read, its losses are seen, it becomes a draft, and goes out again', async () => {
    const count = () => house.app.db.prisma.questionnaire.count()
    const before = await count()
    const { page, complaints, close } = await house.visit('/kwestionariusze/import', WIDE)
    await signInOn(page, organiser.email)
    await page.getByRole('heading', { name: '1. Wybierz plik' }).waitFor()
    const faults = await faultsOn(page, 'plik')

    await choose(page, 'kobo.xlsx', await writeWorkbook(FORM))
    await page.getByRole('heading', { name: '2. Sprawdź, co zostanie przeniesione' }).waitFor()
    faults.push(...(await faultsOn(page, 'raport')))
    const table = page.getByRole('table', { name: 'Co stanie się z formularzem' })
    expect(await table.innerText()).toContain('Arkusz „survey”, wiersz 5, kolumna „type”')
    expect(await table.innerText()).toContain('wartości początkowej nie wpisujemy')
    expect(await table.innerText()).not.toContain('wczytano w całości')
    await page.getByLabel(/przeniesione bez zmian/).check()
    await table.getByText('„samotnie” wczytano w całości.').waitFor()
    await page.getByText('Podgląd pytań po wczytaniu').click()
    await page.getByText('Ile osób mieszka w domu?').first().waitFor()
    expect(await count()).toBe(before)

    await page.getByLabel('Tytuł kwestionariusza').fill('Potrzeby z Kobo')
    await button(page, 'Utwórz kwestionariusz').click()
    await page.waitForURL((url) => url.pathname.endsWith('/edycja'))
    expect(await count()).toBe(before + 1)

    await page.goto(new URL(page.url().replace(/\/edycja.*$/, '/eksport')).href)
    await page.getByRole('heading', { name: 'Co zapisze się w pliku' }).waitFor()
    await page.getByText('zapisane w całości').first().waitFor()
    faults.push(...(await faultsOn(page, 'eksport')))
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Pobierz plik' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^Potrzeby z Kobo.*szkic.*\.xlsx$/)

    await page.goto(new URL('/kwestionariusze/import', page.url()).href)
    await choose(page, 'znowu.xlsx', await readFile(await file.path()))
    await page.getByText('Cały formularz da się przenieść bez żadnych zmian.').waitFor()
    expect(faults).toEqual([])
    expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([])
    await close()
  })

  it('that is broken is refused with every place, and another file can be chosen', async () => {
    const { page, close } = await house.visit('/kwestionariusze/import', PHONE)
    await signInOn(page, organiser.email)

    await button(page, 'Wczytaj formularz').click()
    await page.getByRole('link', { name: 'Proszę wybrać plik.' }).waitFor()
    const [header = [], ...rows] = FORM.survey
    await choose(page, 'zly.xlsx', await writeWorkbook({ ...FORM, survey: [header, ...rows.slice(1)] }))

    await page.getByText('Tego pliku nie można wczytać').waitFor()
    const table = page.getByRole('table', { name: 'Co trzeba poprawić (1)' })
    expect(await table.innerText()).toContain('Arkusz „survey”, wiersz 5')
    expect(await faultsOn(page, 'odmowa')).toEqual([])
    await button(page, 'Wybierz inny plik').click()
    await choose(page, 'dobry.xlsx', await writeWorkbook(FORM))
    await page.getByRole('heading', { name: '3. Utwórz kwestionariusz' }).waitFor()
    await close()
  })
})
