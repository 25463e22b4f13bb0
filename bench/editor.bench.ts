// The editor with 200 questions in a real browser: from a key to the picture that shows what it did, for typing,
// moving, adding, undoing and opening. `QUESTIONS=50` measures a shorter questionnaire. The web has to be built.
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Question, Questionnaire, QuestionType } from '@rozeznanie/core/questionnaire'
import { emptyQuestionnaire, newQuestion } from '@rozeznanie/core/questionnaire/editing'
import { chromium, type Page } from 'playwright-core'
import { createApp } from '../server/src/app.ts'
import type { Database } from '../server/src/database/database.ts'
import { asInstallation, createServices } from '../server/src/services.ts'
import { createBuilders, TEST_PASSWORD } from '../server/testing/builders.ts'
import { prepareChromium } from '../tools/chromium.mjs'
import { onDatabase } from './residents.ts'
import { say } from './timing.ts'

const QUESTIONS = Number(process.env.QUESTIONS ?? 200)
const SECTIONS = 8
const BUDGET_MS = 100
const TYPES: readonly QuestionType[] = [
  'SINGLE',
  'MULTI',
  'MATRIX_SINGLE',
  'SCALE_1_5',
  'NUMBER',
  'TEXT_LONG',
]

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** Every third question has a condition on the one before it that can be chosen from. */
function questionAt(index: number): Question {
  const type = TYPES[index % TYPES.length] ?? 'SINGLE'
  const question = newQuestion(type, `p${index}`)
  const text = `Pytanie numer ${index}: jak ocenia Pan/Pani tę sprawę w swojej gminie?`
  const isConditional = index % 3 === 2 && index > 6
  return { ...question, text, ...(isConditional && { visibleIf: `p${index - (index % 6)} == '1'` }) }
}

function longQuestionnaire(): Questionnaire {
  const blank = emptyQuestionnaire({ key: 'dluga', title: 'Długa ankieta', audience: 'RESIDENT' })
  const size = Math.ceil(QUESTIONS / SECTIONS)
  const sections = Array.from({ length: SECTIONS }, (_, at) => ({
    key: `czesc_${at + 1}`,
    title: `Część ${at + 1}`,
    questions: Array.from({ length: Math.min(size, QUESTIONS - at * size) }, (_none, index) =>
      questionAt(at * size + index),
    ),
  }))
  return { ...blank, sections }
}

/** From a pressed key to the moment after the next picture is drawn, in the page itself. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const samples: number[] = []
    Object.assign(window, { samples })
    document.addEventListener(
      'keydown',
      ({ timeStamp, key }) => {
        if (key === 'Alt' || key === 'Control') return
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => samples.push(performance.now() - timeStamp)
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
}

async function report(page: Page, name: string): Promise<void> {
  const samples = await page.evaluate(() => {
    const { samples: taken } = window as unknown as { samples: number[] }
    return taken.splice(0)
  })
  samples.sort((a, b) => a - b)
  const at = (share: number) => samples[Math.min(samples.length - 1, Math.floor(samples.length * share))] ?? 0
  const worst = samples.at(-1) ?? 0
  const shown = (value: number) => `${value.toFixed(0)} ms`
  say(
    `${name} (${samples.length})`,
    `median ${shown(at(0.5))}, p95 ${shown(at(0.95))}, worst ${shown(worst)} of ${BUDGET_MS} ms`,
  )
  if (at(0.95) > BUDGET_MS) process.exitCode = 1
}

async function press(page: Page, key: string, times: number, pause: number): Promise<void> {
  for (let index = 0; index < times; index += 1) {
    await page.keyboard.press(key)
    await page.waitForTimeout(pause)
  }
}

async function measureEditing(page: Page): Promise<void> {
  const line = page.locator(`[data-target="question:p${Math.floor(QUESTIONS / 2)}"]`)
  await line.click()
  await page.locator('.question-card--open textarea').first().waitFor()
  await page.waitForTimeout(2500)
  await watchKeys(page)
  await page.keyboard.type(' Prosimy zaznaczyć jedną odpowiedź, najbliższą zdaniu Pana/Pani.', { delay: 70 })
  await report(page, 'typing in the words of a question')
  await press(page, 'Alt+ArrowDown', 15, 400)
  await report(page, 'moving a question by the keyboard')
  await press(page, 'Control+z', 1, 400)
  await press(page, 'Escape', 1, 400)
  await page.evaluate(() => (window as unknown as { samples: number[] }).samples.splice(0))
  await press(page, 'Control+z', 12, 400)
  await report(page, 'undoing')
  await line.focus()
  for (let index = 0; index < 12; index += 1) {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForTimeout(400)
    await page.locator('[role=treeitem][aria-selected=true]').focus()
  }
  await report(page, 'going through the outline and opening')
  for (let index = 0; index < 20; index += 1) {
    await page.keyboard.press('Control+Enter')
    const choice = page.locator('.type-choice').first()
    await choice.focus()
    await page.waitForTimeout(300)
    await page.evaluate(() => (window as unknown as { samples: number[] }).samples.splice(0, 99))
    await choice.press('Enter')
    await page.waitForTimeout(500)
    await page.evaluate(() => {
      const store = window as unknown as { samples: number[]; added?: number[] }
      store.added = [...(store.added ?? []), ...store.samples]
    })
  }
  await page.evaluate(() => {
    const store = window as unknown as { samples: number[]; added: number[] }
    store.samples.splice(0, store.samples.length, ...store.added)
  })
  await report(page, 'adding a question')
}

async function measure(db: Database): Promise<void> {
  const services = createServices({ db })
  const { anOrganisation, anAccount } = createBuilders(asInstallation(services))
  await anAccount({ isAdministrator: true })
  const organisationId = await anOrganisation()
  const { email } = await anAccount({ organisationId, role: 'ORGANISER' })
  const webFolder = process.env.WEB ?? fileURLToPath(new URL('../web/dist', import.meta.url))
  const app = await createApp({ db, services, webFolder })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const browser = await chromium.launch({ executablePath: await prepareChromium(), args: QUIET })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'pl-PL' })
    await page.goto(`${origin}/logowanie`)
    const send = (query: string, input: object) =>
      page.evaluate(
        async (body) => {
          const headers = { 'content-type': 'application/json' }
          const answer = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(body) })
          return (await answer.json()) as { data: { createQuestionnaire?: { key: string } } }
        },
        { query, variables: { input } },
      )
    await send('mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', {
      email,
      password: TEST_PASSWORD,
    })
    const made = await send(
      'mutation ($input: CreateQuestionnaireInput!) { createQuestionnaire(input: $input) { ... on Questionnaire { key } } }',
      { organisationId, title: 'Długa ankieta', audience: 'RESIDENT', document: longQuestionnaire() },
    )
    const started = performance.now()
    await page.goto(`${origin}/kwestionariusze/${made.data.createQuestionnaire?.key}/edycja`)
    await page.getByRole('treeitem').nth(QUESTIONS).waitFor()
    say(`the editor with ${QUESTIONS} questions is there`, `${(performance.now() - started).toFixed(0)} ms`)
    await page.waitForTimeout(2500)
    await measureEditing(page)
  } finally {
    await browser.close()
    await app.close()
  }
}

await onDatabase(measure)
