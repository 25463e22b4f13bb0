import { afterAll, beforeAll, expect, it } from 'vitest'
import { accessibilityFaults, openHouse, type House } from './harness.ts'
import { openGate, type Gate } from './gate.ts'
import { killAtRandom } from './offline-kills.ts'
import {
  filesWith,
  inTheField,
  interview,
  newTablet,
  prepareTablet,
  signInOnTablet,
  unlock,
  wishesOf,
} from './tablet.ts'

let house: House
let gate: Gate
const tablet = newTablet()
beforeAll(async () => {
  house = await openHouse()
  gate = await openGate(house.url)
})
afterAll(async () => {
  await tablet.remove()
  await gate.close()
  await house.close()
})

it('an interviewer works without a network, the battery dies, and every interview arrives once', async () => {
  const { interviewer, survey } = await inTheField(house)
  const wishes = ['Kanarek pierwszy', 'Kanarek drugi']
  let { page } = await tablet.start(`${gate.url}/teren/`)
  await prepareTablet(page, interviewer)
  expect(await accessibilityFaults(page)).toEqual([])

  gate.be(() => 'dead')
  for (const wish of wishes) await interview(page, wish)
  await page.getByText('2 wywiady są jeszcze tylko na tym tablecie').waitFor()
  await tablet.kill()
  expect(filesWith(tablet.profile, ['Kanarek'])).toEqual([])

  ;({ page } = await tablet.start(`${gate.url}/teren/`))
  await unlock(page)
  await page.getByText('2 wywiady są jeszcze tylko na tym tablecie').waitFor()
  gate.be(() => 'pass')
  await page.getByRole('button', { name: 'Wyślij teraz' }).click()
  await page.getByRole('button', { name: 'Zaloguj się ponownie' }).click()
  await signInOnTablet(page, interviewer)
  await page.getByText('Wszystkie wywiady są już na serwerze.').waitFor()

  expect(await wishesOf(house, survey.id)).toEqual([...wishes].sort())
})

it('five dead batteries at random moments lose nothing that was confirmed, and double nothing', async () => {
  const fieldwork = await inTheField(house)
  const other = newTablet()
  const { page } = await other.start(`${gate.url}/teren/`)
  await prepareTablet(page, fieldwork.interviewer)

  const report = await killAtRandom(5, house, gate, other, fieldwork, 1500)

  expect(report).toMatchObject({ kills: 5, lost: [], doubled: [] })
  await other.remove()
})
