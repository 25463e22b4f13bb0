import type { Page } from 'playwright-core'
import { TEST_PASSWORD } from '../server/testing/builders.ts'

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

/** Presses Tab until something whose name begins so has the focus. */
export async function tabTo(page: Page, beginning: string): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    const name = await focusedName(page)
    if (name.startsWith(beginning)) return
    passed.push(name)
  }
  throw new Error(`„${beginning}” is not reached by Tab; passed: ${passed.join(' → ')}`)
}
