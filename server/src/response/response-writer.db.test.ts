import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { createApp } from '../app.ts'
import { connect } from '../database/database.ts'
import type { ResponseRow } from './response.store.ts'
import { ResponseWriter } from './response-writer.ts'
import { createResponses } from './responses.ts'

let test: TestApp
let survey: { id: string; code: string; questionnaireVersionId: string }

beforeAll(async () => {
  test = await createTestApp()
  survey = await test.aSurvey({ organisationId: await test.anOrganisation() })
})
afterAll(() => test.close())

const aRow = (change: Partial<ResponseRow> = {}): ResponseRow => ({
  surveyId: survey.id,
  id: randomUUID(),
  questionnaireVersionId: survey.questionnaireVersionId,
  mode: 'CAWI',
  localityId: null,
  submittedOn: '2026-11-22',
  sheetNumber: null,
  answeredBy: null,
  signals: [],
  answers: { idea: 'cudzysłów " i ukośnik \\ i {nawias}, NULL' },
  contentHash: 'ab'.repeat(32),
  ticketHash: null,
  ...change,
})
const isStored = async ({ id }: ResponseRow) => (await test.db.prisma.response.count({ where: { id } })) === 1

describe('what waits together is written together', () => {
  it('in far fewer statements than responses', async () => {
    const writer = new ResponseWriter(test.db)
    const rows = Array.from({ length: 300 }, () => aRow())
    const commits = async () => {
      const { rows: found } = await test.db.pool.query<{ count: string }>(
        'SELECT count(DISTINCT xmin::text) FROM response WHERE id = ANY($1)',
        [rows.map(({ id }) => id)],
      )
      return Number(found[0]?.count)
    }

    const written = await Promise.all(rows.map((row) => writer.write([row])))

    expect(written.flat().every(({ isNew }) => isNew)).toBe(true)
    expect(await commits()).toBeLessThanOrEqual(5)
  })

  it('and keeps every text as it was', async () => {
    const row = aRow()
    await new ResponseWriter(test.db).write([row])
    const kept = await test.db.prisma.response.findFirstOrThrow({ where: { id: row.id } })
    expect(kept.answers).toEqual(row.answers)
  })

  it('but a row that the database refuses fails alone', async () => {
    const writer = new ResponseWriter(test.db)
    const good = Array.from({ length: 20 }, () => aRow())
    const bad = aRow({ surveyId: randomUUID() })

    const outcomes = await Promise.allSettled(
      [...good.slice(0, 10), bad, ...good.slice(10)].map((row) => writer.write([row])),
    )

    expect(outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([10])
    expect(await Promise.all(good.map(isStored))).not.toContain(false)
    expect(await isStored(bad)).toBe(false)
  })

  it('and rows that belong together are stored all or none', async () => {
    const writer = new ResponseWriter(test.db)
    const together = [aRow(), aRow({ surveyId: randomUUID() }), aRow()]

    await expect(writer.write(together)).rejects.toThrow()

    expect(await Promise.all(together.map(isStored))).toEqual([false, false, false])
  })
})

describe('while the database is away', () => {
  it('nobody is told that a response is stored, and everybody may try again', async () => {
    const away = connect('postgres://nobody@127.0.0.1:1/nothing', 'external', 2)
    const responses = createResponses({ db: away, progress: test.services.progress })
    const app = await createApp({ db: test.db, services: { ...test.services, responses } })
    const sent = {
      id: randomUUID(),
      questionnaireVersionId: survey.questionnaireVersionId,
      mode: 'CAWI',
      answers: {},
    }
    const query = 'mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { __typename } }'

    const [door, graphql] = await Promise.all([
      app.inject({ method: 'POST', url: `/a/${survey.code}/responses`, payload: sent }),
      app.inject({
        method: 'POST',
        url: '/graphql',
        payload: { query, variables: { input: { ...sent, surveyCode: survey.code } } },
      }),
    ])
    const later = await test.app.inject({ method: 'POST', url: `/a/${survey.code}/responses`, payload: sent })

    await away.close()
    for (const answer of [door, graphql]) {
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5'])
      expect(answer.body).toContain('Proszę spróbować ponownie za chwilę.')
    }
    expect(later.statusCode).toBe(201)
  })
})

describe('a submission to a survey that is known', () => {
  it('takes one statement, two when it comes again, and three when its content is another', async () => {
    const { code, questionnaireVersionId } = survey
    const sheet = { id: randomUUID(), questionnaireVersionId, mode: 'CAWI' }
    const send = async (answer: string) => {
      const statements = vi.spyOn(test.db.pool, 'query')
      const payload = { ...sheet, answers: { needs_help: answer } }
      await test.app.inject({ method: 'POST', url: `/a/${code}/responses`, payload })
      const count = statements.mock.calls.length
      statements.mockRestore()
      return count
    }
    await test.app.inject(`/a/${code}`)

    const counts = [await send('1'), await send('1'), await send('2')]

    expect(counts).toEqual([1, 2, 3])
  })
})
