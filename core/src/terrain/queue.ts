import type { HoldReason, Verdict } from './reply.ts'

/** A finished interview that is still only on this device. */
export interface QueuedInterview {
  /** Of the response: made when the interview was begun. */
  readonly id: string
  /** Of the device's own counter: the order does not follow the clock, which may be wrong. */
  readonly number: number
  readonly surveyId: string
  readonly localityId: string | null
  /** Local day of the device on which it was finished. */
  readonly finishedOn: string
  /** Milliseconds of the device's clock. */
  readonly finishedAt: number
  /** A first byte may have left: from then on exactly this is sent, because the server may have it. */
  readonly mayBeThere: boolean
  /** Tries that brought neither a receipt nor a refusal. */
  readonly failures: number
  /** Waits for a person; `null` while it is to be sent. */
  readonly hold: { readonly reason: HoldReason; readonly message: string | null } | null
  /** It stands in a rescue file that was saved. */
  readonly isRescued: boolean
}

/** What stays of an interview after the server has it: no answers. */
export interface LedgerEntry {
  readonly id: string
  readonly number: number
  readonly surveyId: string
  readonly localityId: string | null
  readonly finishedOn: string
  readonly sentOn: string
  readonly receipt: string
}

/** How one round of sending goes. */
export interface Round {
  readonly tried: ReadonlySet<string>
  /** Faults one after another: a server that fails thrice is left alone until the next round. */
  readonly faults: number
  readonly isOver: boolean
}

export const FIRST_ROUND: Round = { tried: new Set(), faults: 0, isOver: false }
const MOST_FAULTS = 3

/** The oldest interview that is still to be tried in this round. */
export function nextToSend<Item extends QueuedInterview>(
  queue: readonly Item[],
  round: Round,
): Item | undefined {
  if (round.isOver) return undefined
  return queue
    .filter(({ id, hold }) => hold === null && !round.tried.has(id))
    .reduce<Item | undefined>(
      (oldest, item) => (oldest && oldest.number < item.number ? oldest : item),
      undefined,
    )
}

/** To be kept durably before the first byte leaves. */
export function departing<Item extends QueuedInterview>(item: Item): Item {
  return { ...item, mayBeThere: true }
}

/** May it be opened for correction? Only while nobody else can have it. */
export const mayReopen = ({ mayBeThere, hold }: QueuedInterview): boolean => !mayBeThere && hold === null

/** The interview after a verdict; `null` when it has a receipt and is wiped. */
export function afterVerdict<Item extends QueuedInterview>(item: Item, verdict: Verdict): Item | null {
  switch (verdict.kind) {
    case 'ACCEPTED':
      return null
    case 'HELD':
      return { ...item, hold: { reason: verdict.reason, message: verdict.message } }
    case 'FAILED':
      return { ...item, failures: item.failures + 1 }
    case 'STOPPED':
      return item
  }
}

/** The round after one try. */
export function goOn(round: Round, id: string, verdict: Verdict): Round {
  const faults = verdict.kind === 'FAILED' ? round.faults + 1 : 0
  return {
    tried: new Set([...round.tried, id]),
    faults,
    isOver: verdict.kind === 'STOPPED' || faults >= MOST_FAULTS,
  }
}

/** What the person asked for anew: held interviews are sent once more. */
export function released<Item extends QueuedInterview>(item: Item): Item {
  return { ...item, hold: null }
}

/** May it be wiped by hand? Only what nobody will take from here, and what is already in a file. */
export const mayDiscard = ({ hold, isRescued }: QueuedInterview): boolean => hold !== null && isRescued

export function ledgerEntryOf(item: QueuedInterview, receipt: string, sentOn: string): LedgerEntry {
  const { id, number, surveyId, localityId, finishedOn } = item
  return { id, number, surveyId, localityId, finishedOn, sentOn, receipt }
}
