import { expect } from 'vitest'
import type { Page } from 'playwright-core'

/** How a resident answers on the answering page. */

export type Act = (page: Page) => Promise<unknown>
/** A question with what is done about it; without a deed it is passed over. */
export type Screen = readonly [title: string, act?: Act]

export const pick =
  (...labels: readonly string[]): Act =>
  async (page) => {
    for (const label of labels) await page.getByLabel(label, { exact: true }).check()
  }

export const put =
  (field: string, text: string): Act =>
  (page) =>
    page.getByLabel(field).fill(text)

export const inOrder =
  (first: string, second: string): Act =>
  async (page) => {
    await page.getByLabel('Na pierwszym miejscu').selectOption({ label: first })
    await page.getByLabel('Na drugim miejscu').selectOption({ label: second })
  }

/** One answer in each row of a table. */
export const rate =
  (rows: Readonly<Record<string, string>>): Act =>
  async (page) => {
    for (const [name, label] of Object.entries(rows))
      await page.getByRole('radiogroup', { name }).getByLabel(label, { exact: true }).check()
  }

/** Answers the screens in their order; another question than the expected one fails the test. */
export async function answerScreens(page: Page, screens: readonly Screen[]): Promise<void> {
  for (const [title, act] of screens) {
    await expect.poll(() => page.locator('h1').innerText(), { timeout: 10_000 }).toBe(title)
    await act?.(page)
    await page.locator('form button[type=submit]').click()
  }
}

/** Sends what was answered. */
export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Wyślij odpowiedzi' }).click()
  await page.getByText('Numer potwierdzenia').waitFor()
}
