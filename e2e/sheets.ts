import type { Page } from 'playwright-core'

/** How a clerk types paper sheets in. */

/** Begins the sheet of the number that is offered. */
export async function beginSheet(page: Page): Promise<void> {
  await page.getByLabel('Numer arkusza').waitFor()
  await page.getByLabel('Numer arkusza').press('Enter')
  await page.getByRole('heading', { name: /^Arkusz/ }).waitFor()
}

/** Presses the keys one after another, as quickly as the browser takes them. */
export async function typeAll(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if ([...key].length === 1) await page.keyboard.type(key)
    else await page.keyboard.press(key)
  }
}
