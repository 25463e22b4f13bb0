import { createHash } from 'node:crypto'
import { packBits, unpackBits } from './bits.ts'
import { namesOf } from './roster.ts'
import { type Client, lockDisclosure, readSnapshot } from './snapshot.store.ts'

interface ReleasedRow {
  readonly measure: string
  readonly number: number
  readonly members: Uint8Array
}

/** Bits of the places in another order; `order[i]` is the old place of what stands at `i` afterwards. */
function moved(bits: Uint8Array, order: readonly number[]): Buffer {
  const before = unpackBits(bits, order.length)
  return Buffer.from(packBits(Uint8Array.from(order, (place) => before[place]!)))
}

/**
 * Puts the places of a snapshot into the order of the random ids, as the responses themselves are when their survey is
 * over: the places of a survey in the field tell in which ten somebody answered. What was released stays released, for
 * the same people. To be called in the transaction that makes the order of the responses meaningless.
 */
export async function sortSnapshotPlaces(client: Client, surveyId: string): Promise<void> {
  await lockDisclosure(client, surveyId)
  const snapshot = await readSnapshot(client, surveyId)
  if (snapshot === null) return
  const names = namesOf(snapshot.responseIds)
  const order = [...names.keys()].sort((one, other) => (names[one]! < names[other]! ? -1 : 1))
  if (order.every((place, at) => place === at)) return
  const responseIds = Buffer.from(order.map((place) => names[place]!).join(''), 'latin1')
  await client.query(
    'UPDATE disclosure_snapshot SET number = number + 1, response_ids = $2, present = $3 WHERE survey_id = $1',
    [surveyId, responseIds, moved(snapshot.present, order)],
  )
  const { rows } = await client.query<ReleasedRow>(
    'DELETE FROM released_query_set WHERE survey_id = $1 RETURNING measure, number, members',
    [surveyId],
  )
  const sets = rows.map(({ members }) => moved(members, order))
  await client.query(
    `INSERT INTO released_query_set (survey_id, measure, number, member_hash, members)
     SELECT $1, * FROM unnest($2::text[], $3::int[], $4::bytea[], $5::bytea[])`,
    [
      surveyId,
      rows.map(({ measure }) => measure),
      rows.map(({ number }) => number),
      sets.map((members) => createHash('sha256').update(members).digest()),
      sets,
    ],
  )
}
