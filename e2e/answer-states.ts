import { expect } from 'vitest'
import type { Page, Route } from 'playwright-core'
import type { Question, Questionnaire } from '@rozeznanie/core/questionnaire'
import { aQuestionnaire, matrix, single } from '@rozeznanie/core/testing'
import { EVERY_TYPE, RIGHT_ANSWERS } from './every-question-type.ts'
import type { House } from './harness.ts'
import { pick, type Act } from './resident.ts'

/** Every state of the answering page, reached one after another on one page. */

const PEOPLE: readonly Question[] = [
  { key: 'note', type: 'INFO', text: 'Teraz o osobach, które mieszkają razem.', help: 'Bez nazwisk.' },
  {
    key: 'people',
    type: 'ROSTER',
    text: 'Kto mieszka z Panem/Panią?',
    itemName: 'osoba',
    maxItems: 2,
    questions: [{ key: 'age', type: 'NUMBER', text: 'Ile ma lat?', min: 0, max: 120 }],
  },
]
const WHOLE: Questionnaire = {
  ...EVERY_TYPE,
  sections: [...EVERY_TYPE.sections, { key: 'people', title: 'Osoby w domu', questions: PEOPLE }],
}
const SENIOR: Questionnaire = {
  ...aQuestionnaire([
    {
      ...single('health', ['1', '2']),
      text: 'Jak ocenia Pan/Pani zdrowie?',
      easyText: 'Jakie jest zdrowie?',
    },
    {
      ...matrix('daily', ['Zakupy', 'Pranie', 'Kuchnia', 'Spacer'], ['Tak', 'Nie']),
      text: 'Co jest trudne?',
    },
  ]),
  title: 'Ankieta seniora',
  audience: 'SENIOR',
}
const ONE = aQuestionnaire([{ ...single('a', ['1', '2']), text: 'Czy jest Pan/Pani za?' }])

/** Looks at the page in the state it is in now. */
export type See = (state: string) => Promise<void>

const SOON = { timeout: 10_000 }
const goOn = (page: Page) => page.locator('main .go-on button[type=submit]').click()
const button = (page: Page, name: string) => page.getByRole('button', { name })
const titled = (page: Page, title: string) =>
  expect.poll(() => page.locator('h1').innerText(), { timeout: 60_000 }).toContain(title)

async function openedSurvey(house: House, organisationId: string, change: object, questionnaire = ONE) {
  const questionnaireVersionId = await house.app.aQuestionnaireVersion(questionnaire)
  const title = 'Ankieta mieszkańca'
  const { code } = await house.app.aSurvey({ organisationId, questionnaireVersionId, title, ...change })
  return `${house.url}/a/${code}`
}

async function seeQuestions(page: Page, see: See): Promise<void> {
  for (const [key, answer] of Object.entries(RIGHT_ANSWERS)) {
    await see(`question ${key}`)
    const before = await page.title()
    await goOn(page)
    await expect.poll(() => page.title(), SOON).toBe(`Błąd: ${before}`)
    await see(`error ${key}`)
    await answer(page)
    if (key === 'multi' || key === 'single') await see(`answered ${key}`)
    await goOn(page)
    await expect.poll(() => page.title(), SOON).not.toContain(before)
    if (key !== 'single') continue
    await button(page, 'Wstecz').click()
    await page.getByLabel('Inaczej').waitFor()
    await see('back at a question with its answer')
    await goOn(page)
    await page.getByLabel('5 – bardzo').waitFor()
  }
}

async function seeGroup(page: Page, see: See): Promise<void> {
  await see('question people')
  const addPerson: Act = (at) => button(at, 'Dodaj').click()
  await addPerson(page)
  await page.getByLabel('Ile ma lat?').fill('70')
  await addPerson(page)
  await page.getByText('Można dodać najwyżej').waitFor()
  await see('answered people')
  await goOn(page)
}

/** Sending as it may go; the page stays in one tab, whatever the network does. */
async function seeSending(page: Page, see: See): Promise<void> {
  let network: 'silent' | 'cut' | 'refusing' = 'silent'
  const held: Route[] = []
  const refused = { code: 'SURVEY_NOT_OPEN', message: 'Ankieta jest już zakończona.' }
  await page.route('**/responses', async (route) => {
    if (network === 'refusing') return route.fulfill({ status: 410, json: refused })
    return network === 'cut' ? route.abort() : void held.push(route)
  })
  await button(page, 'Wyślij odpowiedzi').click()
  await expect.poll(() => held.length, SOON).toBe(1)
  await see('sending')
  network = 'cut'
  await held[0]?.abort()
  await page.getByText('Odpowiedzi są bezpieczne').waitFor()
  await see('sending failed')
  // The page tries again by itself as well.
  network = 'refusing'
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await titled(page, 'nie przyjmuje teraz odpowiedzi')
  await see('refused')
  await page.unroute('**/responses')
  await page.reload()
  await titled(page, 'Dziękujemy')
  await see('thanks')
}

async function seeWhole(house: House, organisationId: string, page: Page, see: See): Promise<void> {
  await page.goto(await openedSurvey(house, organisationId, {}, WHOLE))
  await see('first page')
  await page.locator('.look summary').click()
  await page.locator('.who summary').click()
  await see('first page, everything opened')
  await button(page, 'Rozpocznij').click()
  await titled(page, 'Zgadzam się')
  await seeQuestions(page, see)
  await seeGroup(page, see)
  await titled(page, 'Sprawdzenie')
  await see('check')
  await button(page, 'Zacznij od nowa').click()
  await titled(page, 'Usunąć odpowiedzi')
  await see('asked whether to begin anew')
  await button(page, 'Nie, wróć').click()
  await titled(page, 'Sprawdzenie')
  await seeSending(page, see)
}

async function answerOne(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await button(page, 'Rozpocznij').click()
  await pick('1')(page)
  await goOn(page)
  await titled(page, 'Sprawdzenie')
}

async function seeRefusals(house: House, organisationId: string, page: Page, see: See): Promise<void> {
  await answerOne(page, await openedSurvey(house, organisationId, {}))
  const violations = [
    { questionKey: 'a', code: 'UNKNOWN_OPTION', message: 'Tej odpowiedzi nie ma na liście.' },
  ]
  await page.route('**/responses', (route) =>
    route.fulfill({ status: 422, json: { code: 'ANSWERS_REFUSED', message: '', violations } }),
  )
  await button(page, 'Wyślij odpowiedzi').click()
  await page.getByRole('alert').waitFor()
  await see('check with a fault')
  await page.unroute('**/responses')
  await page.route('**/responses', (route) =>
    route.fulfill({ status: 409, json: { code: 'RESPONSE_CONFLICT', message: '', receipt: 'ABCD-EFGH' } }),
  )
  await button(page, 'Wyślij odpowiedzi').click()
  await titled(page, 'została już wysłana')
  await see('sent before with other answers')
  await page.unroute('**/responses')
  const periods = [
    ['not begun', { opensOn: '2099-01-01', closesOn: '2099-02-01' }],
    ['over', { opensOn: '2020-01-01', closesOn: '2020-02-01' }],
  ] as const
  for (const [state, period] of periods) {
    await page.goto(await openedSurvey(house, organisationId, period))
    await see(state)
  }
  await page.goto(`${house.url}/a/zzzzzzzz`)
  await see('no such survey')
}

async function seeLooks(house: House, organisationId: string, page: Page, see: See): Promise<void> {
  await page.goto(await openedSurvey(house, organisationId, {}, SENIOR))
  await see('calm, first page')
  await button(page, 'Rozpocznij').click()
  await titled(page, 'Kto odpowiada')
  await pick('Odpowiadam za inną osobę')(page)
  await see('calm, who answers')
  await goOn(page)
  await titled(page, 'Jakie jest zdrowie?')
  await see('calm, question')
  await page.locator('.look summary').click()
  for (const [label, name] of [
    ['Czarne na białym', 'dark on light'],
    ['Jasne na czarnym', 'light on dark'],
  ] as const) {
    await pick(label)(page)
    await pick('1')(page)
    await see(`${name}, everything opened`)
  }
  await pick('Największe')(page)
  await page.locator('.look summary').click()
  await goOn(page)
  await titled(page, 'Co jest trudne?')
  await see('biggest letters, light on dark, table')
  await page.goto('about:blank')
}

/** Goes through every state. */
export async function seeEveryState(
  house: House,
  organisationId: string,
  page: Page,
  see: See,
): Promise<void> {
  await seeWhole(house, organisationId, page, see)
  await seeRefusals(house, organisationId, page, see)
  await seeLooks(house, organisationId, page, see)
}
