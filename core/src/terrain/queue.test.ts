import { describe, expect, it } from 'vitest'
import {
  afterVerdict,
  departing,
  FIRST_ROUND,
  goOn,
  ledgerEntryOf,
  mayDiscard,
  mayReopen,
  nextToSend,
  released,
  type QueuedInterview,
  type Round,
} from './queue.ts'
import { verdictOf, type ServerReply, type Verdict } from './reply.ts'

function interview(number: number, more: Partial<QueuedInterview> = {}): QueuedInterview {
  return {
    id: `i${number}`,
    number,
    surveyId: 's',
    localityId: null,
    finishedOn: '2026-11-22',
    finishedAt: 0,
    mayBeThere: false,
    failures: 0,
    hold: null,
    isRescued: false,
    ...more,
  }
}

const JSON_REPLY: ServerReply = {
  status: 201,
  isRedirect: false,
  body: { receipt: 'AB-1' },
  saysJson: true,
  retryAfter: null,
}
const HTML: ServerReply = { ...JSON_REPLY, status: 200, body: undefined, saysJson: false }
const told = (status: number, body: unknown = { code: 'X', message: 'Zdanie.' }) =>
  verdictOf({ ...JSON_REPLY, status, body })

describe('a reply', () => {
  it('lets an interview go only with a receipt', () => {
    expect(verdictOf(JSON_REPLY)).toEqual({ kind: 'ACCEPTED', receipt: 'AB-1' })
    expect(told(200, { receipt: 'AB-1' })).toEqual({ kind: 'ACCEPTED', receipt: 'AB-1' })
    for (const body of [{}, { receipt: '' }, { receipt: 7 }, null, 'ok', [], { ok: true }])
      expect(told(200, body)).toEqual({ kind: 'FAILED' })
  })

  it('of a network that wants a sign-in of its own is no reply of ours', () => {
    const portal = { kind: 'STOPPED', reason: 'PORTAL', waitSeconds: null }
    expect(verdictOf(HTML)).toEqual(portal)
    expect(verdictOf({ ...HTML, status: 0, isRedirect: true })).toEqual(portal)
    for (const status of [302, 307, 401, 403, 404, 410, 511].filter((code) => code < 500))
      expect(verdictOf({ ...HTML, status })).toEqual(portal)
  })

  it('that never came, came half or speaks of trouble leaves everything as it is', () => {
    expect(verdictOf(null)).toMatchObject({ kind: 'STOPPED', reason: 'OFFLINE' })
    expect(verdictOf({ ...JSON_REPLY, body: undefined })).toEqual({ kind: 'FAILED' })
    expect(told(500)).toEqual({ kind: 'FAILED' })
    expect(told(502)).toEqual({ kind: 'FAILED' })
    expect(told(401)).toMatchObject({ kind: 'STOPPED', reason: 'SIGNED_OUT' })
    expect(verdictOf({ ...JSON_REPLY, status: 429, retryAfter: 9 })).toMatchObject({
      reason: 'BUSY',
      waitSeconds: 9,
    })
    expect(verdictOf({ ...HTML, status: 503, retryAfter: 1e9 })).toMatchObject({ waitSeconds: 3600 })
  })

  it.each([
    [409, 'CONFLICT'],
    [410, 'CLOSED'],
    [425, 'CLOSED'],
    [422, 'REFUSED'],
    [403, 'FORBIDDEN'],
    [404, 'UNKNOWN'],
    [413, 'TOO_LARGE'],
    [418, 'REFUSED'],
  ])('%i holds the interview for a person, with the words of the server', (status, reason) => {
    expect(told(status)).toEqual({ kind: 'HELD', reason, message: 'Zdanie.' })
  })
})

describe('a round of sending', () => {
  const accept: Verdict = { kind: 'ACCEPTED', receipt: 'r' }

  it('goes by the counter of the device, oldest first, and passes over what is held', () => {
    const queue = [
      interview(3, { finishedAt: -9e12 }),
      interview(1, { hold: { reason: 'CLOSED', message: null } }),
      interview(2),
    ]
    const order: number[] = []
    let round: Round = FIRST_ROUND
    for (let item = nextToSend(queue, round); item; item = nextToSend(queue, round)) {
      order.push(item.number)
      round = goOn(round, item.id, accept)
    }
    expect(order).toEqual([2, 3])
  })

  it('ends when nothing can be sent, and after three faults in a row', () => {
    const stop: Verdict = { kind: 'STOPPED', reason: 'OFFLINE', waitSeconds: null }
    expect(nextToSend([interview(1)], goOn(FIRST_ROUND, 'x', stop))).toBeUndefined()
    const fail: Verdict = { kind: 'FAILED' }
    const two = goOn(goOn(FIRST_ROUND, 'a', fail), 'b', fail)
    expect(two.isOver).toBe(false)
    expect(goOn(two, 'c', fail).isOver).toBe(true)
    expect(goOn(goOn(two, 'c', accept), 'd', fail).isOver).toBe(false)
  })

  it('is not blocked by one interview that the server always stumbles over', () => {
    const queue = [interview(1), interview(2)]
    const round = goOn(FIRST_ROUND, 'i1', { kind: 'FAILED' })
    expect(nextToSend(queue, round)?.id).toBe('i2')
  })
})

describe('an interview', () => {
  it('is wiped only by a receipt', () => {
    const item = departing(interview(1))
    expect(afterVerdict(item, { kind: 'ACCEPTED', receipt: 'r' })).toBeNull()
    expect(afterVerdict(item, { kind: 'FAILED' })).toEqual({ ...item, failures: 1 })
    expect(afterVerdict(item, { kind: 'STOPPED', reason: 'PORTAL', waitSeconds: null })).toEqual(item)
    expect(afterVerdict(item, { kind: 'HELD', reason: 'CLOSED', message: 'm' })?.hold).toEqual({
      reason: 'CLOSED',
      message: 'm',
    })
  })

  it('cannot be corrected once a byte may have left', () => {
    expect(mayReopen(interview(1))).toBe(true)
    expect(mayReopen(departing(interview(1)))).toBe(false)
    expect(mayReopen(released(departing(interview(1))))).toBe(false)
  })

  it('is given up by hand only when it is held and stands in a rescue file', () => {
    const held = interview(1, { hold: { reason: 'CLOSED', message: null } })
    expect(mayDiscard(held)).toBe(false)
    expect(mayDiscard({ ...held, isRescued: true })).toBe(true)
    expect(mayDiscard(interview(1, { isRescued: true }))).toBe(false)
  })

  it('leaves a receipt and no answers in the ledger', () => {
    const item = { ...interview(1), submission: 'tajne' }
    expect(ledgerEntryOf(item, 'R', '2026-11-23')).toEqual({
      id: 'i1',
      number: 1,
      surveyId: 's',
      localityId: null,
      finishedOn: '2026-11-22',
      sentOn: '2026-11-23',
      receipt: 'R',
    })
  })
})
