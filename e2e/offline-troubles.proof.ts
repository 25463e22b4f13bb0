import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { readRescueFile } from '@rozeznanie/core/terrain'
import { isInterview, openGate, type Gate, type Mischief } from './gate.ts'
import { openHouse, type House } from './harness.ts'
import { PIN, beginInterview, finishInterview, inTheField, interview, wishesOf, writeWish } from './tablet.ts'

let house: House
let gate: Gate
beforeAll(async () => {
  house = await openHouse()
  gate = await openGate(house.url)
})
afterAll(async () => {
  await gate.close()
  await house.close()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const home = (page: Page) => page.getByRole('heading', { level: 1, name: 'Wywiady' }).waitFor()
const dead = () => 'dead' as const
const pass = () => 'pass' as const

/** A tablet whose interviewer is signed in and has chosen a PIN. */
async function tabletOf(
  fieldwork: Awaited<ReturnType<typeof inTheField>>,
  before?: (page: Page) => Promise<void>,
) {
  gate.be(pass)
  const { page, close } = await house.visit('/healthz', { as: fieldwork.interviewer, acceptDownloads: true })
  page.setDefaultTimeout(30_000)
  await before?.(page)
  await page.goto(`${gate.url}/teren/`)
  await page.getByLabel('Nowy PIN', { exact: true }).fill(PIN)
  await page.getByLabel('Nowy PIN jeszcze raz').fill(PIN)
  await press(page, 'Zapisz PIN i otwórz')
  await home(page)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  return { page, close }
}

async function unlock(page: Page, pin = PIN): Promise<void> {
  await page.getByLabel('PIN albo hasło z kilku słów').fill(pin)
  await press(page, 'Otwórz')
}

const json = (status: number, body: object): Mischief => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

const PASSING: readonly (readonly [string, Mischief, RegExp])[] = [
  [
    'a page of the network',
    { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>WiFi</h1>' },
    /nie przepuszcza/,
  ],
  [
    'a redirect',
    { status: 302, headers: { location: 'http://127.0.0.1:9/login' }, body: '' },
    /nie przepuszcza/,
  ],
  ['a session that is over', json(401, { code: 'UNAUTHENTICATED', message: 'x' }), /zalogować się ponownie/],
  ['too many requests', json(429, { code: 'TOO_MANY_TRIES', message: 'x' }), /zajęty/],
  ['a fault of the server', json(500, { code: 'DEFECT', message: 'x' }), /nie potwierdził/],
  [
    'half a reply',
    { status: 201, headers: { 'content-type': 'application/json' }, body: '{"rece', isCut: true },
    /połączenia|nie potwierdził/,
  ],
  ['a success without a receipt', json(201, { ok: true }), /nie potwierdził/],
  ['nobody', 'dead', /połączenia/],
  ['a lost reply', 'lost-reply', /połączenia/],
]

it('no reply but a receipt removes an interview, and each is told in plain words', async () => {
  const fieldwork = await inTheField(house)
  const { page, close } = await tabletOf(fieldwork)
  gate.be(dead)
  await interview(page, 'jedyne')
  for (const [name, mischief, words] of PASSING) {
    gate.be((request) => (isInterview(request) ? mischief : 'pass'))
    await press(page, 'Wyślij teraz')
    await sees(page, words).catch(() => expect.fail(`${name}: ${String(words)}`))
    await sees(page, '1 wywiad jest jeszcze tylko na tym tablecie')
  }
  gate.be(pass)
  await press(page, 'Wyślij teraz')
  await sees(page, 'Wszystkie wywiady są już na serwerze.')
  expect(await wishesOf(house, fieldwork.survey.id)).toEqual(['jedyne'])
  await close()
})

it('what the server refuses is kept and explained, and comes to the organiser in a sealed file', async () => {
  const fieldwork = await inTheField(house)
  const { page, close } = await tabletOf(fieldwork)
  const refusals = [
    [409, 'CONFLICT', /innymi odpowiedziami/],
    [410, 'SURVEY_NOT_OPEN', /nie przyjmuje już odpowiedzi/],
    [422, 'ANSWERS_REFUSED', /nie przyjął odpowiedzi/],
    [403, 'NOT_ASSIGNED', /nie jest już przydzielona/],
    [413, 'HTTP_413', /za duży/],
    [404, 'SURVEY_UNKNOWN', /nie zna tej ankiety/],
  ] as const
  for (const [status, code] of refusals) {
    gate.be((request) =>
      isInterview(request) ? json(status, { code, message: `Zdanie ${status}.` }) : 'pass',
    )
    await interview(page, `odmowa ${status}`)
    await sees(page, 'Wyślij teraz')
    await page.waitForTimeout(500)
  }
  await press(page, 'Lista wysłanych i czekających')
  for (const [status, , words] of refusals) {
    await sees(page, words)
    await sees(page, new RegExp(`Zdanie ${status}`))
  }
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Zapisz plik ratunkowy')])
  const text = readFileSync(await file.path(), 'utf8')
  expect(text).not.toContain('odmowa')
  expect(readRescueFile(text).interviews).toHaveLength(refusals.length)
  const organiser = await house.app.signInAs('organiser', {
    organisationId: fieldwork.interviewer.organisationId ?? '',
  })
  const parts = [
    '--border',
    'content-disposition: form-data; name="file"; filename="r.json"',
    '',
    text,
    '--border--',
    '',
  ]
  const taken = await house.app.app.inject({
    method: 'POST',
    url: `/upload/surveys/${fieldwork.survey.id}/rescue`,
    payload: parts.join('\r\n'),
    headers: {
      cookie: organiser.cookie,
      'x-rozeznanie': '1',
      'content-type': 'multipart/form-data; boundary=border',
    },
  })
  expect(taken.json<{ results: { outcome: string }[] }>().results.map(({ outcome }) => outcome)).toEqual(
    refusals.map(() => 'stored'),
  )
  // What came by the file and then by the network counts once.
  gate.be(pass)
  for (let left = refusals.length; left > 0; left -= 1) {
    await press(page, 'Spróbuj wysłać ponownie')
    await sees(page, new RegExp(`Na serwerze: ${refusals.length - left + 1} `))
  }
  expect(await wishesOf(house, fieldwork.survey.id)).toHaveLength(refusals.length)
  await close()
})

it('two tabs and two tablets of one interviewer send each interview once', async () => {
  const fieldwork = await inTheField(house)
  const one = await tabletOf(fieldwork)
  const other = await tabletOf(fieldwork)
  gate.be(dead)
  for (let index = 0; index < 6; index += 1) await interview(one.page, `pierwszy ${index}`)
  for (let index = 0; index < 3; index += 1) await interview(other.page, `drugi ${index}`)
  const tab = await one.page.context().newPage()
  await tab.goto(`${gate.url}/teren/`)
  await unlock(tab)
  await home(tab)
  let interviews = 0
  gate.be((request) => {
    if (isInterview(request)) interviews += 1
    return 'pass'
  })
  await Promise.all([one.page, tab, other.page].map((page) => press(page, 'Wyślij teraz')))
  for (const page of [one.page, tab, other.page]) await sees(page, 'Wszystkie wywiady są już na serwerze.')
  expect(await wishesOf(house, fieldwork.survey.id)).toHaveLength(9)
  expect(interviews).toBe(9)
  await one.close()
  await other.close()
})

it('a full tablet says so before a question is answered, and loses nothing', async () => {
  const { page, close } = await tabletOf(await inTheField(house))
  await beginInterview(page)
  await sees(page, 'Zapisano na tablecie')
  // As a full disk does it: what is put into the storage is refused.
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await page.getByLabel('2', { exact: true }).check()
  await sees(page, 'Ostatnia odpowiedź nie jest zapisana')
  await press(page, 'Przerwij i wróć później')
  await press(page, 'Rozpocznij wywiad')
  await page.getByRole('heading', { name: 'Nowy wywiad' }).waitFor()
  await press(page, 'Rozpocznij wywiad')
  await sees(page, 'Nowego wywiadu nie można rozpocząć')
  await page.reload()
  await unlock(page)
  await press(page, 'Wróć do wywiadu')
  expect(await page.getByLabel('1', { exact: true }).isChecked()).toBe(true)
  await close()
})

it('a new version of the app waits for the end of the interview; what waits is sent by it', async () => {
  const fieldwork = await inTheField(house)
  const { page, close } = await tabletOf(fieldwork)
  gate.be(dead)
  for (let index = 0; index < 20; index += 1) await interview(page, `czeka ${index}`)
  const worker = await (await fetch(`${house.url}/teren/sw.js`)).text()
  const newer = worker.replace(/VERSION="\w+"/, 'VERSION="nowsza"')
  const headers = { 'content-type': 'text/javascript' }
  gate.be(({ url = '' }) =>
    url === '/teren/sw.js' ? { status: 200, headers, body: newer } : isAppFile(url) ? 'pass' : 'dead',
  )
  await beginInterview(page)
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
  await sees(page, 'zainstaluje się po zakończeniu wywiadu')
  await writeWish(page, 'czeka 20')
  await finishInterview(page)
  await press(page, 'Wróć do listy')
  await press(page, 'Zainstaluj teraz')
  await page.getByRole('heading', { name: 'Proszę podać PIN' }).waitFor()
  expect(await page.evaluate(() => caches.keys())).toEqual(['rozeznanie-teren-nowsza'])
  gate.be(pass)
  await unlock(page)
  await sees(page, 'Wszystkie wywiady są już na serwerze.')
  expect(await wishesOf(house, fieldwork.survey.id)).toHaveLength(21)
  await close()
})
const isAppFile = (url: string) => url === '/teren/' || /^\/teren\/(assets|icons|manifest)/.test(url)
