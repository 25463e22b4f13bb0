import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { readRescueFile } from '@rozeznanie/core/terrain'
import { openGate, type Gate } from './gate.ts'
import { openHouse, type House, type VisitOptions } from './harness.ts'
import { PIN, beginInterview, inTheField, interview, writeWish } from './tablet.ts'

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

const DAY = 86_400_000
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const pinField = (page: Page) => page.getByLabel('PIN albo hasło z kilku słów')

async function preparedTablet(options: VisitOptions = {}, clock?: Date) {
  gate.be(() => 'pass')
  const fieldwork = await inTheField(house)
  const { page, close } = await house.visit('/healthz', { as: fieldwork.interviewer, ...options })
  page.setDefaultTimeout(30_000)
  if (clock) await page.clock.install({ time: clock })
  await page.goto(`${gate.url}/teren/`)
  await page.getByLabel('Nowy PIN', { exact: true }).fill(PIN)
  await page.getByLabel('Nowy PIN jeszcze raz').fill(PIN)
  await press(page, 'Zapisz PIN i otwórz')
  await page.getByRole('heading', { level: 1, name: 'Wywiady' }).waitFor()
  return { page, close, fieldwork }
}

it('wrong PINs take longer and longer; a lost PIN costs no finished interview', async () => {
  const { page, close } = await preparedTablet({ acceptDownloads: true }, new Date())
  gate.be(() => 'dead')
  await interview(page, 'zostaje')
  await press(page, 'Zablokuj')
  const waits: number[] = []
  for (let tries = 1; tries <= 10; tries += 1) {
    await pinField(page).fill(`00000${tries % 10}`)
    await press(page, 'Otwórz')
    await sees(page, 'Ten PIN jest zły.')
    const told = page.getByText(/Następna próba za/)
    const seconds = (await told.count()) > 0 ? Number(/za (\d+)/.exec(await told.innerText())?.[1]) : 0
    waits.push(seconds)
    await page.clock.fastForward((seconds + 1) * 1000)
  }
  console.log(`sekundy po złych PIN-ach: ${waits.join(', ')}`)
  expect(waits.slice(0, 2)).toEqual([0, 0])
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(waits[9]).toBeGreaterThanOrEqual(595)

  await press(page, 'Nie pamiętam PIN-u')
  await sees(page, '1 zakończony wywiad jest zapieczętowany')
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Zapisz plik ratunkowy')])
  const text = readFileSync(await file.path(), 'utf8')
  expect(readRescueFile(text).interviews).toHaveLength(1)
  expect(text).not.toContain('zostaje')
  await page.getByRole('checkbox').check()
  gate.be(() => 'pass')
  await press(page, 'Usuń dane i zacznij od nowa')
  await page.getByRole('heading', { name: 'Przygotowanie tabletu' }).waitFor()
  await close()
})

it('a clock that is wrong by ten years changes no order and loses nothing', async () => {
  const { page, close, fieldwork } = await preparedTablet({}, new Date())
  gate.be(() => 'dead')
  const now = Date.now()
  for (const [index, years] of [0, 10, -10].entries()) {
    await page.clock.setSystemTime(new Date(now + years * 365 * DAY))
    await interview(page, `zegar ${index}`)
  }
  gate.be(() => 'pass')
  await press(page, 'Wyślij teraz')
  await sees(page, 'Wszystkie wywiady są już na serwerze.')
  await sees(page, 'Zegar tabletu jest źle ustawiony')
  const stored = await house.app.db.prisma.response.findMany({
    where: { surveyId: fieldwork.survey.id },
    orderBy: { sequence: 'asc' },
  })
  expect(stored.map(({ answers }) => (answers as { wish: string }).wish)).toEqual([
    'zegar 0',
    'zegar 1',
    'zegar 2',
  ])
  await close()
})

it('five and seven days without sending are told, and storage that is promised by nobody', async () => {
  const { page, close } = await preparedTablet({}, new Date())
  await sees(page, 'Przeglądarka nie obiecała')
  gate.be(() => 'dead')
  await interview(page, 'czeka')
  expect(await page.getByText(/wywiady, których nikt inny nie ma/).count()).toBe(0)
  for (const [days, words] of [
    [5, 'Od 5 dni'],
    [7, 'Od 7 dni'],
  ] as const) {
    await page.clock.setSystemTime(new Date(Date.now() + days * DAY + 60_000))
    await page.clock.runFor(61_000)
    await sees(page, words)
    await press(page, 'Zablokuj').catch(() => undefined)
    await pinField(page).fill(PIN)
    await press(page, 'Otwórz')
    await sees(page, words)
  }
  await sees(page, 'jeszcze dziś')
  await page.context().setOffline(true)
  await press(page, 'Rozpocznij wywiad')
  await sees(page, 'Dlatego wywiady można prowadzić tylko z połączeniem')
  await page.context().setOffline(false)
  await close()
})

it('an iPad that has not installed the app does no work offline, and says how to', async () => {
  const userAgent =
    'Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Safari/604.1'
  const { page, close } = await preparedTablet({ userAgent })
  await sees(page, 'Do ekranu początkowego')
  await page.context().setOffline(true)
  await press(page, 'Rozpocznij wywiad')
  await sees(page, 'Do ekranu początkowego')
  expect(await page.getByRole('button', { name: 'Rozpocznij wywiad' }).count()).toBe(0)
  await close()
})

async function heapHolds(page: Page, text: string): Promise<boolean> {
  const session = await page.context().newCDPSession(page)
  let heap = ''
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => (heap += chunk))
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return heap.includes(text)
}

it('after locking, neither an answer nor the PIN is left in memory, nor behind the way back', async () => {
  const { page, close } = await preparedTablet()
  await beginInterview(page)
  await writeWish(page, 'KanarekWPamieci')
  await sees(page, 'Zapisano na tablecie')
  expect(await heapHolds(page, 'KanarekWPamieci')).toBe(true)
  await press(page, 'Przerwij i wróć później')
  await press(page, 'Zablokuj')
  await page.getByRole('heading', { name: 'Proszę podać PIN' }).waitFor()
  expect(await heapHolds(page, 'KanarekWPamieci')).toBe(false)
  expect(await heapHolds(page, PIN)).toBe(false)
  await page.goBack().catch(() => undefined)
  await page.getByRole('heading', { name: 'Proszę podać PIN' }).waitFor()
  expect(await page.content()).not.toContain('KanarekWPamieci')
  await close()
})
