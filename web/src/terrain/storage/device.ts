import type { IDBPObjectStore, StoreNames } from 'idb'
import { writeRescueFile, type SealedInterview } from '@rozeznanie/core/terrain'
import { SECRET_STORES, write, type Layout, type TerrainDatabase } from './layout.ts'
import { unwrapKey, wrapNewKey, type SlowHash, type Wrapped } from './pin-key.ts'

type Counter = 'interviews' | 'visits'
type Counted = 'tries' | 'clock' | Counter

async function countedOf(database: TerrainDatabase, id: Counted): Promise<number | null> {
  const row = await database.get('device', id)
  return row && row.id !== 'key' ? row.value : null
}

async function setCounted(database: TerrainDatabase, id: Counted, value: number): Promise<void> {
  await write(database, ['device'], (change) => [change.objectStore('device').put({ id, value })])
}

async function keyRow(database: TerrainDatabase): Promise<Wrapped | null> {
  const row = await database.get('device', 'key')
  return row?.id === 'key' ? row : null
}

export const isPrepared = async (database: TerrainDatabase): Promise<boolean> =>
  (await keyRow(database)) !== null

export const wrongTries = async (database: TerrainDatabase): Promise<number> =>
  (await countedOf(database, 'tries')) ?? 0

/** How far the server's clock was ahead at the last contact. */
export const serverAhead = (database: TerrainDatabase): Promise<number | null> => countedOf(database, 'clock')
export const noteServerAhead = (database: TerrainDatabase, milliseconds: number): Promise<void> =>
  setCounted(database, 'clock', milliseconds)

/** Chooses the PIN of a device that has none yet. @returns the data key */
export async function prepareDevice(
  database: TerrainDatabase,
  pin: string,
  hash?: SlowHash,
): Promise<CryptoKey> {
  const wrapped = await wrapNewKey(pin, hash)
  await write(database, ['device'], (change) => [change.objectStore('device').add({ id: 'key', ...wrapped })])
  const key = await unwrapKey(pin, wrapped)
  if (!key) throw new Error('the new key does not open')
  return key
}

/** Tries a PIN. The try is counted before it is made, so that pulling the plug does not help. */
export async function unlockDevice(database: TerrainDatabase, pin: string): Promise<CryptoKey | null> {
  const wrapped = await keyRow(database)
  if (!wrapped) return null
  await setCounted(database, 'tries', (await wrongTries(database)) + 1)
  const key = await unwrapKey(pin, wrapped)
  if (key) await setCounted(database, 'tries', 0)
  return key
}

/** The next number of one of the device's own counters, which the clock does not move. */
export async function nextNumber(database: TerrainDatabase, counter: Counter): Promise<number> {
  let value = 1
  const count = async (
    store: Pick<IDBPObjectStore<Layout, StoreNames<Layout>[], 'device', 'readwrite'>, 'get' | 'put'>,
  ) => {
    const row = await store.get(counter)
    value = (row && row.id !== 'key' ? row.value : 0) + 1
    await store.put({ id: counter, value })
  }
  await write(database, ['device'], (change) => [count(change.objectStore('device'))])
  return value
}

/** What stands on a device whose PIN nobody knows. */
export interface Locked {
  readonly waiting: number
  readonly unfinished: number
  readonly visits: number
}

export async function countLocked(database: TerrainDatabase): Promise<Locked> {
  const [waiting, unfinished, visits] = await Promise.all([
    database.count('queue'),
    database.count('drafts'),
    database.count('visits'),
  ])
  return { waiting, unfinished, visits }
}

/** The sealed copies of finished interviews as one file; no PIN is needed for it. */
export async function rescueFile(
  database: TerrainDatabase,
  isWanted: (sealed: SealedInterview) => boolean = () => true,
): Promise<string> {
  const sealed = (await database.getAll('sealed')).filter(isWanted)
  return writeRescueFile([...sealed].sort((a, b) => a.number - b.number))
}

/** Wipes everything: the next person prepares the device anew. */
export async function wipeDevice(database: TerrainDatabase): Promise<void> {
  const stores = ['device', 'sealed', ...SECRET_STORES] as const
  await write(database, stores, (change) => stores.map((store) => change.objectStore(store).clear()))
}
