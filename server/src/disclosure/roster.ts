import type { StoredSnapshot } from './snapshot.store.ts'
import { packBits } from './bits.ts'

const ID_BYTES = 16

type Members = Pick<StoredSnapshot, 'responseIds' | 'present'>

/** Ids as short texts, in their order. */
export const namesOf = (ids: Uint8Array): readonly string[] => {
  const text = Buffer.from(ids).toString('latin1')
  return Array.from({ length: ids.length / ID_BYTES }, (_, at) =>
    text.slice(at * ID_BYTES, (at + 1) * ID_BYTES),
  )
}

/** A snapshot of these responses alone, in the order of their random ids. */
export function newRoster(counted: Uint8Array): Members {
  return { responseIds: counted, present: packBits(new Uint8Array(counted.length / ID_BYTES).fill(1)) }
}

/** A snapshot of these responses after another: whoever was in it keeps their place, whether still counted or not. */
export function nextRoster(previous: Members, counted: Uint8Array): Members {
  const before = namesOf(previous.responseIds)
  const now = namesOf(counted)
  const isCounted = new Set(now)
  const isKnown = new Set(before)
  const added = now.filter((name) => !isKnown.has(name))
  const responseIds = Buffer.concat([previous.responseIds, Buffer.from(added.join(''), 'latin1')])
  const present = [...before.map((name) => (isCounted.has(name) ? 1 : 0)), ...added.map(() => 1)]
  return { responseIds, present: packBits(Uint8Array.from(present)) }
}
