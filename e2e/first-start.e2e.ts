import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareInstallation } from '../server/src/installation/prepare-installation.ts'
import { asInstallation } from '../server/src/services.ts'
import { accessibilityFaults, openHouse, sidewaysScroll, type House } from './harness.ts'
import { NARROW, signInOn, WIDE } from './workspace.ts'

const ADMINISTRATOR = { email: 'adam@platforma.example', password: 'cztery wrony na dachu' }
const ORGANISER = { email: 'olga@cus.example', password: 'pięć gęsi za płotem' }

let house: House
beforeAll(async () => {
  house = await openHouse()
  await prepareInstallation(asInstallation(house.app.services), { demo: false, say: () => undefined })
})
afterAll(() => house.close())

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

async function faultsOn(page: Page): Promise<string[]> {
  const name = await page.locator('h1').innerText()
  const faults = (await accessibilityFaults(page)).map((fault) => `${name}: ${fault}`)
  await page.setViewportSize(NARROW.viewport)
  if ((await sidewaysScroll(page)) > 0) faults.push(`${name}: scrolls sideways`)
  await page.setViewportSize(WIDE.viewport)
  return faults
}

async function fillSetup(page: Page, code: string): Promise<void> {
  await page.getByLabel('Kod jednorazowy').fill(code)
  await page.getByLabel('Imię i nazwisko').fill('Adam Zarządca')
  await page.getByLabel('Adres e-mail').fill(ADMINISTRATOR.email)
  await page.getByLabel('Hasło').fill(ADMINISTRATOR.password)
  await button(page, 'Załóż konto administratora').click()
}

/** Whether the server still knows the person behind a cookie. */
async function isKnown(cookie: string): Promise<boolean> {
  const reply = await fetch(`${house.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query: '{ viewer { email } }' }),
  })
  const { data } = (await reply.json()) as { data: { viewer: { email: string } | null } }
  return data.viewer !== null
}

async function sessionOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies()
  expect(cookies.map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual([
    { httpOnly: true, sameSite: expect.stringMatching(/Lax|Strict/) as string },
  ])
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

describe('an empty installation', () => {
  it('is set up in the browser, from the first administrator to an organiser who can begin', async () => {
    const { page, complaints, close } = await house.visit('/', WIDE)
    await heading(page, 'Pierwsze uruchomienie').waitFor()
    const faults = await faultsOn(page)
    expect(await page.getByText('Dane przykładowe').count()).toBe(0)

    await fillSetup(page, 'ABCD-EFGH-JKLM')
    await page.getByRole('group', { name: /błąd|popraw/i }).waitFor()
    faults.push(...(await faultsOn(page)))
    expect(await house.app.db.prisma.account.count()).toBe(0)
    await fillSetup(page, house.app.services.accounts.setupCode.code.toLowerCase())
    await heading(page, 'Dzień dobry').waitFor()
    faults.push(...(await faultsOn(page)))

    await page.getByRole('navigation').getByRole('link', { name: 'Organizacje' }).click()
    await heading(page, 'Organizacje').waitFor()
    await page.getByLabel('Rodzaj').selectOption({ label: 'Centrum usług społecznych (CUS)' })
    await page.getByLabel('Nazwa').fill('Centrum Usług Społecznych w Stopnicy')
    await page.getByLabel('Telefon').fill('41 377 98 00')
    await page.getByLabel('Dodaj gminę').fill('stopnica')
    await page.keyboard.press('Enter')
    await button(page, /^\+ Stopnica/).click()
    faults.push(...(await faultsOn(page)))
    await button(page, 'Dodaj organizację').click()
    await heading(page, 'Centrum Usług Społecznych w Stopnicy').waitFor()
    faults.push(...(await faultsOn(page)))

    await page.getByRole('navigation').getByRole('link', { name: 'Konta' }).click()
    await heading(page, 'Konta').waitFor()
    await page.getByText('Dodaj konto').click()
    await page.getByLabel('Imię i nazwisko').fill('Olga Sienkiewicz')
    await page.getByLabel('Adres e-mail').fill(ORGANISER.email)
    await page.getByLabel('Hasło dla tej osoby').fill(ORGANISER.password)
    await page.getByLabel('Organizacja').selectOption({ label: 'Centrum Usług Społecznych w Stopnicy' })
    await page.getByLabel('Organizator').check()
    faults.push(...(await faultsOn(page)))
    await button(page, 'Załóż konto').click()
    await page.getByText(`Założono konto ${ORGANISER.email}`).waitFor()

    const session = await sessionOf(page)
    expect(await isKnown(session)).toBe(true)
    await button(page, 'Wyloguj się').click()
    await heading(page, 'Zaloguj się').waitFor()
    expect(await isKnown(session)).toBe(false)
    expect(faults).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('lets the organiser paste the list of localities that residents choose from', async () => {
    const { page, complaints, close } = await house.visit('/gminy/260106', WIDE)
    await page.getByLabel('Adres e-mail').fill(ORGANISER.email)
    await page.getByLabel('Hasło', { exact: true }).fill('nie to hasło')
    await button(page, 'Zaloguj się').click()
    await page.getByText('Adres e-mail lub hasło są nieprawidłowe.').first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/logowanie')
    await signInOn(page, ORGANISER.email, ORGANISER.password)
    await heading(page, 'Stopnica').waitFor()
    await page.getByText('Wklej całą listę').click()
    await page.getByLabel('Lista miejscowości').fill('Białoborze\n  Bosowice \n\nBiałoborze\nos. Zachód\n')
    const faults = await faultsOn(page)

    await button(page, 'Dodaj do listy').click()
    await page.getByText('Dodano 3 miejscowości. Proszę jeszcze zapisać listę.').waitFor()
    await button(page, 'Zapisz listę').click()
    await page.getByText('Lista została zapisana: 3 miejscowości.').waitFor()
    faults.push(...(await faultsOn(page)))

    const localities = await house.app.db.prisma.locality.findMany({ orderBy: { name: 'asc' } })
    expect(localities.map(({ name, kind }) => [name, kind])).toEqual([
      ['Białoborze', 'SOLECTWO'],
      ['Bosowice', 'SOLECTWO'],
      ['Zachód', 'OSIEDLE'],
    ])
    expect(faults).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })
})
