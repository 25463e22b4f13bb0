import { randomUUID } from 'node:crypto'
import { aQuestionnaire, single } from '@rozeznanie/core/testing'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'
import { registerHttpErrors } from '../kernel/http-errors.ts'
import { createWorkerQueue } from '../kernel/worker-queue.ts'
import { reportRoutes } from './report.http.ts'
import type { RenderTask } from './report-renderer.ts'

const QUESTIONS = Array.from({ length: 30 }, (_, index) => `question_${index}`)
const CODES = ['dobrze', 'raczej_dobrze', 'raczej_zle', 'zle', 'nie_wiem']

let test: TestApp
let organiser: SignedIn
let survey: { readonly id: string; readonly code: string }
let questionnaireVersionId: string

const submit = (index: number) =>
  test.app.inject({
    method: 'POST',
    url: `/a/${survey.code}/responses`,
    payload: {
      id: randomUUID(),
      questionnaireVersionId,
      mode: 'CAWI',
      answers: Object.fromEntries(QUESTIONS.map((key) => [key, CODES[index % CODES.length]])),
    },
  })
const report = (format: string) => `/download/surveys/${survey.id}/report.${format}`

beforeAll(async () => {
  test = await createTestApp({ now: () => new Date('2026-11-22T10:00:00Z'), submissionsPerMinute: 100_000 })
  organiser = await test.signInAs('organiser')
  questionnaireVersionId = await test.aQuestionnaireVersion(
    aQuestionnaire(QUESTIONS.map((key) => single(key, CODES))),
  )
  survey = await test.aSurvey({ organisationId: organiser.organisationId ?? '', questionnaireVersionId })
  for (let index = 0; index < 50; index++) await submit(index)
})
afterAll(() => test.close())

it('residents hand in their answers while a report is being rendered', async () => {
  const order: string[] = []
  const waits: number[] = []
  const begin = performance.now()
  const headers = { cookie: organiser.cookie }
  const download = test.app
    .inject({ method: 'GET', url: report('docx'), headers })
    .finally(() => order.push('report'))

  while (!order.includes('report') || waits.length < 50) {
    const sent = performance.now()
    expect((await submit(waits.length)).statusCode).toBe(201)
    waits.push(performance.now() - sent)
    order.push('response')
  }

  const { statusCode, rawPayload } = await download
  const rendering = performance.now() - begin
  expect([statusCode, rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  expect(order.indexOf('report')).toBeGreaterThan(20)
  expect(Math.max(...waits)).toBeLessThan(rendering / 3)
})

it('tells nothing of a defect in rendering but its number, and logs it whole', async () => {
  const log: string[] = []
  const app = Fastify({ logger: { level: 'error', stream: { write: (line: string) => log.push(line) } } })
  const defect = `import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ format }) => { throw new RangeError('cannot draw ' + format) })`
  const renderer = createWorkerQueue<RenderTask, Uint8Array>(
    new URL(`data:text/javascript,${encodeURIComponent(defect)}`),
    { read: () => new Uint8Array() },
  )
  registerHttpErrors(app)
  await app.register((scope) => reportRoutes(scope, { contextOf: () => test.contextOf(organiser) }, renderer))

  const answer = await app.inject({ method: 'GET', url: report('xlsx') })
  await app.close()

  expect(answer.statusCode).toBe(500)
  expect(answer.json()).toMatchObject({ code: 'INTERNAL', message: expect.stringContaining('błąd') })
  expect(answer.body).not.toContain('cannot draw')
  expect(log.join()).toContain('RangeError: cannot draw xlsx')
  await expect(renderer.run({} as RenderTask)).rejects.toThrow('closed')
})
