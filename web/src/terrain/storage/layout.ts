import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb'
import type { SealedInterview } from '@rozeznanie/core/terrain'
import type { Wrapped } from './pin-key.ts'

/** A row that only the PIN opens. `number` comes from the device's counter. */
export interface SecretRow {
  readonly id: string
  readonly number: number
  readonly iv: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
}

export const SECRET_STORES = ['bundle', 'drafts', 'queue', 'visits', 'ledger'] as const
export type SecretStore = (typeof SECRET_STORES)[number]

interface SecretTable {
  key: string
  value: SecretRow
}

export interface Layout extends DBSchema {
  /** The data key as the PIN wraps it, the wrong tries, and the counters: nothing of anybody's answers. */
  device: {
    key: string
    value:
      | ({ readonly id: 'key' } & Wrapped)
      | { readonly id: 'tries' | 'clock' | 'interviews' | 'visits'; readonly value: number }
  }
  bundle: SecretTable
  drafts: SecretTable
  queue: SecretTable
  visits: SecretTable
  ledger: SecretTable
  /** Finished interviews sealed for the organiser: they outlive a forgotten PIN. */
  sealed: { key: string; value: SealedInterview & { readonly number: number } }
}

export type TerrainDatabase = IDBPDatabase<Layout>
/** One step of the layout; a released step is never changed, only followed by another. */
export type Step = (database: TerrainDatabase) => void

export const STEPS: readonly Step[] = [
  (database) => {
    database.createObjectStore('device', { keyPath: 'id' })
    for (const store of SECRET_STORES) database.createObjectStore(store, { keyPath: 'id' })
  },
  (database) => {
    database.createObjectStore('sealed', { keyPath: 'id' })
  },
]

export const DATABASE_NAME = 'rozeznanie-teren'

/** Opens the storage of this device, brought to the newest layout; what waits in it stays. */
export function openLayout(
  steps: readonly Step[] = STEPS,
  onOutdated?: () => void,
): Promise<TerrainDatabase> {
  return openDB<Layout>(DATABASE_NAME, steps.length, {
    upgrade: (database, from) => {
      for (const step of steps.slice(from)) step(database)
    },
    // A newer version of the app wants to change the layout: this one makes room.
    blocking: (_from, _to, event) => {
      const { target } = event
      if (target instanceof IDBDatabase) target.close()
      onOutdated?.()
    },
  })
}

/** Writes at one go, and is over only when the disk has it; on a fault nothing of it stands. */
export async function write(
  database: TerrainDatabase,
  stores: readonly StoreNames<Layout>[],
  work: (change: IDBPTransaction<Layout, StoreNames<Layout>[], 'readwrite'>) => readonly Promise<unknown>[],
): Promise<void> {
  const change = database.transaction([...stores], 'readwrite', { durability: 'strict' })
  await Promise.all([...work(change as never), change.done])
}
