import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PASSWORD } from '../prisma/demo/demo-accounts.ts'
import { OWN_QUESTIONNAIRE } from '../prisma/demo/own-questionnaire.ts'
import { prepareInstallation } from '../server/src/installation/prepare-installation.ts'
import { asInstallation } from '../server/src/services.ts'
import { accessibilityFaults, openHouse, sidewaysScroll, type House, type Visit } from './harness.ts'
import { NARROW, PHONE, signInOn, WIDE } from './workspace.ts'

const SIZES = [WIDE, PHONE, NARROW].map(({ viewport }) => viewport)

/** Objects of the example region whose pages are looked at; the account of the organiser belongs to the first centre. */
interface Example {
  readonly openId: string
  readonly openCode: string
  readonly closedId: string
  readonly closedCode: string
  readonly organisationId: string
  /** Of the survey that institutions answer: one form to be checked, and the address of one to be mended. */
  readonly namedId: string
  readonly formId: string
  readonly formToken: string
  readonly noteId: string
}

let house: House
let example: Example
beforeAll(async () => {
  house = await openHouse()
  await prepareInstallation(asInstallation(house.app.services), { demo: true, say: () => undefined })
  example = await findExample()
})
afterAll(() => house.close())

async function findExample(): Promise<Example> {
  const { prisma } = house.app.db
  const organiser = await prisma.membership.findFirstOrThrow({
    where: { account: { email: 'organizator@rozeznanie.example' } },
  })
  const surveys = await prisma.survey.findMany({ where: { organisationId: organiser.organisationId } })
  const named = surveys.find(({ referenceOn }) => referenceOn !== null)
  const open = surveys.find(({ closedAt, referenceOn }) => closedAt === null && referenceOn === null)
  const closed = surveys.find(({ closedAt }) => closedAt !== null)
  const forms = named ? await prisma.institutionForm.findMany({ where: { surveyId: named.id } }) : []
  const toCheck = forms.find(({ status }) => status === 'SUBMITTED')
  const returned = forms.find(({ status }) => status === 'RETURNED')
  if (!open || !closed || !named || !toCheck || !returned) throw new Error('the example is not whole')
  return {
    openId: open.id,
    openCode: open.code,
    closedId: closed.id,
    closedCode: closed.code,
    organisationId: organiser.organisationId,
    namedId: named.id,
    formId: toCheck.id,
    formToken: returned.token,
    noteId: (await prisma.fieldNote.findFirstOrThrow({ where: { quotes: { some: {} } } })).id,
  }
}

const surveyPages = (id: string, parts: readonly string[]) => parts.map((part) => `/ankiety/${id}${part}`)
const SURVEY_PARTS = [
  '',
  '/postep',
  '/wyniki',
  '/analiza',
  '/analiza?pytanie=soc_trust&wedlug=dem_sex',
  '/wskazniki',
  '/odpowiedzi-otwarte',
  '/dane',
  '/wagi',
  '/wagi/nowe',
  '/kodowanie',
  '/raport',
  '/import',
  '/wpisywanie',
  '/materialy',
  '/jakosc',
  '/jakosc/sporne',
  '/jakosc/wpisy',
  '/jakosc/dziennik',
]

/** The pages of each person, those of the menu and those behind them; `nobody` has not signed in. */
const PAGES: Readonly<Record<string, (example: Example) => readonly string[]>> = {
  nobody: ({ openCode, closedCode, formToken }) => [
    '/logowanie',
    `/a/${openCode}`,
    `/a/${openCode}/kiosk`,
    `/a/${closedCode}`,
    `/formularz/${formToken}`,
    '/a/zzzzzzzz',
  ],
  organizator: ({ openId, closedId, organisationId, namedId, formId, noteId }) => [
    '/',
    '/ankiety',
    '/ankiety/nowa',
    ...surveyPages(openId, SURVEY_PARTS),
    ...surveyPages(openId, ['/cele', '/ankieterzy', '/ratunek']),
    ...surveyPages(openId, ['/kody']),
    ...surveyPages(namedId, ['', '/formularze', `/formularze/${formId}`]),
    ...surveyPages(closedId, ['', '/wyniki']),
    '/notatki',
    '/notatki/nowa',
    `/notatki/${noteId}`,
    '/kwestionariusze',
    '/kwestionariusze/RES',
    '/kwestionariusze/RES_MIN/druk',
    '/kwestionariusze/RES_MIN/eksport',
    '/kwestionariusze/import',
    '/kwestionariusze/nowy?z=SEN',
    ...['', '/edycja', '/zmiany', '/historia', '/tlumaczenia?jezyk=uk'].map(
      (part) => `/kwestionariusze/${OWN_QUESTIONNAIRE.key}${part}`,
    ),
    '/gminy',
    '/gminy/260401',
    `/organizacje/${organisationId}`,
    '/region',
    '/nie-ma-takiej-strony',
  ],
  ankieter: ({ openId, noteId }) => [
    '/',
    '/ankiety',
    '/notatki',
    `/notatki/${noteId}`,
    ...surveyPages(openId, ['', '/materialy', '/wpisywanie', '/wyniki']),
    `/kwestionariusze/${OWN_QUESTIONNAIRE.key}`,
  ],
  analityk: ({ closedId }) => ['/', '/region', `/region/${closedId}`, '/ankiety'],
  admin: ({ openId, organisationId }) => [
    '/',
    '/kwestionariusze',
    '/gminy',
    '/gminy/260401',
    '/organizacje',
    `/organizacje/${organisationId}`,
    '/konta',
    `/ankiety/${openId}/wyniki`,
  ],
}

/** Nothing is asked of the server any more and nothing on the page says that it is being fetched. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
  await page.evaluate(() => document.fonts.ready)
}

interface Look {
  readonly title: string
  readonly faults: readonly string[]
}

/** The longest pages have a test of their own that asks axe at every width. */
const isLong = (path: string) => /\/(wyniki|raport)$/.test(path)

/** axe looks at every other page as on a wide screen and at the rest as on the narrowest; `EVERY_SIZE=1`: at both. */
const isForAxe = (size: (typeof SIZES)[number], index: number): boolean =>
  process.env.EVERY_SIZE ? size !== PHONE.viewport : size === (index % 2 === 0 ? WIDE : NARROW).viewport

async function lookAt(page: Page, role: string, path: string, index: number): Promise<Look> {
  const faults: string[] = []
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await page.waitForTimeout(50)
    const wider = await sidewaysScroll(page)
    if (wider > 0) faults.push(`scrolls ${wider} px sideways at ${size.width} px`)
    if (!isForAxe(size, index) || (size === NARROW.viewport && isLong(path))) continue
    for (const fault of await accessibilityFaults(page)) faults.push(`${fault} (at ${size.width} px)`)
  }
  await page.setViewportSize(WIDE.viewport)
  const headings = await page.locator('h1').allInnerTexts()
  if (headings.length !== 1) faults.push(`has ${headings.length} main headings: ${headings.join(', ')}`)
  if (!path.startsWith('/a/zzz') && !(await page.locator('body').innerText()).includes('Dane przykładowe'))
    faults.push('does not say „Dane przykładowe”')
  if ((await page.locator('html').getAttribute('lang')) !== 'pl') faults.push('is not marked as Polish')
  if (process.env.SHOTS) await photograph(page, `${role}${path.replaceAll('/', '_')}`)
  return { title: await page.title(), faults }
}

/** With `SHOTS=<folder>` the pages are kept as pictures, for a person to look at. */
async function photograph(page: Page, name: string): Promise<void> {
  for (const size of [PHONE.viewport, WIDE.viewport]) {
    await page.setViewportSize(size)
    await page.waitForTimeout(150)
    const short = name.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, (id) => id.slice(-4))
    await page.screenshot({ path: `${process.env.SHOTS}/${short}-${size.width}.png`, fullPage: true })
  }
}

function listenTo(page: Page): string[] {
  const failures: string[] = []
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    if (reason !== 'net::ERR_ABORTED') failures.push(`request failed: ${request.url()} ${reason}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) failures.push(`${response.status()} of ${response.url()}`)
  })
  return failures
}

async function enter(role: string): Promise<Visit> {
  const visit = await house.visit('/logowanie', WIDE)
  if (role !== 'nobody') await signInOn(visit.page, `${role}@rozeznanie.example`, DEMO_PASSWORD)
  return visit
}

/** An address without what is chosen on the page. */
const pageOf = (path: string) => path.split('?', 1)[0]

describe.each(Object.keys(PAGES))('the pages of %s', (role) => {
  it('are whole: no fault of the console, of accessibility, of the title or of the width', async () => {
    const { page, complaints, close } = await enter(role)
    const failures = listenTo(page)
    const rows: { page: string; title: string; readyMs: number; lookMs: number; faults: number }[] = []
    const faults: string[] = []
    const titles = new Map<string, string>()
    for (const [index, path] of (PAGES[role]?.(example) ?? []).entries()) {
      const heard = [complaints.length, failures.length] as const
      const began = Date.now()
      await page.goto(`${house.url}${path}`)
      await settled(page)
      const readyMs = Date.now() - began
      const look = await lookAt(page, role, path, index)
      const own = [
        ...look.faults,
        ...expectedFree(path, complaints.slice(heard[0]), failures.slice(heard[1])),
      ]
      const twin = titles.get(look.title)
      const isOther = twin !== undefined && pageOf(twin) !== pageOf(path)
      if (isOther && !isRefusal(role, path)) own.push(`has the title of ${twin}: ${look.title}`)
      titles.set(look.title, path)
      faults.push(...own.map((fault) => `${path}: ${fault}`))
      rows.push({
        page: path,
        title: look.title,
        readyMs,
        lookMs: Date.now() - began - readyMs,
        faults: own.length,
      })
    }
    console.table(rows)
    expect(faults).toEqual([])
    expect(rows.length).toBeGreaterThan(3)
    await close()
  }, 240_000)
})

/** An unknown survey is a 404 that the browser tells the console as well. */
function expectedFree(
  path: string,
  complaints: readonly string[],
  failures: readonly string[],
): readonly string[] {
  if (path !== '/a/zzzzzzzz') return [...complaints, ...failures]
  return [
    ...complaints.filter((text) => !text.includes('404')),
    ...failures.filter((text) => !text.startsWith('404')),
  ]
}

/** Pages that somebody may not see look alike on purpose. */
function isRefusal(role: string, path: string): boolean {
  return role !== 'organizator' && role !== 'nobody' && path.startsWith('/ankiety')
}
