// The first page of a survey of 60 questions on a phone: requests, bytes, and when it is seen, beside a static page in
// the same run. `RUNS=9` loads each page more often. The web has to be built.
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { emptyQuestionnaire, newQuestion } from '@rozeznanie/core/questionnaire/editing'
import type { Questionnaire, QuestionType } from '@rozeznanie/core/questionnaire'
import { chromium, type Browser, type CDPSession } from 'playwright-core'
import { createApp } from '../server/src/app.ts'
import type { Database } from '../server/src/database/database.ts'
import { asInstallation, createServices } from '../server/src/services.ts'
import { createBuilders } from '../server/testing/builders.ts'
import { prepareChromium } from '../tools/chromium.mjs'
import { onDatabase } from './residents.ts'
import { measureTaps } from './taps.ts'
import { say } from './timing.ts'

const RUNS = Number(process.env.RUNS ?? 5)
const QUESTIONS = 60
const CPU = 4
const MOST = { requests: 5, kibibytes: 60, blockingMs: 150 }
const BUSY_MS = 50
const SETTLE_MS = 2_500
const TYPES: readonly QuestionType[] = [
  'SINGLE',
  'MULTI',
  'MATRIX_SINGLE',
  'SCALE_1_5',
  'NUMBER',
  'TEXT_LONG',
]
const PROFILES = {
  '4G': { kilobits: 9_000, latency: 170, most: 900 },
  'slow 4G': { kilobits: 1_600, latency: 150, most: 1_200 },
} as const
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-sync',
  '--no-first-run',
]
const STATIC_PAGE = `<!doctype html><html lang="pl"><head><meta charset="utf-8"><meta name="viewport"
content="width=device-width"><title>Ankieta</title></head><body><main><h1>Ankieta mieszkańca gminy</h1>
${'<p>Szanowni Państwo, prosimy o odpowiedź na kilkadziesiąt pytań o życie w gminie.</p>'.repeat(3)}
<form><button>Rozpocznij</button></form></main></body></html>`

function sixtyQuestions(): Questionnaire {
  const blank = emptyQuestionnaire({
    key: 'szescdziesiat',
    title: 'Ankieta mieszkańca',
    audience: 'RESIDENT',
  })
  const questions = Array.from({ length: QUESTIONS }, (_, index) => ({
    ...newQuestion(TYPES[index % TYPES.length] ?? 'SINGLE', `p${index}`),
    text: `Pytanie numer ${index + 1}: jak ocenia Pan/Pani tę sprawę w swojej gminie?`,
  }))
  return { ...blank, sections: [{ key: 'czesc', title: 'Życie w gminie', questions }] }
}

interface Load {
  readonly requests: readonly string[]
  readonly bytes: number
  readonly seen: number
  readonly blocked: number
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** Notes when the largest thing was drawn, and the tasks that kept the page from answering; as text, for the page runs it as it is. */
const WATCH = `
  window.seen = { at: 0, tasks: [] }
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
  observe('largest-contentful-paint', ({ startTime }) => { seen.at = startTime })
  observe('longtask', ({ duration }) => { seen.tasks.push(duration) })
`

async function slow(session: CDPSession, { kilobits, latency }: (typeof PROFILES)['4G' | 'slow 4G']) {
  const throughput = (kilobits * 1_000) / 8
  const limits = { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput }
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', limits)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU })
}

async function load(browser: Browser, address: string, profile: keyof typeof PROFILES): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const requests: string[] = []
  let bytes = 0
  session.on('Network.requestWillBeSent', ({ request }) => requests.push(new URL(request.url).pathname))
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await slow(session, PROFILES[profile])
  await page.addInitScript(WATCH)
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForTimeout(SETTLE_MS)
  const { at, tasks } = await page.evaluate(
    () => (window as unknown as { seen: { at: number; tasks: number[] } }).seen,
  )
  await context.close()
  const blocked = tasks.reduce((sum, task) => sum + Math.max(0, task - BUSY_MS), 0)
  return { requests, bytes, seen: at, blocked }
}

async function measureLoads(browser: Browser, url: string, code: string): Promise<void> {
  const judge = (value: number, most: number) => (value <= most ? '' : ` ABOVE ${most}`)
  for (const profile of ['4G', 'slow 4G'] as const) {
    const survey: Load[] = []
    const plain: Load[] = []
    for (let run = 0; run < RUNS; run += 1) {
      plain.push(await load(browser, `${url}/statyczna`, profile))
      survey.push(await load(browser, `${url}/a/${code}`, profile))
    }
    const [first] = survey
    const kibibytes = (first?.bytes ?? 0) / 1024
    const seen = median(survey.map((each) => each.seen))
    const beside = median(plain.map((each) => each.seen))
    const blocked = median(survey.map((each) => each.blocked))
    if (profile === '4G') {
      const count = first?.requests.length ?? 0
      say('requests', `${count}${judge(count, MOST.requests)}: ${first?.requests.join(' ')}`)
      say('bytes', `${kibibytes.toFixed(1)} KiB${judge(kibibytes, MOST.kibibytes)}`)
    }
    const most = judge(seen, PROFILES[profile].most)
    say(
      `${profile}, CPU x${CPU}: largest picture, median of ${RUNS}`,
      `${seen.toFixed(0)} ms${most} (static page ${beside.toFixed(0)} ms, ${(seen / beside).toFixed(2)} times)`,
    )
    say(`${profile}, CPU x${CPU}: blocked`, `${blocked.toFixed(0)} ms${judge(blocked, MOST.blockingMs)}`)
  }
}

await onDatabase(async (db: Database) => {
  const services = createServices({ db })
  const webFolder = fileURLToPath(new URL('../web/dist', import.meta.url))
  const app = await createApp({ db, services, webFolder, production: true })
  app.get('/statyczna', (_request, reply) =>
    reply.header('content-encoding', 'gzip').type('text/html; charset=utf-8').send(gzipSync(STATIC_PAGE)),
  )
  const builders = createBuilders(asInstallation(services))
  const organisationId = await builders.anOrganisation({ name: 'CUS w Pomiarowie' })
  const questionnaireVersionId = await builders.aQuestionnaireVersion(sixtyQuestions())
  const { code } = await builders.aSurvey({ organisationId, questionnaireVersionId })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const browser = await chromium.launch({ executablePath: await prepareChromium(), args: QUIET })
  try {
    await measureLoads(browser, url, code)
    await measureTaps(browser, `${url}/a/${code}`, QUESTIONS, CPU)
  } finally {
    await browser.close()
    await app.close()
  }
})
