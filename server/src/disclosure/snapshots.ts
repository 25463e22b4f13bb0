import { isSnapshotDue, type Members } from '@rozeznanie/core/disclosure'
import { isOverWithGrace } from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import type { Database } from '../database/database.ts'
import { forgetReleased } from './audit.store.ts'
import { readFrozenColumns, type FrozenColumns } from './frozen-columns.ts'
import { newRoster, nextRoster } from './roster.ts'
import {
  countCorrected,
  lockedFor,
  readAnswersNow,
  readCountedIds,
  readSnapshot,
  readSnapshotFacts,
  readSnapshotNumber,
  writeSnapshot,
  type AnswersNow,
  type Client,
} from './snapshot.store.ts'

const MOST_KEPT = 8
const ID_BYTES = 16

/** The answers of a survey as everybody but its owner may know them: frozen, until enough of them have changed. */
export interface Frozen extends FrozenColumns {
  readonly number: number
  readonly asOf: Date
  /** How many places the snapshot has: whoever was in an earlier one keeps theirs. */
  readonly placeCount: number
}

/** Snapshots of all surveys. What they are taken of is in the database, so that a restart changes nothing. */
export interface Snapshots {
  /**
   * The snapshot that holds, taken anew first when it is due; one of nobody before there are enough answers.
   * It asks nobody who is asking: that is the caller's part.
   *
   * @returns `null` when there is no such survey
   */
  read(surveyId: string): Promise<Frozen | null>
  /** How many responses the snapshot that holds has, taken anew first when it is due; `null` when there is none. */
  count(surveyId: string): Promise<number | null>
  /** Freezes the answers as they are now, by decision of their owner, and forgets what was told of earlier ones. */
  renew(surveyId: string): Promise<void>
}

/** A set of people of the columns as one of the places of the snapshot. */
export function placed(
  members: Members,
  { places, placeCount }: Pick<Frozen, 'places' | 'placeCount'>,
): Members {
  const at = new Uint8Array(placeCount)
  for (let person = 0; person < members.length; person++) if (members[person] === 1) at[places[person]!] = 1
  return at
}

interface Deps {
  readonly db: Database
  readonly now: () => Date
  readonly surveyColumns: Context['surveyColumns']
}

async function isDue(
  client: Client,
  surveyId: string,
  answers: AnswersNow,
  isOver: boolean,
): Promise<boolean> {
  const before = await readSnapshotFacts(client, surveyId)
  if (before === null) return isSnapshotDue({ ...answers, isOver, previous: null })
  const correctedCount = await countCorrected(client, surveyId, before.correctionCount)
  const changeCount = Math.abs(answers.countedCount - before.presentCount) + correctedCount
  return isSnapshotDue({ ...answers, isOver, previous: { ...before, changeCount } })
}

/** Writes the next snapshot. The first after the end, and one that the owner asked for, begin anew. */
async function take(
  client: Client,
  surveyId: string,
  asOf: Date,
  isFinal: boolean,
  isAnew: boolean,
): Promise<void> {
  const before = await readSnapshot(client, surveyId)
  const { responseIds, correctionCount } = await readCountedIds(client, surveyId)
  const isFresh = before === null || isAnew || (isFinal && !before.isFinal)
  const roster = isFresh ? newRoster(responseIds) : nextRoster(before, responseIds)
  if (isFresh) await forgetReleased(client, surveyId)
  const number = (before?.number ?? 0) + 1
  await writeSnapshot(client, surveyId, { ...roster, number, asOf, correctionCount, isFinal })
}

const NONE = { number: 0, responseIds: new Uint8Array(), present: new Uint8Array(), correctionCount: 0 }

/** @returns the snapshots of this database's surveys; one object for the life of the server */
export function createSnapshots({ db, now, surveyColumns }: Deps): Snapshots {
  const kept = new Map<string, Promise<Frozen | null>>()
  /** @returns `null` when nothing is to be taken, or there is no such survey */
  const wish = async (client: Client, surveyId: string, isAnew: boolean) => {
    const answers = await readAnswersNow(client, surveyId)
    if (answers === null) return null
    const isOver = isOverWithGrace(answers, now())
    return isAnew || (await isDue(client, surveyId, answers, isOver)) ? { isOver } : null
  }
  /** Looked at again under the lock: somebody else may have been first. */
  const takeIfDue = async (surveyId: string, isAnew: boolean) => {
    if ((await wish(db.pool, surveyId, isAnew)) === null) return
    await lockedFor(db, surveyId, async (client) => {
      const due = await wish(client, surveyId, isAnew)
      if (due !== null) await take(client, surveyId, now(), due.isOver, isAnew)
    })
  }
  const build = async (surveyId: string): Promise<Frozen | null> => {
    const stored = (await readSnapshot(db.pool, surveyId)) ?? { ...NONE, asOf: now() }
    const frozen = await readFrozenColumns({ db, surveyColumns }, surveyId, stored)
    const { number, asOf, responseIds } = stored
    return frozen && { ...frozen, number, asOf, placeCount: responseIds.length / ID_BYTES }
  }
  return {
    renew: (surveyId) => takeIfDue(surveyId, true),
    count: async (surveyId) => {
      await takeIfDue(surveyId, false)
      return (await readSnapshotFacts(db.pool, surveyId))?.presentCount ?? null
    },
    read: async (surveyId) => {
      await takeIfDue(surveyId, false)
      const [number, form] = await Promise.all([
        readSnapshotNumber(db.pool, surveyId),
        surveyColumns.form(surveyId),
      ])
      if (form === null) return null
      const versions = form.versions.map(({ id }) => id).join()
      const name = `${surveyId} ${number ?? 0} ${versions}`
      const frozen = (number === null ? undefined : kept.get(name)) ?? build(surveyId)
      kept.delete(name)
      kept.set(name, frozen)
      const [oldest] = kept.keys()
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
      frozen.catch(() => kept.delete(name))
      return frozen
    },
  }
}
