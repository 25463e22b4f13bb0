// @vitest-environment node
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import type { TerrainBundle, Verdict } from '@rozeznanie/core/terrain'
import { draftSaver, type Saving } from './draft-saver.ts'
import type { Server } from './server.ts'
import { prepareDevice } from './storage/device.ts'
import { openLayout } from './storage/layout.ts'
import { Tablet, type UnfinishedInterview } from './storage/tablet.ts'
import { createSync, type SyncState } from './sync.ts'

const QUICK = { name: 'pbkdf2', iterations: 1000 } as const
const bundleOf = (id: string): TerrainBundle => ({
  account: { id, name: 'Anna' },
  organisationName: 'CUS',
  surveys: [],
})
const idOf = (index: number) => `0d3c1f0e-5a4b-4c3d-8e2f-1a2b3c4d5e${String(index).padStart(2, '0')}`

let tablet: Tablet
let sent: string[]
let visitsSent: string[]
let verdictOf: (id: string) => Verdict
let account: string
let state: SyncState
let rescueKey: { id: string; publicKey: JsonWebKey & Record<string, unknown> }

const server: Server = {
  bundle: async () => ({ kind: 'TOLD', value: bundleOf(account) }),
  signIn: async () => ({ kind: 'FAILED' }),
  submit: async ({ id }) => {
    sent.push(id)
    return verdictOf(id)
  },
  sendVisits: async (visits) => {
    visitsSent.push(...visits.map(({ id }) => id))
    return {
      kind: 'TOLD',
      value: visits.map(({ id }) => ({
        id,
        status: id === 'bad' ? 'refused' : 'stored',
        message: 'Zdanie.',
      })),
    }
  },
}

const aSync = () =>
  createSync({
    tablet,
    server,
    alone: (work) => work(),
    now: () => 0,
    today: () => '2026-11-22',
    onChange: async (next) => {
      state = next
    },
  })

async function finish(index: number) {
  const begun = await tablet.begin({
    id: idOf(index),
    surveyId: 's',
    questionnaireVersionId: 'v',
    localityId: null,
    begunOn: '2026-11-22',
    visitId: `visit-${index}`,
    place: '',
    draft: '',
  })
  const submission = { id: begun.id, questionnaireVersionId: 'v', mode: 'CAPI' as const, answers: {} }
  await tablet.finish({ draft: begun, submission, finishedOn: '2026-11-22', finishedAt: -index, rescueKey })
}

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  const database = await openLayout()
  tablet = new Tablet(database, await prepareDevice(database, '190745', QUICK))
  sent = []
  visitsSent = []
  account = 'anna'
  verdictOf = () => ({ kind: 'ACCEPTED', receipt: 'AB-1' })
  const rsa = {
    name: 'RSA-OAEP',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: Uint8Array.of(1, 0, 1),
  }
  if (!rescueKey) {
    const { publicKey } = await crypto.subtle.generateKey(rsa, true, ['encrypt', 'decrypt'])
    rescueKey = {
      id: 'k',
      publicKey: { ...(await crypto.subtle.exportKey('jwk', publicKey)), key_ops: undefined },
    }
  }
})

describe('a round of sending', () => {
  it('brings everything, oldest first, and leaves receipts', async () => {
    for (const index of [1, 2, 3]) await finish(index)
    await aSync().round()
    const { queue, ledger, visits } = await tablet.read()
    expect(sent).toEqual([1, 2, 3].map(idOf))
    expect([queue.length, ledger.length, visits.length]).toEqual([0, 3, 0])
    expect(state).toMatchObject({ isRunning: false, trouble: null })
  })

  it('sends nothing under another account', async () => {
    await tablet.keepBundle(bundleOf('anna'))
    account = 'jan'
    await finish(1)
    await aSync().round()
    expect(sent).toEqual([])
    expect(state.trouble).toBe('OTHER_ACCOUNT')
    expect((await tablet.read()).queue[0]?.mayBeThere).toBe(false)
  })

  it('stops where the network stops, and knows that a byte may have left', async () => {
    verdictOf = () => ({ kind: 'STOPPED', reason: 'PORTAL', waitSeconds: null })
    await finish(1)
    await finish(2)
    await aSync().round()
    const { queue } = await tablet.read()
    expect(sent).toEqual([idOf(1)])
    expect(queue.map(({ mayBeThere }) => mayBeThere)).toEqual([true, false])
    expect(visitsSent).toEqual([])
  })

  it('keeps what is refused and goes on with the rest', async () => {
    verdictOf = (id) =>
      id === idOf(1)
        ? { kind: 'HELD', reason: 'CLOSED', message: 'Zamknięta.' }
        : { kind: 'ACCEPTED', receipt: 'AB-2' }
    await finish(1)
    await finish(2)
    await aSync().round()
    const { queue, ledger } = await tablet.read()
    expect(queue.map(({ hold }) => hold?.reason)).toEqual(['CLOSED'])
    expect(ledger.map(({ receipt }) => receipt)).toEqual(['AB-2'])
    await aSync().round()
    expect(sent).toHaveLength(2)
  })

  it('keeps a refused visit with its reason, and an agreed day as a reminder', async () => {
    const visit = { surveyId: 's', day: '2026-11-22' }
    await tablet.addVisit({ ...visit, id: 'bad', outcome: 'ABSENT' })
    await tablet.addVisit({ ...visit, id: 'back', outcome: 'COME_BACK', comeBackOn: '2026-11-30' })
    await aSync().round()
    await aSync().round()
    const { visits } = await tablet.read()
    expect(visits.map(({ id, refusal, isSent }) => [id, refusal, isSent])).toEqual([
      ['bad', 'Zdanie.', undefined],
      ['back', undefined, true],
    ])
    expect(visitsSent).toEqual(['bad', 'back'])
  })
})

describe('an interview being written down', () => {
  const draft = { id: 'x', draft: 'a' } as UnfinishedInterview
  const until = async (is: () => boolean) => {
    while (!is()) await new Promise((resolve) => setTimeout(resolve, 1))
  }

  it('is written one state after another, and always ends with the newest', async () => {
    const written: string[] = []
    const save = async ({ draft: text }: UnfinishedInterview) => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      written.push(text)
    }
    const saver = draftSaver({ save }, draft, () => undefined)
    for (const text of ['b', 'c', 'd']) saver.change({ draft: text })
    expect(await saver.flush()).toBe(true)
    expect(written).toEqual(['b', 'd'])
  })

  it('tells when the disk is full, and tries again with the next answer', async () => {
    const said: Saving[] = []
    let isFull = true
    const save = async () => {
      if (isFull) throw new Error('full')
    }
    const saver = draftSaver({ save }, draft, (saving) => said.push(saving))
    saver.change({ draft: 'b' })
    await until(() => said.includes('failed'))
    isFull = false
    saver.change({ draft: 'c' })
    expect(await saver.flush()).toBe(true)
    expect(said.at(-1)).toBe('saved')
  })

  it('is not written any more after it was finished', async () => {
    const written: string[] = []
    const saver = draftSaver({ save: async (one) => void written.push(one.draft) }, draft, () => undefined)
    saver.stop()
    saver.change({ draft: 'b' })
    expect(await saver.flush()).toBe(true)
    expect(written).toEqual([])
  })
})
