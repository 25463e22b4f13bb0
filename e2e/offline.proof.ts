import { afterAll, beforeAll, expect, it } from 'vitest'
import { openGate, type Gate } from './gate.ts'
import { openHouse, type House } from './harness.ts'
import { killAtRandom } from './offline-kills.ts'
import { filesWith, inTheField, interview, newTablet, prepareTablet, unlock, wishesOf } from './tablet.ts'

const KILLS = Number(process.env.KILLS ?? 100)

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

it('fifty interviews without a network, a dead battery, and each arrives once; nothing of them is ever in clear text', async () => {
  const { interviewer, survey } = await inTheField(house)
  const tablet = newTablet()
  let { page } = await tablet.start(`${gate.url}/teren/`)
  await prepareTablet(page, interviewer)
  gate.be(() => 'dead')
  const wishes = Array.from({ length: 50 }, (_, index) => `Kanarek ${index + 1}`)
  for (const wish of wishes) await interview(page, wish)
  await page.getByText('50 wywiadów jest jeszcze tylko na tym tablecie').waitFor()
  await tablet.kill()
  const readable = filesWith(tablet.profile, ['Kanarek', 'Wola Jachowa'])

  const again = await tablet.start(`${gate.url}/teren/`)
  page = again.page
  const [name = '', value = ''] = interviewer.cookie.split('=')
  await again.context.addCookies([{ name, value, url: gate.url }])
  await unlock(page)
  gate.be(() => 'pass')
  const began = Date.now()
  await page.getByRole('button', { name: 'Wyślij teraz' }).click()
  await page.getByText('Wszystkie wywiady są już na serwerze.').waitFor({ timeout: 120_000 })
  const seconds = (Date.now() - began) / 1000

  const stored = await wishesOf(house, survey.id)
  console.log(
    `wywiady: 50, na serwerze: ${stored.length}, wysyłanie: ${seconds.toFixed(1)} s, pliki z treścią: ${readable.length}`,
  )
  expect(stored).toEqual([...wishes].sort())
  expect(readable).toEqual([])
  await tablet.kill()
  expect(filesWith(tablet.profile, ['Kanarek', 'Wola Jachowa'])).toEqual([])
  await tablet.remove()
})

it(`${KILLS} deaths of the battery at random moments lose nothing that was confirmed, and double nothing`, async () => {
  const fieldwork = await inTheField(house)
  const tablet = newTablet()
  const { page } = await tablet.start(`${gate.url}/teren/`)
  await prepareTablet(page, fieldwork.interviewer)

  const report = await killAtRandom(KILLS, { house, gate }, tablet, fieldwork)

  console.log(JSON.stringify(report))
  expect(report.lost).toEqual([])
  expect(report.doubled).toEqual([])
  expect(report.confirmed).toBeGreaterThanOrEqual(KILLS / 2)
  await tablet.remove()
})
