import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compile, type Answers } from '@rozeznanie/core/questionnaire'
import { typeSheet } from '@rozeznanie/core/testing'
import type { SignedIn } from '../server/testing/test-app.ts'
import { isInterview, openGate, type Gate } from './gate.ts'
import { openHouse, type House } from './harness.ts'
import { answerScreens, pick, put, send } from './resident.ts'
import { aSharedTablet, start } from './shared-tablet.ts'
import { beginSheet, typeAll } from './sheets.ts'
import {
  FIELD_FORM,
  filesWith,
  inTheField,
  interview,
  newTablet,
  prepareTablet,
  press,
  signInOnTablet,
  unlock,
  type Fieldwork,
} from './tablet.ts'
import { PHONE, WIDE } from './workspace.ts'

/** Each wish is written by one person, in one way. */
const WISHES = [
  ['CAWI', 'Ławka przed przychodnią'],
  ['KIOSK', 'Autobus w niedzielę'],
  ['KIOSK', 'Chodnik do szkoły'],
  ['PAPI', 'Świetlica dla seniorów'],
  ['CAPI', 'Kanarek pierwszy'],
  ['CAPI', 'Kanarek drugi'],
] as const
const [[, ONLINE], [, FIRST_AT_TABLET], [, SECOND_AT_TABLET], [, ON_PAPER], ...INTERVIEWED] = WISHES
const IN_WORDS = [
  ['przez internet', 1],
  ['na wspólnym tablecie', 2],
  ['na papierze', 1],
  ['z ankieterem', 2],
] as const

/** What a browser sent to be stored. */
interface Posted {
  readonly url: string
  readonly headers: Record<string, string>
  readonly payload: string
}

let house: House
let gate: Gate
let fieldwork: Fieldwork
let organiser: SignedIn
const tablet = newTablet()
const posted: Posted[] = []

beforeAll(async () => {
  house = await openHouse()
  gate = await openGate(house.url)
  await house.app.anAccount({ isAdministrator: true })
  fieldwork = await inTheField(house)
  organiser = await house.app.signInAs('organiser', {
    organisationId: fieldwork.interviewer.organisationId ?? '',
  })
})
afterAll(async () => {
  await tablet.remove()
  await gate.close()
  await house.close()
})

/** Writes down what leaves a page to be stored, so that it can be sent again. */
function overhear(page: Page, person?: SignedIn): void {
  page.on('request', (request: Request) => {
    const payload = request.postData() ?? ''
    const { pathname } = new URL(request.url())
    if (!pathname.endsWith('/responses') && !payload.includes('submitResponse')) return
    const names = ['content-type', 'x-rozeznanie', 'apollo-require-preflight']
    const headers = Object.entries(request.headers()).filter(([name]) => names.includes(name))
    const cookie = person && { cookie: person.cookie }
    posted.push({ url: pathname, payload, headers: { ...Object.fromEntries(headers), ...cookie } })
  })
}

const answers = (wish: string) => [
  ['a?', pick('1')] as const,
  ['Co warto zmienić?', put('Co', wish)] as const,
]

async function byPhone(): Promise<void> {
  const { page, close } = await house.visit(`/a/${fieldwork.survey.code}`, PHONE)
  overhear(page)
  await start(page).click()
  await answerScreens(page, answers(ONLINE))
  await send(page)
  await close()
}

async function atSharedTablet(): Promise<void> {
  const { page, close } = await aSharedTablet(house, fieldwork.survey.code)
  overhear(page)
  for (const wish of [FIRST_AT_TABLET, SECOND_AT_TABLET]) {
    await start(page).click()
    await answerScreens(page, answers(wish))
    await send(page)
    await press(page, 'Zacznij od nowa')
  }
  await start(page).waitFor()
  await close()
}

async function fromPaper(): Promise<void> {
  const address = `/ankiety/${fieldwork.survey.id}/wpisywanie`
  const { page, close } = await house.visit(address, { as: organiser, ...WIDE })
  overhear(page, organiser)
  const setting = { compiled: compile(FIELD_FORM), localities: [], today: '2026-11-22' }
  await beginSheet(page)
  await typeAll(page, [...typeSheet(setting, { a: '1', wish: ON_PAPER }).keys, 'Enter'])
  await page.getByText('Zapisano arkusz 1.').waitFor()
  await close()
}

/** Two interviews without a network; then the battery is flat, and the tablet is started again without one. */
async function inTheVillage(before: Page): Promise<Page> {
  for (const [, wish] of INTERVIEWED) await interview(before, wish)
  await before.getByText('2 wywiady są jeszcze tylko na tym tablecie').waitFor()
  await tablet.kill()
  expect(filesWith(tablet.profile, ['Kanarek'])).toEqual([])
  const { page } = await tablet.start(`${gate.url}/teren/`)
  await unlock(page)
  await page.getByText('2 wywiady są jeszcze tylko na tym tablecie').waitFor()
  return page
}

/** The network is back, at first without replies: what the server has already is sent again. */
async function backInReach(page: Page): Promise<void> {
  overhear(page, fieldwork.interviewer)
  let isHeard = false
  gate.be((request) => {
    isHeard ||= isInterview(request)
    return isInterview(request) ? 'lost-reply' : 'pass'
  })
  await press(page, 'Wyślij teraz')
  await press(page, 'Zaloguj się ponownie')
  await signInOnTablet(page, fieldwork.interviewer)
  await page.getByText(/połączenia/).waitFor()
  expect(isHeard).toBe(true)
  await page.getByText('2 wywiady są jeszcze tylko na tym tablecie').waitFor()
  gate.be(() => 'pass')
  await press(page, 'Wyślij teraz')
  await page.getByText('Wszystkie wywiady są już na serwerze.').waitFor()
}

interface StoredOnce {
  readonly id: string
  readonly mode: string
  readonly answers: Answers
}

const stored = async (): Promise<readonly StoredOnce[]> => {
  const where = { surveyId: fieldwork.survey.id }
  const rows = await house.app.db.prisma.response.findMany({ where, orderBy: { sequence: 'asc' } })
  return rows.map(({ id, mode, answers: kept }) => ({ id, mode, answers: kept as Answers }))
}

interface Told {
  readonly survey: {
    readonly results: {
      readonly responseCount: number
      readonly modeCounts: readonly { readonly mode: string; readonly count: number }[]
    }
    readonly openAnswers: { readonly edges: readonly { readonly node: { readonly text: string } }[] }
  }
}

/** What the results say: how many by each mode, and the wishes, each as often as it counts. */
async function results() {
  const question = `query ($id: ID!) { survey(id: $id) {
    results { responseCount modeCounts { mode count } }
    openAnswers(questionKey: "wish", first: 50) { edges { node { text } } }
  } }`
  const { data } = await house.app.graphql<Told>(question, { id: fieldwork.survey.id }, { as: organiser })
  const { results: told, openAnswers } = data?.survey ?? {}
  return {
    responseCount: told?.responseCount,
    modes: Object.fromEntries(told?.modeCounts.map(({ mode, count }) => [mode, count]) ?? []),
    wishes: openAnswers?.edges.map(({ node }) => node.text).sort(),
  }
}

/** The figures on the page of results: all, and by each mode. */
async function figuresOnPage(): Promise<readonly (readonly [string, string])[]> {
  const address = `/ankiety/${fieldwork.survey.id}/wyniki`
  const { page, close } = await house.visit(address, { as: organiser, ...WIDE })
  const figures = page.locator('.key-figure dd')
  await page.getByText('Filtry').click()
  const found: (readonly [string, string])[] = [['wszystkie', await figures.first().innerText()]]
  await page
    .getByLabel('Licz tylko wybrane osoby, według')
    .selectOption({ label: 'Sposób zebrania odpowiedzi' })
  const modes = page.getByRole('group', { name: 'Sposób zebrania odpowiedzi' })
  for (const [label, count] of IN_WORDS) {
    await modes.getByLabel(label, { exact: true }).check()
    await expect.poll(() => figures.nth(1).innerText(), { timeout: 10_000 }).toBe(String(count))
    found.push([label, await figures.nth(1).innerText()])
    await modes.getByLabel(label, { exact: true }).uncheck()
    await figures.nth(1).waitFor({ state: 'detached' })
  }
  await close()
  return found
}

it('one survey runs in four ways at once, and every answer counts once, as it was given', async () => {
  const { page: before } = await tablet.start(`${gate.url}/teren/`)
  await prepareTablet(before, fieldwork.interviewer)
  gate.be(() => 'dead')

  const [page] = await Promise.all([inTheVillage(before), byPhone(), atSharedTablet(), fromPaper()])
  expect((await results()).modes).toEqual({ CAWI: 1, KIOSK: 2, PAPI: 1 })
  await backInReach(page)

  const rows = await stored()
  const given = rows.map(({ mode, answers: kept }) => `${mode} ${JSON.stringify(kept)}`)
  expect(given.sort()).toEqual(
    WISHES.map(([mode, wish]) => `${mode} ${JSON.stringify({ a: '1', wish })}`).sort(),
  )
  const told = await results()
  expect(told).toEqual({
    responseCount: WISHES.length,
    modes: { CAWI: 1, KIOSK: 2, PAPI: 1, CAPI: 2 },
    wishes: WISHES.map(([, wish]) => wish).sort(),
  })
  expect(await figuresOnPage()).toEqual([
    ['wszystkie', String(WISHES.length)],
    ...IN_WORDS.map(([label, count]) => [label, String(count)]),
  ])

  expect(posted.length).toBeGreaterThan(WISHES.length)
  for (const { url, headers, payload } of posted) {
    const reply = await house.app.app.inject({ method: 'POST', url, headers, payload })
    expect([reply.statusCode, reply.body]).toEqual([200, expect.stringContaining('"receipt":"')])
  }
  expect([await stored(), await results()]).toEqual([rows, told])
})
