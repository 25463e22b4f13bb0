import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { record, redo, undo, type History } from '@rozeznanie/core/questionnaire/editing'
import type { DraftGateway } from './draft-gateway.ts'
import { DraftSaving } from './draft-saving.ts'
import type { DraftShelf } from './draft-shelf.ts'
import { hasUnsaved, NOTHING_YET, type DraftState, type Saving } from './draft-state.ts'
import type { Inspection } from './inspect-draft.ts'
import type { Inspector } from './inspector.ts'
import { keepProblems } from './keep-problems.ts'

export interface DraftPorts {
  readonly gateway: DraftGateway
  readonly shelf: DraftShelf
  readonly createInspector: (onFound: (inspection: Inspection) => void) => Inspector
  readonly now: () => Date
}

export type Edit = Questionnaire | ((questionnaire: Questionnaire) => Questionnaire)

/** After so long a pause, in milliseconds, typing in the same field is a new step of undoing. */
const STEP_PAUSE = 3000

/**
 * The draft that a person works on, outside React: whoever shows a part of it listens to that part only. What is
 * written reaches the server by itself; until then a copy lies in this browser.
 */
export class DraftStore {
  readonly key: string
  readonly #ports: DraftPorts
  readonly #inspector: Inspector
  readonly #saving: DraftSaving
  readonly #listeners = new Set<() => void>()
  #state: DraftState = NOTHING_YET
  #step = { mergeKey: '', at: 0, number: 0 }

  constructor(key: string, ports: DraftPorts) {
    this.key = key
    this.#ports = ports
    this.#inspector = ports.createInspector((found) =>
      this.change({ inspection: keepProblems(this.#state.inspection, found) }),
    )
    this.#saving = new DraftSaving(this, ports)
  }

  readonly getState = (): DraftState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** For the store's own parts: everyone else edits. */
  change(part: Partial<DraftState>): void {
    const before = this.#state
    this.#state = { ...before, ...part }
    const present = this.#state.history?.present
    if (present !== undefined && present !== before.history?.present) this.#inspector.inspect(present)
    for (const listener of this.#listeners) listener()
  }

  /** Fetches the draft, and what of it lies unsaved in this browser. */
  readonly open = (): Promise<void> => this.#saving.open()

  /**
   * Changes the draft.
   *
   * @param mergeKey typing under one key is undone at once, up to a pause
   */
  readonly edit = (next: Edit, mergeKey?: string): void => {
    const { history } = this.#state
    if (history === null) return
    const present = typeof next === 'function' ? next(history.present) : next
    this.#take(record(history, present, mergeKey && this.#stepKey(mergeKey)))
  }

  readonly undo = (): void => this.#turn(undo)
  readonly redo = (): void => this.#turn(redo)

  /** Sends what is unsaved at once; `false` when the server does not have it afterwards. */
  readonly save = (): Promise<boolean> => this.#saving.save()

  /** Looks whether others have saved since, and brings their changes in. */
  readonly refresh = (): Promise<void> => this.#saving.refresh()

  /** Ends a conflict with the text that the person chose. */
  readonly settle = (chosen: Questionnaire): void => this.#saving.settle(chosen)

  /** Writes the copy of unsaved work at once, for a page that is about to go away. */
  readonly keep = (): void => this.#saving.keep()

  readonly dismissNotices = (): void => this.change({ notices: [] })

  readonly close = (): void => {
    this.#saving.close()
    this.#inspector.close()
  }

  #stepKey(mergeKey: string): string {
    const at = this.#ports.now().getTime()
    const isSame = this.#step.mergeKey === mergeKey && at - this.#step.at < STEP_PAUSE
    this.#step = { mergeKey, at, number: isSame ? this.#step.number : this.#step.number + 1 }
    return `${mergeKey}#${this.#step.number}`
  }

  #turn(step: (history: History<Questionnaire>) => History<Questionnaire>): void {
    const { history } = this.#state
    if (history) this.#take(step(history))
  }

  #take(history: History<Questionnaire>): void {
    if (history.present === this.#state.history?.present) return
    this.change({ history, saving: this.#savingAfter(history) })
    this.#saving.later()
  }

  /** A lost connection stays told until a save goes through. */
  #savingAfter(history: History<Questionnaire>): Saving {
    const { saving } = this.#state
    if (!hasUnsaved({ ...this.#state, history })) return 'saved'
    return saving === 'offline' || saving === 'saving' || saving === 'conflict' ? saving : 'waiting'
  }
}
