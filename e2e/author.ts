import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { arrowTo, focusedName, tabTo } from './workspace.ts'

/** What an author does in the editor and on the pages around it, by the keyboard alone. */

const SOON = { timeout: 10_000 }

/** Waits until what has the focus is called so at its beginning. */
export async function focusOn(page: Page, beginning: string): Promise<void> {
  await expect
    .poll(async () => (await focusedName(page)).slice(0, beginning.length), { ...SOON, interval: 20 })
    .toBe(beginning)
}

/** Waits until the editor has said this to a screen reader. */
export const announced = (page: Page, words: string): Promise<void> =>
  page.locator('[data-announcer]').getByText(words, { exact: true }).waitFor(SOON)

/** Saves at once and waits until the server has everything. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s')
  await page.locator('.saved-state--saved').waitFor(SOON)
}

/** Writes over what stands in the field that has the focus. */
export async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
}

/** Goes to a field and writes over it. */
export async function fillIn(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, field)
  await write(page, text)
}

/** Goes to a button, a link or a summary and presses it. */
export async function press(page: Page, name: string, key?: 'Shift+Tab'): Promise<void> {
  await tabTo(page, name, key)
  await page.keyboard.press('Enter')
}

/** Ticks a box that is further on. */
export async function tick(page: Page, name: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Space')
}

/** Chooses in a list of choices that is further on. */
export async function choose(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, field)
  await arrowTo(page, text)
}

/** Goes back to the outline and there, by arrows, to a line. */
export async function goToLine(page: Page, beginning: string): Promise<void> {
  const isLine = () => page.evaluate(() => document.activeElement?.getAttribute('role') === 'treeitem')
  for (let presses = 0; !(await isLine()); presses += 1) {
    if (presses > 150) throw new Error('the outline is not reached')
    await page.keyboard.press('Shift+Tab')
  }
  await page.keyboard.press('Home')
  for (const passed: string[] = []; ;) {
    const name = (await focusedName(page)).replace(/^[\d.]+ /, '')
    if (name.startsWith(beginning)) return
    if (passed.at(-1) === name) throw new Error(`„${beginning}” is not in the outline: ${passed.join(', ')}`)
    passed.push(name)
    await page.keyboard.press('ArrowDown')
  }
}

/** Opens a question through the outline; the focus is on its words. */
export async function openQuestion(page: Page, beginning: string): Promise<void> {
  await goToLine(page, beginning)
  await page.keyboard.press('Enter')
  await focusOn(page, 'Treść')
}

/** Adds a question of a type below the one that is open, with its words. */
export async function addBelow(page: Page, type: string, words: string): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor(SOON)
  await press(page, type)
  await focusOn(page, 'Treść')
  await write(page, words)
}

/** Brings a question of the bank in, below the one that is open. */
export async function addFromBank(page: Page, words: string, question: string): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor(SOON)
  await press(page, 'Z banku pytań')
  await focusOn(page, 'Czego mają dotyczyć pytania')
  await write(page, words)
  await page.getByRole('checkbox', { name: question }).waitFor(SOON)
  await tick(page, question)
  await press(page, 'Dodaj 1 pytanie')
  await announced(page, 'Dodano 1 pytanie.')
}

/** Writes all the answers to choose from, or the rows of a table, at once: a line each. */
export async function pasteLines(page: Page, what: 'odpowiedzi' | 'wierszy', lines: string): Promise<void> {
  await press(page, `Wklej wiele ${what}`)
  await fillIn(page, 'Lista', lines)
  await press(page, 'Wstaw ')
  await focusOn(page, what === 'wierszy' ? 'Wiersz 1' : 'Odpowiedź 1')
}

/** Opens the rules of the question and begins the first: when it is shown, by the answer to another question. */
export async function showIf(page: Page, about: string): Promise<void> {
  await press(page, 'Warunki i sprawdzanie odpowiedzi')
  await press(page, 'Dodaj warunek')
  await focusOn(page, 'Pytanie')
  await page.keyboard.insertText(about)
  await page.keyboard.press('Enter')
}

/** Publishes from the page of changes, which has nothing against it. */
export async function publish(page: Page, number: number): Promise<void> {
  await page.getByText('Nic nie stoi na przeszkodzie.').waitFor(SOON)
  await press(page, `Opublikuj wersję ${number}`)
  await page.getByRole('dialog', { name: `Opublikować wersję ${number}?` }).waitFor(SOON)
  await focusOn(page, `Opublikuj wersję ${number}`)
  await page.keyboard.press('Enter')
  await focusOn(page, `Wersja ${number} jest opublikowana`)
}
