import { expect, it } from 'vitest'
import { aQuestionnaire, single } from '@rozeznanie/core/testing'
import { seeEveryState } from './answer-states.ts'
import { faultsIn, VARIANTS } from './answer-variants.ts'
import { openHouse } from './harness.ts'

it('every state of the answering page has no fault of accessibility in any of the six variants', async () => {
  const house = await openHouse()
  const organisationId = await house.app.anOrganisation({ name: 'CUS w Busku-Zdroju' })
  await house.app.aLocality({ name: 'Wełecz' })
  const { page, close } = await house.visit('/healthz')
  const faults: string[] = []
  let looks = 0
  await seeEveryState(house, organisationId, page, async (state) => {
    for (const variant of VARIANTS) {
      for (const fault of await faultsIn(page, variant)) faults.push(`${state}, ${fault}`)
      looks += 1
    }
  })
  console.log(`${looks} looks at ${looks / VARIANTS.length} states, ${faults.length} faults`)

  expect(faults).toEqual([])
  await close()
  await house.close()
})

const QUESTIONS = 60
const MOST_PRESSES = 3
const MOST_PRESSES_IN_ALL = 400

it('60 questions are answered and sent by the keyboard alone at 320 px, by at most three presses each', async () => {
  const house = await openHouse()
  const organisationId = await house.app.anOrganisation({ name: 'CUS w Busku-Zdroju' })
  const questions = Array.from({ length: QUESTIONS }, (_, index) => ({
    ...single(`q${index}`, ['Tak', 'Nie']),
    text: `Pytanie ${index + 1}: czy tak jest?`,
  }))
  const questionnaireVersionId = await house.app.aQuestionnaireVersion(aQuestionnaire(questions))
  const { id, code } = await house.app.aSurvey({ organisationId, questionnaireVersionId })
  const { page, close } = await house.visit(`/a/${code}`, { viewport: { width: 320, height: 640 } })
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
  let presses = 0
  const press = async (key: string) => {
    await page.keyboard.press(key)
    presses += 1
  }
  const pressesOf = async (work: () => Promise<void>) => {
    const before = presses
    await work()
    return presses - before
  }
  const pressButton = async (name: string) => {
    do await press('Tab')
    while ((await focused()) !== name && presses < MOST_PRESSES_IN_ALL)
    await press('Enter')
  }
  const waitFor = (heading: string) => expect.poll(focused, { timeout: 20_000 }).toContain(heading)

  await page.locator('button[value=poczatek]').waitFor()
  const toBegin = await pressesOf(() => pressButton('Rozpocznij'))
  let most = 0
  for (let question = 1; question <= QUESTIONS; question += 1) {
    await waitFor(`Pytanie ${question}:`)
    const taken = await pressesOf(async () => {
      for (const key of ['Tab', 'Space', 'Enter']) await press(key)
    })
    most = Math.max(most, taken)
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(isWide).toBe(false)
  }
  await waitFor('Sprawdzenie')
  const toSend = await pressesOf(() => pressButton('Wyślij odpowiedzi'))
  await waitFor('Dziękujemy')
  console.log(
    `${QUESTIONS} questions: ${most} presses each; ${toBegin} to begin, ${toSend} to look all over and send; ${presses} in all`,
  )

  expect(most).toBeLessThanOrEqual(MOST_PRESSES)
  const [stored, ...others] = await house.app.db.prisma.response.findMany({ where: { surveyId: id } })
  expect(others).toEqual([])
  expect(Object.values(stored?.answers ?? {})).toHaveLength(QUESTIONS)
  await close()
  await house.close()
}, 300_000)
