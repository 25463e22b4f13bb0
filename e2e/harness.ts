import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Frame, type Page } from 'playwright-core'
import { createTestApp, type SignedIn, type TestApp } from '../server/testing/test-app.ts'
import { prepareChromium } from '../tools/chromium.mjs'

const WEB = fileURLToPath(new URL('../web/dist', import.meta.url))
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The whole product in one process: the built web, the server, a database of its own, and a browser. */
export interface House {
  readonly url: string
  readonly app: TestApp
  /** A page in a browser of its own; every message of its console is kept, so that a test can ask for silence. */
  visit(address: string, options?: VisitOptions): Promise<Visit>
  close(): Promise<void>
}

export interface VisitOptions extends BrowserContextOptions {
  /** Whose session the browser has; nobody's when absent. */
  readonly as?: SignedIn
}

export interface Visit {
  readonly page: Page
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** Starts the house; the web must have been built. */
export async function openHouse(): Promise<House> {
  if (!existsSync(`${WEB}/answer/index.html`))
    throw new Error('web/dist is missing: run `npm run build` first')
  const app = await createTestApp({ webFolder: WEB, submissionsPerMinute: 1000 })
  await app.app.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`
  const browser = await startBrowser()
  return {
    url,
    app,
    visit: (address, options) => visit(browser, `${url}${address}`, options),
    close: async () => {
      await browser.close()
      await app.close()
    },
  }
}

async function startBrowser(): Promise<Browser> {
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ]
  return chromium.launch({
    executablePath: await prepareChromium(),
    args: ['--no-sandbox', '--disable-gpu', ...quiet],
    // Without a locale of UTF-8 Chromium cannot name a downloaded file in Polish.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
}

async function visit(browser: Browser, address: string, wishes: VisitOptions = {}): Promise<Visit> {
  const { as, ...options } = wishes
  const context = await browser.newContext({ locale: 'pl-PL', timezoneId: 'Europe/Warsaw', ...options })
  if (as) {
    const [name = '', value = ''] = as.cookie.split('=')
    await context.addCookies([{ name, value, url: new URL('/', address).href }])
  }
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(address)
  return { page, complaints, close: () => context.close() }
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

/** Violations of WCAG 2.x A and AA that axe finds, each as one line; empty when there are none. */
export async function accessibilityFaults(page: Page | Frame): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const { violations } = await page.evaluate<AxeResult, readonly string[]>(
    (rules) =>
      (window as unknown as { axe: { run(where: Document, how: object): Promise<AxeResult> } }).axe.run(
        document,
        {
          runOnly: rules,
          resultTypes: ['violations'],
        },
      ),
    RULES,
  )
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
}

/** How many pixels the page is wider than the window: 0 when nothing scrolls sideways. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Two frames later: what follows from a new size of the window has been drawn. */
async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** What axe finds, and whether the page scrolls sideways, in a window of each size: cheaper than a page for each. */
export async function faultsAtEverySize(page: Page, sizes: readonly Size[]): Promise<readonly string[]> {
  const faults: string[] = []
  for (const size of sizes) {
    await page.setViewportSize(size)
    await nextFrames(page)
    const wider = await sidewaysScroll(page)
    if (wider > 0) faults.push(`${wider} px wider than the window of ${size.width} px`)
    faults.push(...(await accessibilityFaults(page)).map((fault) => `at ${size.width} px: ${fault}`))
  }
  return faults
}
