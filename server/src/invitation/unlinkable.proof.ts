import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCodedSurvey } from '../../testing/code-devices.ts'
import { answerAll, linkingAttacks } from '../../testing/linking-attacks.ts'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const PAIRS = 1_000
const CHANCE = 1 / PAIRS

let test: TestApp
let organiser: SignedIn
let now = new Date('2026-11-22T10:00:00Z')
beforeAll(async () => {
  test = await createTestApp({ now: () => now, trustedProxyCount: 1, submissionsPerMinute: 100_000 })
  organiser = await test.signInAs('organiser')
})
afterAll(() => test.close())

const best = (found: Readonly<Record<string, number>>) =>
  Object.entries(found).toSorted(([, one], [, other]) => other - one)[0] ?? ['', 1]

it('no attack with only the database links a code with its response better than chance and one in a hundred', async () => {
  const survey = await aCodedSurvey(test, organiser, PAIRS)
  const pairs = await answerAll(test, survey)

  const during = await linkingAttacks(test, survey.id, pairs)
  now = new Date('2100-02-01T10:00:00Z')
  await test.services.responses.reorderEnded(now)
  const after = await linkingAttacks(test, survey.id, pairs)

  const count = Object.keys(during).length
  console.info(`${PAIRS} pairs, ${count} attacks; best while it runs: ${best(during)}, after: ${best(after)}`)
  expect(best(during)[1]).toBeLessThanOrEqual(CHANCE + 0.01)
  expect(best(after)[1]).toBeLessThanOrEqual(CHANCE + 0.01)
})
