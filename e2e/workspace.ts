import type { Page } from 'playwright-core'
import { TEST_PASSWORD } from '../server/testing/builders.ts'
import type { SignedIn } from '../server/testing/test-app.ts'
import type { House } from './harness.ts'

/** What the steps of several browser tests share: the sign-in page and a hand that only knows the keyboard. */

export const WIDE = { viewport: { width: 1280, height: 860 } }
export const PHONE = { viewport: { width: 390, height: 800 } }
export const NARROW = { viewport: { width: 320, height: 640 } }

/** Fills the sign-in page that is shown and waits for the page behind it. */
export async function signInOn(page: Page, email: string, password = TEST_PASSWORD): Promise<void> {
  await page.getByLabel('Adres e-mail').fill(email)
  await page.getByLabel('Hasło', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/logowanie')
}

/** Two organisers of one centre. */
export async function twoOrganisers({ app }: House): Promise<readonly [SignedIn, SignedIn]> {
  await app.anAccount({ isAdministrator: true })
  const organisationId = await app.anOrganisation({ municipalityCodes: ['260401'] })
  const organiser = () => app.signInAs('organiser', { organisationId })
  return [await organiser(), await organiser()]
}

/** The accessible name of what has the focus, as far as labels and texts go. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return ''
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []
    const name = element.getAttribute('aria-label') ?? labels.map((label) => label.innerText).join(' ') ?? ''
    return (name || element.innerText || '').trim().replace(/\s+/g, ' ')
  })
}

/** Presses Tab (or Shift with it) until something of this name, or with a name that begins so, has the focus. */
export async function tabTo(
  page: Page,
  wanted: string | RegExp,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press(key)
    const name = await focusedName(page)
    if (typeof wanted === 'string' ? name.startsWith(wanted) : wanted.test(name)) return
    passed.push(name)
  }
  throw new Error(`„${wanted}” is not reached by ${key}; passed: ${passed.join(' → ')}`)
}

/** Chooses in a list that has the focus, by arrows alone. */
export async function arrowTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('ArrowDown')
    const chosen = await page.evaluate(() => {
      const list = document.activeElement
      return list instanceof HTMLSelectElement ? (list.selectedOptions[0]?.text ?? '') : ''
    })
    if (chosen.startsWith(text)) return
  }
  throw new Error(`„${text}” is not on the list ${await focusedName(page)}`)
}

/** Waits for a page of the workspace, which moves the focus to its heading. */
export async function arriveAt(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
}
