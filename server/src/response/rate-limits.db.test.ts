import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'

const TABLETS = 40
/** Each tablet sends one form in twenty seconds. */
const PER_TABLET_A_MINUTE = 3

let test: TestApp
let survey: { readonly code: string; readonly questionnaireVersionId: string }

beforeAll(async () => {
  // The limits of production: none is told to the application.
  test = await createTestApp({ trustedProxyCount: 1 })
  survey = await test.aSurvey({ organisationId: await test.anOrganisation() })
})
afterAll(() => test.close())

/** @param forwarded - what the trusted proxy wrote, after whatever the sender wrote themselves */
function send(app: FastifyInstance, forwarded: string, more: Record<string, string> = {}) {
  const { code, questionnaireVersionId } = survey
  const payload = { id: randomUUID(), questionnaireVersionId, mode: 'CAWI', answers: { needs_help: '1' } }
  const headers = { 'x-forwarded-for': forwarded, ...more }
  return app.inject({ method: 'POST', url: `/a/${code}/responses`, headers, payload })
}
const open = (address: string) =>
  test.app.inject({ url: `/a/${survey.code}`, headers: { 'x-forwarded-for': address } })
const statusesOf = (replies: readonly { readonly statusCode: number }[]) => [
  ...new Set(replies.map(({ statusCode }) => statusCode)),
]

describe('forty tablets behind one address', () => {
  it('are never refused, while an address that floods is, and its flood hurts nobody else', async () => {
    const flood: Promise<{ readonly statusCode: number }>[] = []
    for (let count = 0; count < 1_500; count += 1) flood.push(send(test.app, '198.51.100.9'))
    const tablets: { readonly statusCode: number }[] = []
    for (let round = 0; round < PER_TABLET_A_MINUTE; round += 1) {
      const opened = await Promise.all(Array.from({ length: TABLETS }, () => open('192.0.2.40')))
      const sent = await Promise.all(Array.from({ length: TABLETS }, () => send(test.app, '192.0.2.40')))
      expect(statusesOf(opened)).toEqual([200])
      tablets.push(...sent)
    }
    const flooded = await Promise.all(flood)

    expect(statusesOf(tablets)).toEqual([201])
    expect(flooded.filter(({ statusCode }) => statusCode === 429)).toHaveLength(300)
  })
})

describe('an address that is over its limit', () => {
  it('does not get past it by telling other addresses of itself', async () => {
    const small = await createTestApp({ db: test.db, trustedProxyCount: 1, submissionsPerMinute: 5 })
    const tries = Array.from({ length: 10 }, (_, number) => number)

    const replies = []
    for (const number of tries) {
      const told = { 'cf-connecting-ip': `10.0.1.${number}`, 'x-real-ip': `10.0.2.${number}` }
      replies.push(await send(small.app, `10.0.0.${number}, 203.0.113.5`, told))
    }

    await small.close()
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([
      ...Array(5).fill(201),
      ...Array(5).fill(429),
    ])
  })

  it('is known by its connection where no proxy is trusted', async () => {
    const small = await createTestApp({ db: test.db, submissionsPerMinute: 5 })

    const replies = []
    for (let number = 0; number < 10; number += 1) replies.push(await send(small.app, `10.0.0.${number}`))

    await small.close()
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([
      ...Array(5).fill(201),
      ...Array(5).fill(429),
    ])
  })
})
