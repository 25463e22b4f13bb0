import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import type { Question } from '@rozeznanie/core/questionnaire'
import { aQuestionnaire, single } from '@rozeznanie/core/testing'
import { TEST_PASSWORD } from '../server/testing/builders.ts'
import type { SignedIn } from '../server/testing/test-app.ts'
import { makeTemporaryFolder } from '../server/testing/temporary-folder.ts'
import { prepareChromium } from '../tools/chromium.mjs'
import type { House } from './harness.ts'

/** A tablet of an interviewer: a browser whose profile stays on the disk, and which can be killed like a flat battery. */
export interface TabletDevice {
  readonly profile: string
  /** Starts the browser (again) and opens the app. */
  start(address: string): Promise<{ readonly page: Page; readonly context: BrowserContext }>
  /** SIGKILL of the whole browser. */
  kill(): Promise<void>
  remove(): Promise<void>
}

export const PIN = '190745'
const ARGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--remote-debugging-port=0',
  '--lang=pl',
]

async function debuggerOf(browser: ChildProcess): Promise<string> {
  let said = ''
  for await (const part of browser.stderr ?? []) {
    said += String(part)
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
    if (address !== undefined) return address
  }
  throw new Error(`the browser did not start: ${said}`)
}

export function newTablet(): TabletDevice {
  const { folder: profile, remove } = makeTemporaryFolder()
  let browser: ChildProcess | null = null
  const kill = async () => {
    if (!browser?.pid || browser.exitCode !== null || browser.signalCode !== null) return
    const gone = once(browser, 'exit')
    process.kill(-browser.pid, 'SIGKILL')
    await gone
    browser = null
  }
  return {
    profile,
    start: async (address) => {
      await kill()
      const env = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'Europe/Warsaw' }
      browser = spawn(await prepareChromium(), [...ARGS, `--user-data-dir=${profile}`, 'about:blank'], {
        detached: true,
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      const remote = await chromium.connectOverCDP(await debuggerOf(browser))
      const session = await remote.newBrowserCDPSession()
      await session.send('Browser.grantPermissions', { permissions: ['durableStorage'] })
      const context = remote.contexts()[0]
      if (!context) throw new Error('a browser without a profile')
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      await page.goto(address)
      return { page, context }
    },
    kill,
    remove: async () => {
      await kill()
      remove()
    },
  }
}

/** Names of the files below a folder that hold one of these texts, as UTF-8 or UTF-16. */
export function filesWith(folder: string, texts: readonly string[]): readonly string[] {
  const needles = texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')])
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .filter((file) => {
      const content = readFileSync(file)
      return needles.some((needle) => content.includes(needle))
    })
}

const WISH: Question = { type: 'TEXT_LONG', key: 'wish', text: 'Co warto zmienić?', maxLength: 200 }
export const FIELD_FORM = aQuestionnaire([single('a', ['1', '2']), WISH])

export interface Fieldwork {
  readonly interviewer: SignedIn
  readonly survey: { readonly id: string; readonly code: string }
  readonly localityId: string
}

/** A survey in the field, given to an interviewer. */
export async function inTheField({ app }: House, target = 60): Promise<Fieldwork> {
  const organisationId = await app.anOrganisation({ name: `CUS ${randomUUID().slice(0, 8)}` })
  const interviewer = await app.signInAs('interviewer', { organisationId })
  const known = await app.db.prisma.locality.findFirst({ where: { name: 'Wola Jachowa' } })
  const localityId = known?.id ?? (await app.aLocality({ name: 'Wola Jachowa' }))
  const questionnaireVersionId = await app.aQuestionnaireVersion(FIELD_FORM)
  const survey = await app.aSurvey({ organisationId, questionnaireVersionId, title: 'Ankieta mieszkańca' })
  const assignment = { surveyId: survey.id, accountId: interviewer.accountId, localityId, target }
  await app.db.prisma.assignment.create({ data: assignment })
  return { interviewer, survey, localityId }
}

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

export async function signInOnTablet(page: Page, { email }: SignedIn): Promise<void> {
  await page.getByLabel('Adres e-mail').fill(email)
  await page.getByLabel('Hasło').fill(TEST_PASSWORD)
  await press(page, 'Zaloguj się')
}

/** Signs in, chooses the PIN, and waits until the app itself is on the tablet. */
export async function prepareTablet(page: Page, person: SignedIn): Promise<void> {
  await heading(page, 'Przygotowanie tabletu')
  await signInOnTablet(page, person)
  await page.getByLabel('Nowy PIN', { exact: true }).fill(PIN)
  await page.getByLabel('Nowy PIN jeszcze raz').fill(PIN)
  await press(page, 'Zapisz PIN i otwórz')
  await heading(page, 'Wywiady')
  await page.evaluate(() => navigator.serviceWorker.ready)
}

export async function unlock(page: Page, pin = PIN): Promise<void> {
  await page.getByLabel('PIN albo hasło z kilku słów').fill(pin)
  await press(page, 'Otwórz')
  await heading(page, 'Wywiady')
}

/** Begins an interview and answers the first question. */
export async function beginInterview(page: Page): Promise<void> {
  await press(page, 'Rozpocznij wywiad')
  await heading(page, 'Nowy wywiad')
  await page.getByLabel('Gdzie odbywa się wywiad?').selectOption({ label: 'Wola Jachowa' })
  await press(page, 'Rozpocznij wywiad')
  await press(page, 'Zaczynamy')
  await page.getByLabel('1', { exact: true }).check()
}

export async function writeWish(page: Page, wish: string): Promise<void> {
  await page.locator('form button[type=submit]').click()
  await page.locator('textarea').fill(wish)
}

export async function finishInterview(page: Page): Promise<void> {
  await page.locator('form button[type=submit]').click()
  await press(page, 'Zakończ wywiad')
  await heading(page, 'Wywiad jest zapisany na tablecie')
}

export async function interview(page: Page, wish: string): Promise<void> {
  await beginInterview(page)
  await writeWish(page, wish)
  await finishInterview(page)
  await press(page, 'Wróć do listy')
  await heading(page, 'Wywiady')
}

/** What the server has: the wishes of the interviews, each as often as it counts. */
export async function wishesOf({ app }: House, surveyId: string): Promise<readonly string[]> {
  const rows = await app.db.prisma.response.findMany({ where: { surveyId } })
  return rows.map(({ answers }) => String((answers as Record<string, unknown>).wish)).sort()
}
