import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createClient, type Client } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const PROGRESS = 'subscription ($id: ID!) { surveyProgressed(surveyId: $id) { surveyId responseCount asOf } }'
const LATEST_MS = 2_000

interface Progress {
  readonly surveyProgressed: {
    readonly surveyId: string
    readonly responseCount: number
    readonly asOf: string
  } | null
}

let test: TestApp
let organiser: SignedIn
let address: string
const clients: Client[] = []

beforeAll(async () => {
  test = await createTestApp()
  organiser = await test.signInAs('organiser')
  await test.app.listen({ port: 0, host: '127.0.0.1' })
  address = `127.0.0.1:${(test.app.server.address() as AddressInfo).port}`
})
afterAll(async () => {
  for (const client of clients) await client.dispose()
  await test.close()
})

/** A browser's WebSocket: it sends the cookie and says which page it is of. */
function connect({ cookie }: SignedIn): Client {
  class BrowserSocket extends WebSocket {
    constructor(url: string, protocols: string | string[]) {
      super(url, protocols, { headers: { cookie, origin: `http://${address}` } })
    }
  }
  const client = createClient({
    url: `ws://${address}/graphql`,
    webSocketImpl: BrowserSocket,
    retryAttempts: 0,
  })
  clients.push(client)
  return client
}

async function send(code: string, versionId: string): Promise<void> {
  const payload = {
    id: randomUUID(),
    questionnaireVersionId: versionId,
    mode: 'CAWI',
    answers: { needs_help: '1' },
  }
  const answer = await test.app.inject({ method: 'POST', url: `/a/${code}/responses`, payload })
  expect(answer.statusCode).toBe(201)
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const aSurvey = () => test.aSurvey({ organisationId: organiser.organisationId ?? '' })

describe('an open page of results', () => {
  it('hears of an answer within two seconds', async () => {
    const { id, code, questionnaireVersionId } = await aSurvey()
    const events = connect(organiser).iterate<Progress>({ query: PROGRESS, variables: { id } })
    const next = events.next()
    await pause(200)

    const sentAt = performance.now()
    await send(code, questionnaireVersionId)
    const { value } = await next

    expect(performance.now() - sentAt).toBeLessThan(LATEST_MS)
    expect(value.data?.surveyProgressed).toMatchObject({ surveyId: id, responseCount: 1 })
    await events.return?.()
  })

  it('hears at most twice a second of many, and at last of all of them', async () => {
    const { id, code, questionnaireVersionId } = await aSurvey()
    const counts: number[] = []
    const events = connect(organiser).iterate<Progress>({ query: PROGRESS, variables: { id } })
    const listening = (async () => {
      for await (const { data } of events) {
        counts.push(data?.surveyProgressed?.responseCount ?? -1)
        if (counts.at(-1) === 60) break
      }
    })()
    await pause(200)

    const startedAt = performance.now()
    for (let count = 0; count < 60; count += 1) {
      await send(code, questionnaireVersionId)
      await pause(15)
    }
    await listening
    const seconds = (performance.now() - startedAt) / 1000

    expect(counts.at(-1)).toBe(60)
    expect(counts.length).toBeLessThanOrEqual(Math.ceil(seconds * 2) + 1)
    expect(counts).toEqual(counts.toSorted((one, other) => one - other))
  })

  it('hears nothing of the survey of another organisation, nor of its own as an interviewer', async () => {
    const { id } = await aSurvey()
    for (const actor of ['stranger', 'interviewer', 'administrator'] as const) {
      const events = connect(await test.signInAs(actor)).iterate<Progress>({
        query: PROGRESS,
        variables: { id },
      })

      const answer = await events.next().catch((error: unknown) => ({ value: { errors: error } }))

      expect(JSON.stringify(answer)).toContain('FORBIDDEN')
    }
  })
})
