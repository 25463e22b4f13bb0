import { describe, expect, it } from 'vitest'
import { outcomeOf, retryDelay, sendOnce } from './send.ts'

const submission = { id: 'i', questionnaireVersionId: 'v', mode: 'CAWI', answers: {} } as const
const violation = { questionKey: 'a', code: 'REQUIRED', message: 'To pytanie wymaga odpowiedzi.' }

describe('the reply of the server', () => {
  it.each([200, 201])('is a receipt with %i', (status) => {
    expect(outcomeOf(status, { receipt: '7XK2-9QMB' })).toEqual({ kind: 'accepted', receipt: '7XK2-9QMB' })
  })

  it('is no receipt when a page of somebody else answers', () => {
    expect(outcomeOf(200, {})).toEqual({ kind: 'unreachable' })
    expect(outcomeOf(200, 'Welcome to the hotel')).toEqual({ kind: 'unreachable' })
  })

  it('is a conflict with 409, with the receipt of what was kept', () => {
    expect(outcomeOf(409, { code: 'RESPONSE_CONFLICT', message: '…', receipt: 'AB' })).toEqual({
      kind: 'conflict',
      receipt: 'AB',
    })
  })

  it('leads back to the questions with 422', () => {
    expect(outcomeOf(422, { violations: [violation] })).toEqual({ kind: 'faulty', violations: [violation] })
  })

  it('is the survey’s own words when it takes no answers', () => {
    expect(outcomeOf(410, { code: 'SURVEY_NOT_OPEN', message: 'Zakończona.' })).toEqual({
      kind: 'closed',
      message: 'Zakończona.',
    })
    expect(outcomeOf(425, { code: 'SURVEY_NOT_OPEN', message: 'Jeszcze nie.' }).kind).toBe('closed')
  })

  it.each([302, 408, 425, 429, 500, 502, 503])('is to be tried again with %i', (status) => {
    expect(outcomeOf(status, { code: 'X', message: 'Y' })).toEqual({ kind: 'unreachable' })
  })
})

describe('sending', () => {
  it('is to be tried again when the network is cut or the reply is no JSON', async () => {
    const cut = () => Promise.reject(new TypeError('Failed to fetch'))
    const page = () => Promise.resolve(new Response('<html>', { status: 200 }))

    expect(await sendOnce('/a/x/responses', submission, cut)).toEqual({ kind: 'unreachable' })
    expect(await sendOnce('/a/x/responses', submission, page)).toEqual({ kind: 'unreachable' })
  })

  it('sends no cookie', async () => {
    const seen: RequestInit[] = []
    await sendOnce('/a/x/responses', submission, (_url, init) => {
      if (init) seen.push(init)
      return Promise.resolve(Response.json({ receipt: 'AB' }, { status: 201 }))
    })

    expect(seen[0]?.credentials).toBe('omit')
    expect(JSON.parse(String(seen[0]?.body))).toEqual(submission)
  })

  it('waits longer after each failure, at most a minute', () => {
    expect([1, 2, 3, 6, 50].map(retryDelay)).toEqual([2, 4, 8, 60, 60])
  })
})
