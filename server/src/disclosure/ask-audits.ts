import type { QueryAudit } from '@rozeznanie/core/disclosure'
import type { Context } from '../context.ts'
import { addReleased, countReleased, loadAudit, type AuditName } from './audit.store.ts'
import { lockedFor, readSnapshotNumber, type Client } from './snapshot.store.ts'
import type { Frozen } from './snapshots.ts'

/** Audits that are kept between requests; the database says whether one is still as it was. */
const MOST_KEPT = 64

interface KeptAudit {
  readonly audit: QueryAudit
  /** The snapshot whose standard sets were released. */
  readonly snapshot: number
}

const kept = new WeakMap<Context['snapshots'], Map<string, KeptAudit>>()

function keptIn(snapshots: Context['snapshots']): Map<string, KeptAudit> {
  const audits = kept.get(snapshots) ?? new Map<string, KeptAudit>()
  kept.set(snapshots, audits)
  return audits
}

/** Both audits of a table, to be asked. */
export interface AskedAudits {
  readonly people: QueryAudit
  readonly measure: QueryAudit
  /** The standard sets of this snapshot are to be released first. */
  readonly isFirst: boolean
}

interface Asking {
  readonly surveyId: string
  readonly measure: string
  readonly frozen: Pick<Frozen, 'number' | 'placeCount'>
  /** Whatever is released is forgotten again. */
  readonly isTrial: boolean
}

interface OpenAudit extends KeptAudit {
  readonly name: AuditName
  readonly count: number
}

async function open(
  client: Client,
  audits: ReadonlyMap<string, KeptAudit>,
  name: AuditName,
  { number, placeCount }: Asking['frozen'],
): Promise<OpenAudit> {
  const count = await countReleased(client, name)
  const before = audits.get(`${name.surveyId} ${name.measure}`)
  const isSame = before?.snapshot === number && before.audit.size === count
  const audit = isSame ? before.audit.copy() : await loadAudit(client, name, placeCount)
  return { name, count, audit, snapshot: isSame ? number : 0 }
}

function keep(audits: Map<string, KeptAudit>, { name, audit }: OpenAudit, snapshot: number): void {
  const key = `${name.surveyId} ${name.measure}`
  audits.delete(key)
  audits.set(key, { audit, snapshot })
  const [oldest] = audits.keys()
  if (audits.size > MOST_KEPT && oldest !== undefined) audits.delete(oldest)
}

/**
 * Asks the audits of a survey, one request after another: what was released is written before anybody else can ask.
 *
 * @returns `null` when another snapshot holds by now
 */
export async function askAudits<T>(
  { db, snapshots }: Pick<Context, 'db' | 'snapshots'>,
  { surveyId, measure, frozen, isTrial }: Asking,
  ask: (audits: AskedAudits) => T,
): Promise<T | null> {
  const audits = keptIn(snapshots)
  const done = await lockedFor(db, surveyId, async (client) => {
    if (((await readSnapshotNumber(client, surveyId)) ?? 0) !== frozen.number) return null
    const people = await open(client, audits, { surveyId, measure: '' }, frozen)
    const answers = await open(client, audits, { surveyId, measure }, frozen)
    const isFirst = people.snapshot !== frozen.number || answers.snapshot !== frozen.number
    const answer = ask({ people: people.audit, measure: answers.audit, isFirst })
    if (isTrial) return { answer, opened: [] }
    for (const { name, count, audit } of [people, answers])
      await addReleased(client, name, count, audit.releasedAfter(count))
    return { answer, opened: [people, answers] }
  })
  if (done === null) return null
  for (const opened of done.opened) keep(audits, opened, frozen.number)
  return done.answer
}
