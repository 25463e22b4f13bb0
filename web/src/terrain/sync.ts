import {
  afterVerdict,
  departing,
  FIRST_ROUND,
  goOn,
  ledgerEntryOf,
  MOST_VISITS_AT_ONCE,
  nextToSend,
  type StopReason,
  type Verdict,
} from '@rozeznanie/core/terrain'
import type { Server } from './server.ts'
import { isToSend, type Tablet } from './storage/tablet.ts'

/** Why the last round did not bring everything to the server. */
export type Trouble = StopReason | 'FAILED'

export interface SyncState {
  readonly isRunning: boolean
  readonly trouble: Trouble | null
  /** Of the device's clock; when the server was last heard. */
  readonly heardAt: number | null
}

interface SyncDeps {
  readonly tablet: Tablet
  readonly server: Server
  /** Only one page of the device sends at a time. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
  readonly now: () => number
  readonly today: () => string
  /** Something on the device has changed. */
  readonly onChange: (state: SyncState) => Promise<void>
}

export interface Sync {
  /** One round: asks what there is, sends what waits. Does nothing while another runs. */
  round(wish?: { readonly evenNothing?: boolean }): Promise<void>
}

/** How long a bundle is new enough for a round that only sends. */
const FRESH_MS = 10 * 60_000

type Step = (deps: SyncDeps) => Promise<Trouble | null>

const troubleOf = (verdict: Verdict | { readonly kind: 'TOLD' }): Trouble | null => {
  if (verdict.kind === 'STOPPED') return verdict.reason
  return verdict.kind === 'FAILED' || verdict.kind === 'HELD' ? 'FAILED' : null
}

/** The bundle first: it tells whether this is our server and our person, before a single answer leaves. */
const fetchBundle: Step = async ({ tablet, server }) => {
  const told = await server.bundle()
  if (told.kind !== 'TOLD') return troubleOf(told)
  const { bundle } = await tablet.read()
  if (bundle && bundle.account.id !== told.value.account.id) return 'OTHER_ACCOUNT'
  await tablet.keepBundle(told.value)
  return null
}

function sendInterviews(onSent: () => Promise<void>): Step {
  return async ({ tablet, server, today }) => {
    let round = FIRST_ROUND
    let trouble: Trouble | null = null
    for (;;) {
      // Read anew each time: the person goes on working beside it.
      const item = nextToSend((await tablet.read()).queue, round)
      if (!item) return trouble
      const leaving = departing(item)
      await tablet.note(leaving)
      const verdict = await server.submit(leaving)
      const kept = afterVerdict(leaving, verdict)
      if (verdict.kind === 'ACCEPTED') await tablet.settle(ledgerEntryOf(leaving, verdict.receipt, today()))
      else if (kept) await tablet.note(kept)
      if (verdict.kind !== 'HELD') trouble = troubleOf(verdict) ?? trouble
      round = goOn(round, item.id, verdict)
      await onSent()
    }
  }
}

/** In parts, so that a lost reply costs one repetition. A visit with a day to come back stays as a reminder. */
const sendVisits: Step = async ({ tablet, server, today }) => {
  for (;;) {
    const { visits } = await tablet.read()
    const some = visits.filter(isToSend).slice(0, MOST_VISITS_AT_ONCE)
    const past = visits.filter(({ isSent, comeBackOn = '' }) => isSent && comeBackOn < today())
    await tablet.dropVisits(past.map(({ id }) => id))
    if (some.length === 0) return null
    const told = await server.sendVisits(some)
    if (told.kind !== 'TOLD') return troubleOf(told)
    const replies = new Map(told.value.map((receipt) => [receipt.id, receipt]))
    const statusOf = (id: string) => replies.get(id)?.status ?? ''
    const settled = some.filter(({ id }) => ['stored', 'known'].includes(statusOf(id)))
    const reminders = settled.filter(({ comeBackOn }) => comeBackOn !== undefined)
    for (const visit of reminders) await tablet.noteVisit({ ...visit, isSent: true })
    await tablet.dropVisits(settled.filter((visit) => !reminders.includes(visit)).map(({ id }) => id))
    const refused = some.filter(({ id }) => statusOf(id) === 'refused')
    for (const visit of refused)
      await tablet.noteVisit({ ...visit, refusal: replies.get(visit.id)?.message ?? '' })
    if (settled.length + refused.length === 0) return 'FAILED'
  }
}

export function createSync(deps: SyncDeps): Sync {
  let state: SyncState = { isRunning: false, trouble: null, heardAt: null }
  let bundleAt = -Infinity
  const tell = async (change: Partial<SyncState>) => {
    state = { ...state, ...change }
    await deps.onChange(state)
  }
  const steps = async (): Promise<Trouble | null> => {
    if (deps.now() - bundleAt > FRESH_MS || state.trouble !== null) {
      const trouble = await fetchBundle(deps)
      if (trouble) return trouble
      bundleAt = deps.now()
    }
    return (await sendInterviews(() => tell({}))(deps)) ?? sendVisits(deps)
  }
  const run = async () => {
    await tell({ isRunning: true })
    let trouble: Trouble | null = 'FAILED'
    try {
      trouble = await steps()
    } finally {
      const isHeard = trouble === null || trouble === 'SIGNED_OUT' || trouble === 'BUSY'
      await tell({ isRunning: false, trouble, ...(isHeard && { heardAt: deps.now() }) })
    }
  }
  return {
    round: async ({ evenNothing = false } = {}) => {
      if (state.isRunning) return
      const { queue, visits } = await deps.tablet.read()
      const isWaiting = queue.some(({ hold }) => hold === null) || visits.some(isToSend)
      if (!isWaiting && !evenNothing) return
      if (evenNothing) bundleAt = -Infinity
      await deps.alone(run)
    },
  }
}
