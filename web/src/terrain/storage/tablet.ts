import type { Submission } from '@rozeznanie/core/response'
import {
  keepingWhatIsNeeded,
  type LedgerEntry,
  type QueuedInterview,
  type RescueKey,
  type TerrainBundle,
  type Visit,
} from '@rozeznanie/core/terrain'
import { nextNumber } from './device.ts'
import { SECRET_STORES, write, type SecretStore, type TerrainDatabase } from './layout.ts'
import { sealInterview } from './seal.ts'
import { hide, reveal } from './secrets.ts'

/** An interview that was begun and not finished. */
export interface UnfinishedInterview {
  readonly id: string
  readonly number: number
  readonly surveyId: string
  readonly questionnaireVersionId: string
  readonly localityId: string | null
  readonly begunOn: string
  /** Of the visit that it makes when it is finished, so that finishing it twice makes one. */
  readonly visitId: string
  /** Where in the form it stands, as in an address. */
  readonly place: string
  /** The draft as the answering face keeps it. */
  readonly draft: string
  /** That the respondent reads in. */
  readonly language?: string
}

export interface WaitingInterview extends QueuedInterview {
  /** As the server gets it, with the time that it took. */
  readonly submission: Submission & { readonly secondsSpent?: number }
  /** To go on with, while it may still be corrected. */
  readonly from: UnfinishedInterview
}

export interface WaitingVisit extends Visit {
  readonly number: number
  /** The server does not take it, in its words. */
  readonly refusal?: string
  /** The server has it; it stays only to remind of the day to come back. */
  readonly isSent?: boolean
}

/** Is it still to be sent? */
export const isToSend = ({ refusal, isSent }: WaitingVisit): boolean =>
  refusal === undefined && isSent !== true

/** Everything that the device holds, opened; each list in the order of the device's counter. */
export interface Holdings {
  readonly bundle: TerrainBundle | null
  readonly drafts: readonly UnfinishedInterview[]
  readonly queue: readonly WaitingInterview[]
  readonly visits: readonly WaitingVisit[]
  readonly ledger: readonly LedgerEntry[]
}

interface Finished {
  readonly draft: UnfinishedInterview
  readonly submission: WaitingInterview['submission']
  readonly finishedOn: string
  readonly finishedAt: number
  readonly rescueKey: RescueKey
}

type Numbered = { readonly id: string; readonly number: number }

/** The storage of an unlocked device. Nothing leaves a function here before it is on the disk. */
export class Tablet {
  readonly #key: CryptoKey
  constructor(
    readonly database: TerrainDatabase,
    key: CryptoKey,
  ) {
    this.#key = key
  }

  async read(): Promise<Holdings> {
    const [bundles, drafts, queue, visits, ledger] = await Promise.all(
      SECRET_STORES.map((store) => this.#all(store)),
    )
    return {
      bundle: (bundles?.[0] ?? null) as TerrainBundle | null,
      drafts: (drafts ?? []) as UnfinishedInterview[],
      queue: (queue ?? []) as WaitingInterview[],
      visits: (visits ?? []) as WaitingVisit[],
      ledger: (ledger ?? []) as LedgerEntry[],
    }
  }

  /** The newest bundle, with what is still needed of the one before. */
  async keepBundle(next: TerrainBundle): Promise<void> {
    const { bundle, drafts, queue } = await this.read()
    const needed = [...drafts, ...queue.map(({ from }) => from)]
    await this.#put('bundle', 'now', 0, keepingWhatIsNeeded(bundle, next, needed))
  }

  async begin(draft: Omit<UnfinishedInterview, 'number'>): Promise<UnfinishedInterview> {
    const begun = { ...draft, number: await nextNumber(this.database, 'interviews') }
    await this.save(begun)
    return begun
  }

  async save(draft: UnfinishedInterview): Promise<void> {
    await this.#put('drafts', draft.id, draft.number, draft)
  }

  /** An interview that the person gave up: its answers go, the visit stays. */
  async giveUp(id: string, visit: Visit | null): Promise<void> {
    const row = visit && (await this.#visitRow(visit))
    await write(this.database, ['drafts', 'visits'], (change) => [
      change.objectStore('drafts').delete(id),
      ...(row ? [change.objectStore('visits').put(row)] : []),
    ])
  }

  /** Puts a finished interview into the queue, with its sealed copy and its visit: all of it or nothing. */
  async finish({ draft, submission, finishedOn, finishedAt, rescueKey }: Finished): Promise<void> {
    const { id, number, surveyId, localityId } = draft
    const waiting: WaitingInterview = {
      id,
      number,
      surveyId,
      localityId,
      finishedOn,
      finishedAt,
      mayBeThere: false,
      failures: 0,
      hold: null,
      isRescued: false,
      submission,
      from: draft,
    }
    const visit: Visit = {
      id: draft.visitId,
      surveyId,
      day: finishedOn,
      outcome: 'INTERVIEWED',
      ...(localityId !== null && { localityId }),
    }
    const [row, sealed, visitRow] = await Promise.all([
      hide(this.#key, 'queue', id, number, waiting),
      sealInterview({ surveyId, finishedOn, submission }, rescueKey),
      this.#visitRow(visit),
    ])
    await write(this.database, ['drafts', 'queue', 'sealed', 'visits'], (change) => [
      change.objectStore('queue').put(row),
      change.objectStore('sealed').put({ ...sealed, number }),
      change.objectStore('visits').put(visitRow),
      change.objectStore('drafts').delete(id),
    ])
  }

  /** Takes an interview that nobody can have yet out of the queue, to be corrected. */
  async reopen(item: WaitingInterview): Promise<void> {
    const { from } = item
    const row = await hide(this.#key, 'drafts', from.id, from.number, from)
    await write(this.database, ['drafts', 'queue', 'sealed', 'visits'], (change) => [
      change.objectStore('drafts').put(row),
      change.objectStore('queue').delete(item.id),
      change.objectStore('sealed').delete(item.id),
      change.objectStore('visits').delete(from.visitId),
    ])
  }

  async note(item: WaitingInterview): Promise<void> {
    await this.#put('queue', item.id, item.number, item)
  }

  /** The server has it: the answers and their sealed copy are wiped, the receipt stays. */
  async settle(entry: LedgerEntry): Promise<void> {
    const row = await hide(this.#key, 'ledger', entry.id, entry.number, entry)
    await write(this.database, ['queue', 'sealed', 'ledger'], (change) => [
      change.objectStore('ledger').put(row),
      change.objectStore('queue').delete(entry.id),
      change.objectStore('sealed').delete(entry.id),
    ])
  }

  /** Gives up an interview that stands in a rescue file and that nobody takes from here. */
  async discard(id: string): Promise<void> {
    await write(this.database, ['queue', 'sealed'], (change) => [
      change.objectStore('queue').delete(id),
      change.objectStore('sealed').delete(id),
    ])
  }

  async addVisit(visit: Visit): Promise<void> {
    const row = await this.#visitRow(visit)
    await write(this.database, ['visits'], (change) => [change.objectStore('visits').put(row)])
  }

  async noteVisit(visit: WaitingVisit): Promise<void> {
    await this.#put('visits', visit.id, visit.number, visit)
  }

  async dropVisits(ids: readonly string[]): Promise<void> {
    await write(this.database, ['visits'], (change) => [
      ...ids.map((id) => change.objectStore('visits').delete(id)),
    ])
  }

  async #visitRow(visit: Visit) {
    const number = await nextNumber(this.database, 'visits')
    return hide(this.#key, 'visits', visit.id, number, { ...visit, number })
  }

  async #put(store: SecretStore, id: string, number: number, value: unknown): Promise<void> {
    const row = await hide(this.#key, store, id, number, value)
    await write(this.database, [store], (change) => [change.objectStore(store).put(row)])
  }

  async #all(store: SecretStore): Promise<readonly unknown[]> {
    const rows = await this.database.getAll(store)
    const opened = await Promise.all(rows.map((row) => reveal(this.#key, store, row)))
    return (opened as Numbered[]).sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
  }
}
