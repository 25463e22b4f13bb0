import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import type { Gate } from './gate.ts'
import { isInterview } from './gate.ts'
import type { House } from './harness.ts'
import { PIN, wishesOf, type Fieldwork, type TabletDevice } from './tablet.ts'

/** What happened over many deaths of the battery. */
export interface KillReport {
  readonly kills: number
  readonly confirmed: number
  /** Of these, finished in the moment of a kill: the tablet was gone before it could say so. */
  readonly unseen: number
  readonly stored: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
}

interface Working {
  readonly page: Page
  /** Wishes of which the tablet said that the interview is kept. */
  readonly finished: Set<string>
  readonly unseen: Set<string>
  /** The wish of which the tablet said that it is kept, in an interview that goes on. */
  typed: string | null
}

const click = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
    .first()
    .click()

/** What the last key press changed stands on the screen. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))

async function open(page: Page): Promise<void> {
  await page.getByLabel('PIN albo hasło z kilku słów').fill(PIN)
  await click(page, 'Otwórz')
  await page.getByRole('heading', { level: 1, name: 'Wywiady' }).waitFor()
}

/** Goes on wherever the tablet stands, one interview after another, until the browser is gone. */
async function work(working: Working, nextWish: () => string): Promise<void> {
  const { page } = working
  await open(page)
  for (;;) {
    const isBegun = await page.getByRole('button', { name: 'Wróć do wywiadu' }).count()
    if (isBegun > 0) await click(page, 'Wróć do wywiadu')
    else {
      await click(page, 'Rozpocznij wywiad')
      await page.getByRole('heading', { name: 'Nowy wywiad' }).waitFor()
      await click(page, 'Rozpocznij wywiad')
    }
    await answer(working, nextWish)
    await click(page, 'Wróć do listy')
    await page.getByRole('heading', { level: 1, name: 'Wywiady' }).waitFor()
  }
}

/** Answers the form from wherever it stands; what was kept before must be there still. */
async function answer(working: Working, nextWish: () => string): Promise<void> {
  const { page } = working
  const finished = page.getByRole('heading', { name: 'Wywiad jest zapisany na tablecie' })
  const begin = page.getByRole('button', { name: /^(Zaczynamy|Wróć do pytań)$/ })
  const first = page.getByLabel('1', { exact: true })
  const text = page.locator('textarea')
  const last = page.getByRole('button', { name: 'Zakończ wywiad' })
  for (;;) {
    await begin.or(first).or(text).or(last).or(finished).first().waitFor()
    if (await finished.count()) break
    if (await begin.count()) await begin.click()
    else if (await first.count()) {
      await first.check()
      await page.locator('form button[type=submit]').click()
    } else if (await text.count()) {
      const before = await text.inputValue()
      if (working.typed !== null && before !== working.typed) {
        // Another interview: the one before was finished in the last moment, and must be on the server in the end.
        expect(before).toBe('')
        working.unseen.add(working.typed)
        working.typed = null
      }
      const wish = before === '' ? nextWish() : before
      await text.fill(wish)
      await drawn(page)
      await page.getByText('Zapisano na tablecie').waitFor()
      working.typed = wish
      await page.locator('form button[type=submit]').click()
    } else await last.click()
    await page.waitForTimeout(20)
  }
  if (working.typed !== null) working.finished.add(working.typed)
  working.typed = null
}

/** Finishes what was left unfinished, and waits until nothing is on the tablet alone. */
async function workToTheEnd(working: Working, nextWish: () => string): Promise<void> {
  const { page } = working
  await open(page)
  if ((await page.getByRole('button', { name: 'Wróć do wywiadu' }).count()) > 0) {
    await click(page, 'Wróć do wywiadu')
    await answer(working, nextWish)
    await click(page, 'Wróć do listy')
  }
  // Finished in the last moment before the last kill.
  if (working.typed !== null) working.unseen.add(working.typed)
  await page.getByText('Wszystkie wywiady są już na serwerze.').waitFor({ timeout: 60_000 })
}

/** Kills the browser at random moments of work, while the network loses every third reply. */
export async function killAtRandom(
  kills: number,
  { house, gate }: { readonly house: House; readonly gate: Gate },
  tablet: TabletDevice,
  { interviewer, survey }: Fieldwork,
  longestMs = 5000,
): Promise<KillReport> {
  const finished = new Set<string>()
  const unseen = new Set<string>()
  let typed: string | null = null
  let wishes = 0
  let requests = 0
  const nextWish = () => `Życzenie ${(wishes += 1)}`
  const [name = '', value = ''] = interviewer.cookie.split('=')
  const start = async (): Promise<Working> => {
    const { page, context } = await tablet.start('about:blank')
    page.setDefaultTimeout(60_000)
    await context.addCookies([{ name, value, url: gate.url }])
    await page.goto(`${gate.url}/teren/`)
    return { page, finished, unseen, typed }
  }
  gate.be((request) => {
    if (isInterview(request)) requests += 1
    return isInterview(request) && requests % 3 === 0 ? 'lost-reply' : 'pass'
  })
  for (let kill = 0; kill < kills; kill += 1) {
    const working = await start()
    const { page } = working
    const stopped = work(working, nextWish).catch((error: unknown) => error)
    // Mostly in the middle of the work; every fifth time already while the app is being opened.
    const isOpen = page.getByRole('heading', { level: 1, name: 'Wywiady' }).waitFor()
    if (kill % 5 !== 4) await isOpen.catch(() => undefined)
    else isOpen.catch(() => undefined)
    await page.waitForTimeout(Math.random() * longestMs)
    await tablet.kill()
    const error = await stopped
    if (error instanceof Error && !/closed|crash|disconnect/i.test(error.message)) throw error
    typed = working.typed
  }
  gate.be(() => 'pass')
  await workToTheEnd(await start(), nextWish)
  const stored = await wishesOf(house, survey.id)
  const confirmed = [...finished, ...unseen]
  return {
    kills,
    confirmed: confirmed.length,
    unseen: unseen.size,
    stored: stored.length,
    lost: confirmed.filter((wish) => !stored.includes(wish)),
    doubled: stored.filter((wish, index) => stored.indexOf(wish) !== index),
  }
}
