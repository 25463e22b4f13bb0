// @vitest-environment node
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { readRescueFile, readRescued, type RescueKey } from '@rozeznanie/core/terrain'
import {
  countLocked,
  isPrepared,
  nextNumber,
  prepareDevice,
  rescueFile,
  unlockDevice,
  wipeDevice,
  wrongTries,
} from './device.ts'
import { openLayout, STEPS, type TerrainDatabase } from './layout.ts'
import { unwrapKey, wrapNewKey } from './pin-key.ts'
import { Tablet, type UnfinishedInterview } from './tablet.ts'

const PIN = '190745'
const CANARY = 'Kanarek-z-Woli'
/** Quick, because what is tested here is not the slowness. */
const QUICK = { name: 'pbkdf2', iterations: 1000 } as const
const draft = (index: number): Omit<UnfinishedInterview, 'number'> => ({
  id: `0d3c1f0e-5a4b-4c3d-8e2f-1a2b3c4d5e${String(index).padStart(2, '0')}`,
  surveyId: 's',
  questionnaireVersionId: 'v',
  localityId: CANARY,
  begunOn: '2026-11-22',
  visitId: `visit-${index}`,
  place: '',
  draft: CANARY,
})

let database: TerrainDatabase
let tablet: Tablet
let rescueKey: RescueKey
let organiser: CryptoKeyPair

async function openDevice(steps = STEPS) {
  database = await openLayout(steps)
  tablet = new Tablet(database, await prepareDevice(database, PIN, QUICK))
}

async function finish(index: number) {
  const begun = await tablet.begin(draft(index))
  const submission = {
    id: begun.id,
    questionnaireVersionId: 'v',
    mode: 'CAPI' as const,
    answers: { a: `${CANARY} ${index}` },
    secondsSpent: 60,
  }
  await tablet.finish({ draft: begun, submission, finishedOn: '2026-11-22', finishedAt: 5, rescueKey })
  return begun.id
}

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  const settings = {
    name: 'RSA-OAEP',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: Uint8Array.of(1, 0, 1),
  }
  organiser ??= await crypto.subtle.generateKey(settings, true, [
    'encrypt',
    'decrypt',
    'wrapKey',
    'unwrapKey',
  ])
  const publicKey = { ...(await crypto.subtle.exportKey('jwk', organiser.publicKey)) }
  delete publicKey.key_ops
  rescueKey = { id: 'key-1', publicKey }
})

/** Every byte that the browser would write, as text. */
async function everythingStored(): Promise<string> {
  const rows = await Promise.all(Array.from(database.objectStoreNames, (store) => database.getAll(store)))
  return JSON.stringify(rows, (_key, value: unknown) =>
    value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value,
  )
}

describe('the PIN of a device', () => {
  it('opens it, and another does not; wrong tries are counted until a right one', async () => {
    await openDevice()
    await tablet.begin(draft(1))

    expect(await unlockDevice(database, '000111')).toBeNull()
    expect(await unlockDevice(database, '000112')).toBeNull()
    expect(await wrongTries(database)).toBe(2)
    const key = await unlockDevice(database, PIN)

    expect(await wrongTries(database)).toBe(0)
    expect((await new Tablet(database, key!).read()).drafts).toHaveLength(1)
  })

  it('goes through argon2id, into a key that no script can read', async () => {
    const wrapped = await wrapNewKey(PIN)
    expect(wrapped.hash).toMatchObject({ name: 'argon2id', memoryKib: 47_104, passes: 3 })
    expect((await unwrapKey(PIN, wrapped))?.extractable).toBe(false)
    expect(await unwrapKey(`${PIN}1`, wrapped)).toBeNull()
  })

  it('cannot be chosen a second time', async () => {
    await openDevice()
    await expect(prepareDevice(database, '555777', QUICK)).rejects.toThrow()
    expect(await isPrepared(database)).toBe(true)
  })
})

describe('what the device holds', () => {
  it('is never in clear text', async () => {
    await openDevice()
    await tablet.begin(draft(1))
    await finish(2)
    await tablet.addVisit({
      id: 'x',
      surveyId: 's',
      day: '2026-11-22',
      outcome: 'ABSENT',
      localityId: CANARY,
    })

    expect(await everythingStored()).not.toContain(CANARY)
    const held = await tablet.read()
    expect([held.drafts.length, held.queue.length, held.visits.length]).toEqual([1, 1, 2])
    expect(held.queue[0]?.submission.answers).toEqual({ a: `${CANARY} 2` })
  })

  it('does not open in another place', async () => {
    await openDevice()
    await tablet.begin(draft(1))
    const [row] = await database.getAll('drafts')
    await database.put('queue', row!)
    await expect(tablet.read()).rejects.toThrow()
  })

  it('is wiped by a receipt, which stays', async () => {
    await openDevice()
    const id = await finish(1)
    await tablet.settle({
      id,
      number: 2,
      surveyId: 's',
      localityId: null,
      finishedOn: '2026-11-22',
      sentOn: '2026-11-22',
      receipt: 'AB-12',
    })
    const { queue, ledger } = await tablet.read()
    expect(queue).toEqual([])
    expect(ledger.map(({ receipt }) => receipt)).toEqual(['AB-12'])
    expect(await database.count('sealed')).toBe(0)
  })

  it('goes back to the form as it was, and is finished as one', async () => {
    await openDevice()
    const id = await finish(1)
    await tablet.reopen((await tablet.read()).queue[0]!)
    const { drafts, queue, visits } = await tablet.read()
    expect([drafts.length, queue.length, visits.length]).toEqual([1, 0, 0])
    expect(drafts[0]).toMatchObject({ id, draft: CANARY })
  })

  it('is numbered by the device, whatever the clock and the page', async () => {
    await openDevice()
    const numbers = await Promise.all(Array.from({ length: 20 }, () => nextNumber(database, 'interviews')))
    expect(new Set(numbers).size).toBe(20)
  })

  it('waits on while the layout of the storage is changed', async () => {
    await openDevice(STEPS.slice(0, -1))
    for (let index = 1; index <= 20; index += 1) await tablet.begin(draft(index))
    database.close()

    database = await openLayout([...STEPS, (next) => void next.createObjectStore('later' as never)])
    const key = await unlockDevice(database, PIN)
    tablet = new Tablet(database, key!)

    expect(database.version).toBe(STEPS.length + 1)
    expect((await tablet.read()).drafts.map((each) => each.number)).toHaveLength(20)
    await finish(21)
    expect((await tablet.read()).queue).toHaveLength(1)
  })
})

describe('without the PIN', () => {
  it('the organiser, and nobody else, opens what was finished', async () => {
    await openDevice()
    const ids = [await finish(1), await finish(2)]
    await tablet.begin(draft(3))

    expect(await countLocked(database)).toEqual({ waiting: 2, unfinished: 1, visits: 2 })
    const text = await rescueFile(database)
    expect(text).not.toContain(CANARY)
    const { interviews } = readRescueFile(text)
    expect(interviews.map(({ id }) => id)).toEqual(ids)

    const [sealed] = interviews
    const bytes = (base64: string) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    const raw = await crypto.subtle.decrypt(
      { name: 'RSA-OAEP' },
      organiser.privateKey,
      bytes(sealed!.wrappedKey),
    )
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt'])
    const how = {
      name: 'AES-GCM',
      iv: bytes(sealed!.iv),
      additionalData: new TextEncoder().encode(sealed!.id),
    }
    const opened = new TextDecoder().decode(await crypto.subtle.decrypt(how, key, bytes(sealed!.data)))
    expect(readRescued(opened)).toMatchObject({
      surveyId: 's',
      submission: { id: ids[0], mode: 'CAPI', answers: { a: `${CANARY} 1` } },
    })
  })

  it('everything can be wiped, and the device prepared anew', async () => {
    await openDevice()
    await finish(1)
    await wipeDevice(database)
    expect(await isPrepared(database)).toBe(false)
    expect(await countLocked(database)).toEqual({ waiting: 0, unfinished: 0, visits: 0 })
  })
})
