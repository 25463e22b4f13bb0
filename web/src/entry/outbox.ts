import type { BegunSheet, ReceivedSheet, WaitingSheet } from './sheet.ts'

/** What became of sending a sheet: `away` when the server could not be asked, so that trying again is right. */
export type SendOutcome =
  | { readonly kind: 'stored'; readonly receipt: string }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'away' }

/** Everything of one survey that the server does not have yet, and what it has just confirmed. */
export interface OutboxState {
  readonly begun: BegunSheet | null
  readonly waiting: readonly WaitingSheet[]
  /** The newest first; of this tab only. */
  readonly received: readonly ReceivedSheet[]
  /** The last try found no server. */
  readonly isAway: boolean
}

interface OutboxDeps {
  readonly send: (sheet: WaitingSheet) => Promise<SendOutcome>
  /** Of the tab: `sessionStorage`, or nothing where that is not allowed. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null
  /** Calls back after a while. */
  readonly later: (call: () => void) => void
}

type Kept = Pick<OutboxState, 'begun' | 'waiting' | 'received'>

const EMPTY: OutboxState = { begun: null, waiting: [], received: [], isAway: false }

function readKept(storage: OutboxDeps['storage'], name: string): OutboxState {
  try {
    const text = storage?.getItem(name)
    return text ? { ...EMPTY, ...(JSON.parse(text) as Kept) } : EMPTY
  } catch {
    return EMPTY
  }
}

/**
 * Sheets on their way to the server. A sheet stays here, and in the memory of the tab, until the server has confirmed
 * it; its id makes every further try harmless.
 */
export class Outbox {
  private state: OutboxState
  private readonly listeners = new Set<() => void>()
  private isSending = false
  private isScheduled = false
  private readonly name: string

  constructor(
    surveyId: string,
    private readonly deps: OutboxDeps,
  ) {
    this.name = `rozeznanie-wpisywanie-${surveyId}`
    this.state = readKept(deps.storage, this.name)
  }

  readonly snapshot = (): OutboxState => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Remembers the sheet that is being entered, or that none is. */
  begin(begun: BegunSheet | null): void {
    this.set({ begun })
  }

  /** Takes a sheet that is entered, and sends it. */
  add(sheet: WaitingSheet): void {
    const others = this.state.waiting.filter(({ id }) => id !== sheet.id)
    this.set({ begun: null, waiting: [...others, sheet] })
    void this.sendAll()
  }

  /** Takes a sheet back, to be corrected or thrown away. */
  remove(id: string): void {
    this.set({ waiting: this.state.waiting.filter((sheet) => sheet.id !== id) })
  }

  /** Sends again whatever waits, refused sheets too. */
  retry(): void {
    this.set({ waiting: this.state.waiting.map((sheet) => ({ ...sheet, problem: null })) })
    void this.sendAll()
  }

  /** Sends one sheet after another until all are in or the server is away. */
  async sendAll(): Promise<void> {
    if (this.isSending) return
    this.isSending = true
    let sheet = this.nextSheet()
    while (sheet !== undefined) {
      const outcome = await this.deps.send(sheet).catch((): SendOutcome => ({ kind: 'away' }))
      if (outcome.kind === 'away') break
      this.settle(sheet, outcome)
      sheet = this.nextSheet()
    }
    this.isSending = false
    this.set({ isAway: sheet !== undefined })
    if (sheet !== undefined) this.tryLater()
  }

  private nextSheet(): WaitingSheet | undefined {
    return this.state.waiting.find(({ problem }) => problem === null)
  }

  private settle(sheet: WaitingSheet, outcome: Exclude<SendOutcome, { readonly kind: 'away' }>): void {
    const { waiting, received } = this.state
    if (outcome.kind === 'refused') {
      const problem = outcome.message
      this.set({ waiting: waiting.map((one) => (one.id === sheet.id ? { ...one, problem } : one)) })
      return
    }
    const { id, mode, sheetNumber } = sheet
    this.set({
      waiting: waiting.filter((one) => one.id !== id),
      received: [{ id, mode, sheetNumber, receipt: outcome.receipt }, ...received],
    })
  }

  private tryLater(): void {
    if (this.isScheduled) return
    this.isScheduled = true
    this.deps.later(() => {
      this.isScheduled = false
      void this.sendAll()
    })
  }

  private set(change: Partial<OutboxState>): void {
    this.state = { ...this.state, ...change }
    const { begun, waiting, received } = this.state
    try {
      this.deps.storage?.setItem(this.name, JSON.stringify({ begun, waiting, received } satisfies Kept))
    } catch {
      // A full or forbidden storage: the sheets are still in memory, and the page says that they wait.
    }
    for (const listener of this.listeners) listener()
  }
}
