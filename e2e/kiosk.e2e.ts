import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aQuestionnaire, yesNo } from '@rozeznanie/core/testing'
import { accessibilityFaults, openHouse, sidewaysScroll, type House } from './harness.ts'
import { aSharedTablet, start } from './shared-tablet.ts'

const QUESTIONS = aQuestionnaire([
  yesNo('needs_help'),
  { type: 'TEXT_LONG', key: 'wishes', text: 'Czego brakuje?' },
])
/** Made of parts, so that nothing but an answer holds it whole. */
const canary = (number: number) => ['kanarek', 'odpowiedzi', number * 7919].join('-')

let house: House
let questionnaireVersionId: string
let organisationId: string
beforeAll(async () => {
  house = await openHouse()
  organisationId = await house.app.anOrganisation({ name: 'CUS w Busku-Zdroju' })
  questionnaireVersionId = await house.app.aQuestionnaireVersion(QUESTIONS)
})
afterAll(() => house.close())

const aSurvey = () =>
  house.app.aSurvey({ organisationId, questionnaireVersionId, title: 'Ankieta mieszkańca' })
const stored = (surveyId: string) => house.app.db.prisma.response.findMany({ where: { surveyId } })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

const aTablet = (code: string, change?: object) => aSharedTablet(house, code, change)

async function answer(page: Page, words: string): Promise<void> {
  await start(page).click()
  await page.getByLabel('Tak', { exact: true }).check()
  await press(page, 'Dalej')
  await page.getByLabel('Czego brakuje?').fill(words)
}

/** The whole of what the browser keeps for this address, as text. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const all: unknown[] = [
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      history.state,
      location.href,
    ]
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
      })
      for (const store of database.objectStoreNames) {
        all.push(
          await new Promise((resolve) => {
            const request = database.transaction(store).objectStore(store).getAll()
            request.onsuccess = () => resolve(request.result)
          }),
        )
      }
      database.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        all.push(request.url, await (await cache.match(request))?.text())
      }
    }
    all.push((await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope))
    return JSON.stringify(all)
  })

/** Everything that is written on the page, the fields and what is hidden included. */
const written = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input, textarea, select')].map(
        (field) => (field as HTMLInputElement).value,
      ),
    ].join('\n'),
  )

/** All that the heap of the page holds after it was swept. */
async function heap(session: CDPSession): Promise<string> {
  const parts: string[] = []
  const take = ({ chunk }: { readonly chunk: string }) => void parts.push(chunk)
  session.on('HeapProfiler.addHeapSnapshotChunk', take)
  await session.send('HeapProfiler.enable')
  for (let sweeps = 0; sweeps < 3; sweeps += 1) await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  session.off('HeapProfiler.addHeapSnapshotChunk', take)
  return parts.join('')
}

describe('a shared tablet', () => {
  it('shows the next person nothing of the one before, in ten ways tried', async () => {
    const { id, code } = await aSurvey()
    const { page, complaints, faults, close } = await aTablet(code)
    const session = await page.context().newCDPSession(page)
    const first = canary(1)
    const entries = await page.evaluate(() => history.length)
    await answer(page, first)
    // The search itself finds what is there.
    expect(await heap(session)).toContain(first)
    expect(await written(page)).toContain(first)
    expect(await kept(page)).not.toContain(first)
    await press(page, 'Dalej')
    await press(page, 'Wyślij odpowiedzi')
    await page.getByText('Numer potwierdzenia').waitFor()
    faults.push(...(await accessibilityFaults(page)))
    await press(page, 'Zacznij od nowa')
    await start(page).waitFor()

    const found: string[] = []
    const look = async (way: string) => {
      await start(page).waitFor({ timeout: 15_000 })
      if ((await written(page)).includes(first)) found.push(way)
    }
    await look('screen')
    // The document before is swept away a moment after the new one has come.
    const isInHeap = async () => (await heap(session)).includes(first)
    await expect.poll(isInHeap, { timeout: 15_000, interval: 500 }).toBe(false)
    if ((await kept(page)).includes(first)) found.push('storage, databases, caches, workers')
    // Back, before anybody touched the screen, would leave the tablet's page; after it nothing does.
    await page.locator('h1').click()
    await page.goBack().catch(() => null)
    await look('back')
    await page.goForward().catch(() => null)
    await look('forward')
    await page.reload()
    await look('reload')
    await page.goto('about:blank')
    await page.goBack()
    await look('back-forward cache')
    expect(await page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1)
    const { entries: steps } = await session.send('Page.getNavigationHistory')
    if (steps.some(({ url, title }) => `${url} ${title}`.includes('pytanie') || url.includes('#')))
      found.push('history')
    const source = await page.request.get(page.url())
    expect(source.headers()['cache-control']).toBe('no-store')
    if ((await source.text()).includes(first)) found.push('source')
    const copy = await page.context().newPage()
    await copy.goto(page.url())
    if ((await written(copy)).includes(first)) found.push('another tab')
    await copy.close()
    await start(page).click()
    await page.getByLabel('Tak', { exact: true }).waitFor()
    expect(await page.locator('.question input:checked').count()).toBe(0)
    await page.getByLabel('Nie', { exact: true }).check()
    await press(page, 'Dalej')
    const field = page.getByLabel('Czego brakuje?')
    expect([await field.inputValue(), await field.getAttribute('autocomplete')]).toEqual(['', 'off'])
    await field.press('ArrowDown')
    if ((await written(page)).includes(first)) found.push('autofill')

    expect(found).toEqual([])
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(entries + 3)
    expect((await stored(id)).map(({ mode, answers }) => [mode, answers])).toEqual([
      ['KIOSK', { needs_help: 'yes', wishes: first }],
    ])
    expect([faults, complaints, await sidewaysScroll(page)]).toEqual([[], [], 0])
    await close()
  })

  it('asks whether anybody is there, lets them stay, and otherwise forgets without sending', async () => {
    const { id, code } = await aSurvey()
    const { page, close } = await aTablet(code, { patience: { idle: 1, question: 60, thanks: 1 } })
    const words = canary(2)
    await answer(page, words)
    await page.getByRole('heading', { name: 'Czy ktoś jeszcze wypełnia?' }).waitFor()
    expect(await page.getByLabel('Czego brakuje?').isVisible()).toBe(false)
    const faults = await accessibilityFaults(page)
    await press(page, 'Tak, wypełniam dalej')
    expect(await page.getByLabel('Czego brakuje?').inputValue()).toBe(words)
    await page.evaluate(() => {
      const kept = JSON.parse(sessionStorage.getItem('rozeznanie:tablet') ?? '{}') as object
      const patience = { idle: 3, question: 1, thanks: 1 }
      sessionStorage.setItem('rozeznanie:tablet', JSON.stringify({ ...kept, patience }))
    })
    await page.getByRole('heading', { name: 'Czy ktoś jeszcze wypełnia?' }).waitFor()
    await press(page, 'Zacznij od nowa')
    await start(page).click()

    await start(page).waitFor({ timeout: 15_000 })

    expect(await written(page)).not.toContain(words)
    expect([await stored(id), faults]).toEqual([[], []])
    await close()
  })

  it('keeps what was finished without a network, sealed even from itself, and sends it once', async () => {
    const { id, code } = await aSurvey()
    const { page, close } = await aTablet(code, { patience: { idle: 60, question: 20, thanks: 1 } })
    const words = canary(3)
    await answer(page, words)
    await page.context().setOffline(true)
    await press(page, 'Dalej')
    await press(page, 'Wyślij odpowiedzi')
    await page.getByText('Odpowiedzi czekają na sieć').waitFor({ timeout: 8_000 })
    await page.getByText('Czeka na sieć: 1 ankieta').waitFor({ timeout: 8_000 })
    await page.getByRole('heading', { name: 'Tablet czeka na internet' }).waitFor({ timeout: 8_000 })
    const text = `${await kept(page)} ${await written(page)}`
    expect(text).toContain('wrappedKey')
    expect(text).not.toContain(words)

    await page.context().setOffline(false)
    await start(page).waitFor({ timeout: 15_000 })

    await expect
      .poll(async () => (await stored(id)).map(({ mode, answers }) => [mode, answers]))
      .toEqual([['KIOSK', { needs_help: 'yes', wishes: words }]])
    await expect.poll(() => kept(page)).not.toContain('wrappedKey')
    await close()
  })

  it('is left only with the PIN of the attendant, who also starts each form where it is so', async () => {
    const { code } = await aSurvey()
    const { page, close } = await aTablet(code)
    await page.evaluate(() => {
      const settings = JSON.parse(sessionStorage.getItem('rozeznanie:tablet') ?? '{}') as object
      sessionStorage.setItem('rozeznanie:tablet', JSON.stringify({ ...settings, isAttended: true }))
    })
    await page.reload()
    await page.getByRole('heading', { name: 'Ankietę rozpoczyna obsługa' }).waitFor()
    expect(await start(page).isVisible()).toBe(false)
    await page.getByLabel('Kod PIN obsługi').fill('2580')
    await press(page, 'Rozpocznij ankietę')
    await answer(page, canary(4))
    await press(page, 'Dla obsługi')
    await page.getByLabel('Kod PIN obsługi').fill('1111')
    await press(page, 'Dalej')
    await page.getByText('To nie jest właściwy kod PIN.').waitFor()
    expect(await page.getByText('Czego brakuje?').isVisible()).toBe(false)
    await page.getByLabel('Kod PIN obsługi').fill('2580')
    await press(page, 'Dalej')
    const faults = await accessibilityFaults(page)
    await press(page, 'Zakończ pracę tabletu')
    await page.waitForURL(`${house.url}/a/${code}`)

    expect([await page.evaluate(() => sessionStorage.length), faults]).toEqual([0, []])
    await close()
  })
})
