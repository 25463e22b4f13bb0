import type { Page } from 'playwright-core'
import { accessibilityFaults, type House } from './harness.ts'

/** How people use the tablet that stands in a library: an attendant sets it up, one person answers after another. */

const TABLET = { viewport: { width: 820, height: 1180 } }
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

export const start = (page: Page) => page.getByRole('button', { name: 'Rozpocznij', exact: true })

/** A tablet that an attendant has set up, with less patience than a person would need. */
export async function aSharedTablet(house: House, code: string, change: object = {}) {
  const visit = await house.visit(`/a/${code}/kiosk`, TABLET)
  const { page } = visit
  await page.getByLabel('Otwieraj na pełnym ekranie').uncheck()
  await page.getByLabel('Nowy kod PIN obsługi').fill('2580')
  const faults = [...(await accessibilityFaults(page))]
  await press(page, 'Uruchom tablet')
  await start(page).waitFor()
  await page.evaluate((wanted) => {
    const kept = JSON.parse(sessionStorage.getItem('rozeznanie:tablet') ?? '{}') as object
    sessionStorage.setItem('rozeznanie:tablet', JSON.stringify({ ...kept, ...wanted }))
  }, change)
  await page.reload()
  await start(page).waitFor()
  return { ...visit, faults }
}
