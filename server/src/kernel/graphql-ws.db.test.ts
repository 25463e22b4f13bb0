import { createClient } from 'graphql-ws'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import WebSocket from 'ws'
import { type SignedIn, type TestApp, createTestApp } from '../../testing/test-app.ts'

let test: TestApp
let host: string
let organiser: SignedIn
let surveyId: string
beforeAll(async () => {
  test = await createTestApp()
  await test.app.listen({ port: 0, host: '127.0.0.1' })
  host = `127.0.0.1:${(test.app.server.address() as AddressInfo).port}`
  organiser = await test.signInAs('organiser')
  surveyId = (await test.aSurvey({ organisationId: organiser.organisationId ?? '' })).id
})
afterAll(() => test.close())

/** Status of the handshake: 101 when it is accepted. */
function handshake(headers: Record<string, string>, path = '/graphql'): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://${host}${path}`, 'graphql-transport-ws', { headers })
    socket.on('open', () => {
      socket.close()
      resolve(101)
    })
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
    socket.on('error', () => undefined)
  })
}

function clientOf(person: SignedIn, origin = `http://${host}`) {
  class OurSocket extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers: { origin, cookie: person.cookie } })
    }
  }
  return createClient({ url: `ws://${host}/graphql`, webSocketImpl: OurSocket, retryAttempts: 0 })
}

const firstOf = async (person: SignedIn, query: string) => {
  const client = clientOf(person)
  for await (const result of client.iterate({ query })) {
    await client.dispose()
    return result
  }
  return null
}

it('opens for a signed-in person on a page of ours and for nobody else', async () => {
  const origin = `http://${host}`
  const { cookie } = organiser

  expect(await handshake({ origin, cookie })).toBe(101)
  expect(await handshake({ origin })).toBe(401)
  expect(await handshake({ origin, cookie: `rozeznanie=${'x'.repeat(43)}` })).toBe(401)
  expect(await handshake({ cookie })).toBe(403)
  expect(await handshake({ origin: 'https://evil.example', cookie })).toBe(403)
  expect(await handshake({ origin: 'null', cookie })).toBe(403)
  expect(await handshake({ origin, cookie }, '/elsewhere')).toBe(404)
})

it('tells of new responses', async () => {
  const news = firstOf(
    organiser,
    `subscription { surveyProgressed(surveyId: "${surveyId}") { surveyId responseCount } }`,
  )
  const ringing = setInterval(() => test.services.progress.notify(surveyId), 50)

  expect(await news).toEqual({ data: { surveyProgressed: { surveyId, responseCount: 0 } } })
  clearInterval(ringing)
})

it('takes nothing but subscriptions', async () => {
  const asked = firstOf(organiser, '{ viewer { email } }')

  await expect(asked).rejects.toEqual([
    expect.objectContaining({ message: 'Przez WebSocket działają tylko subskrypcje.' }),
  ])
})

it('refuses a survey of somebody else in the words of the rest of the house', async () => {
  const stranger = await test.signInAs('stranger')
  const asked = firstOf(
    stranger,
    `subscription { surveyProgressed(surveyId: "${surveyId}") { responseCount } }`,
  )

  const errors = await asked.then(
    (result) => result?.errors,
    (error: unknown) => error,
  )
  expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'FORBIDDEN' } })])
})

it('obeys the limits of documents', async () => {
  const query = `subscription { surveyProgressed(surveyId: "${surveyId}") { ${Array.from({ length: 20 }, (_, i) => `a${i}: asOf`).join(' ')} } }`

  await expect(firstOf(organiser, query)).rejects.toEqual([
    expect.objectContaining({ message: 'Zapytanie ma zbyt wiele aliasów.' }),
  ])
})
