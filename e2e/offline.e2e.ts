import { afterAll, beforeAll, expect, it } from 'vitest'
import { accessibilityFaults, openHouse, type House } from './harness.ts'
import { openGate, type Gate } from './gate.ts'
import { killAtRandom } from './offline-kills.ts'
import { inTheField, newTablet, prepareTablet } from './tablet.ts'

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

it('five dead batteries at random moments lose nothing that was confirmed, and double nothing', async () => {
  const fieldwork = await inTheField(house)
  const tablet = newTablet()
  const { page } = await tablet.start(`${gate.url}/teren/`)
  await prepareTablet(page, fieldwork.interviewer)
  expect(await accessibilityFaults(page)).toEqual([])

  const report = await killAtRandom(5, { house, gate }, tablet, fieldwork, 1500)

  expect(report).toMatchObject({ kills: 5, lost: [], doubled: [] })
  await tablet.remove()
})
