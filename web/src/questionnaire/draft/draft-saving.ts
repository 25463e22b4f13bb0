import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { isSameJson, record, startHistory, takeMine } from '@rozeznanie/core/questionnaire/editing'
import { changedPlaces } from './changed-places.ts'
import type { LoadOutcome, SaveOutcome } from './draft-gateway.ts'
import { hasUnsaved, type DraftNotice, type DraftState, type StoredDraft } from './draft-state.ts'
import type { DraftPorts } from './draft-store.ts'
import { meetTheirs } from './meet-theirs.ts'
import { refusalInWords } from './refusal-in-words.ts'

/** Milliseconds. */
const PAUSE = { save: 1500, again: 10_000, shelf: 300 } as const

/** The part of the store that its saving reads and changes. */
interface Owner {
  readonly key: string
  readonly getState: () => DraftState
  change(part: Partial<DraftState>): void
}

type Loaded = Extract<LoadOutcome, { kind: 'loaded' }>

/** How a draft comes from the server and gets back to it, meeting the changes of others on the way. */
export class DraftSaving {
  readonly #owner: Owner
  readonly #ports: DraftPorts
  #saveTimer: ReturnType<typeof setTimeout> | undefined
  #shelfTimer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<boolean> | null = null
  #isClosed = false

  constructor(owner: Owner, ports: DraftPorts) {
    this.#owner = owner
    this.#ports = ports
  }

  async open(): Promise<void> {
    this.#owner.change({ status: 'loading', problem: null })
    const outcome = await this.#ports.gateway.load(this.#owner.key)
    if (outcome.kind === 'loaded') this.#begin(outcome)
    else if (outcome.kind === 'missing') this.#owner.change({ status: 'missing' })
    else this.#owner.change({ status: 'failed', problem: outcome.message })
  }

  /** Saves after a pause, and puts a copy aside until then. */
  later(): void {
    clearTimeout(this.#saveTimer)
    clearTimeout(this.#shelfTimer)
    this.#shelfTimer = setTimeout(() => this.keep(), PAUSE.shelf)
    if (this.#state.saving !== 'saved') this.#saveTimer = setTimeout(() => void this.save(), PAUSE.save)
  }

  async save(): Promise<boolean> {
    if (this.#running) {
      await this.#running
      return this.save()
    }
    const { base, facts, history, conflict } = this.#state
    if (!base || !facts || !history || conflict) return false
    if (!hasUnsaved(this.#state)) return true
    clearTimeout(this.#saveTimer)
    this.#owner.change({ saving: 'saving' })
    const document = history.present
    const { questionnaireId, draftId } = facts
    this.#running = this.#ports.gateway
      .save({ questionnaireId, draftId, baseRevision: base.revision, document })
      .then((outcome) => this.#settleSave(outcome, document))
    const isSaved = await this.#running.finally(() => (this.#running = null))
    return isSaved && hasUnsaved(this.#state) ? this.save() : isSaved
  }

  async refresh(): Promise<void> {
    const { status, saving, base } = this.#state
    if (status !== 'ready' || saving === 'saving' || saving === 'conflict') return
    const outcome = await this.#ports.gateway.load(this.#owner.key)
    const isCurrent = this.#state.base === base && !this.#running
    if (outcome.kind !== 'loaded' || !isCurrent) return
    this.#owner.change({ facts: outcome.facts })
    if (!base || outcome.draft.revision === base.revision) return
    // Publishing adds a state that says the same.
    if (isSameJson(base.document, outcome.draft.document))
      this.#owner.change({ base: { ...outcome.draft, document: base.document } })
    else this.#meet(outcome.draft)
  }

  settle(chosen: Questionnaire): void {
    const { conflict, history } = this.#state
    if (!conflict || !history) return
    // A step of its own holds everything as this person wrote it, so that undoing leads back to it.
    const mine = conflict.conflicts.reduce(takeMine, conflict.merged)
    const steps = record({ ...history, present: mine }, chosen)
    this.#owner.change({ conflict: null, base: conflict.theirs, history: steps, saving: 'waiting' })
    this.later()
    void this.save()
  }

  keep(): void {
    const { base, facts, history } = this.#state
    if (!base || !facts || !history) return
    const place = `${facts.accountId}.${facts.questionnaireId}`
    if (!hasUnsaved(this.#state)) return this.#ports.shelf.clear(place)
    const at = this.#ports.now().toISOString()
    this.#ports.shelf.put(place, { revision: base.revision, base: base.document, mine: history.present, at })
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#saveTimer)
    clearTimeout(this.#shelfTimer)
  }

  get #state(): DraftState {
    return this.#owner.getState()
  }

  #begin({ facts, draft }: Loaded): void {
    const copy = this.#ports.shelf.read(`${facts.accountId}.${facts.questionnaireId}`)
    const isUseful = copy !== null && JSON.stringify(copy.mine) !== JSON.stringify(draft.document)
    if (!isUseful) {
      this.#owner.change({ status: 'ready', facts, base: draft, history: startHistory(draft.document) })
      return this.keep()
    }
    const base = copy.revision === draft.revision ? draft : { ...draft, ...copy, document: copy.base }
    const history = { ...startHistory(copy.mine), past: [base.document] }
    const notices: readonly DraftNotice[] = [{ kind: 'restored', at: copy.at }]
    this.#owner.change({ status: 'ready', facts, base, history, notices, saving: 'waiting' })
    if (copy.revision === draft.revision) this.later()
    else this.#meet(draft)
  }

  #settleSave(outcome: SaveOutcome, document: Questionnaire): boolean {
    const { base } = this.#state
    if (!base) return false
    switch (outcome.kind) {
      case 'saved': {
        const { revision, savedAt } = outcome
        this.#owner.change({ base: { revision, savedAt, document, savedByName: null }, problem: null })
        this.#owner.change({ saving: hasUnsaved(this.#state) ? 'waiting' : 'saved' })
        this.keep()
        return true
      }
      case 'conflict':
        this.#meet(outcome.theirs)
        return this.#state.conflict === null
      case 'refused': {
        const problem = refusalInWords(document, outcome.problems) ?? outcome.message
        this.#owner.change({ saving: 'refused', problem })
        this.keep()
        return false
      }
      case 'unreachable':
        this.#owner.change({ saving: 'offline' })
        this.keep()
        if (!this.#isClosed) this.#saveTimer = setTimeout(() => void this.save(), PAUSE.again)
        return false
    }
  }

  /** Another person saved: joins both texts, and asks where both changed the same place. */
  #meet(theirs: StoredDraft): void {
    const { base, history, notices } = this.#state
    if (!base || !history) return
    const hadOwn = hasUnsaved(this.#state)
    const met = meetTheirs(history, base.document, theirs)
    if (met.conflicts.length > 0) {
      const conflict = { theirs, merged: met.history.present, conflicts: met.conflicts }
      this.#owner.change({ history: met.history, conflict, saving: 'conflict' })
      return
    }
    const places = changedPlaces(base.document, theirs.document)
    const { savedAt: at, savedByName: name } = theirs
    this.#owner.change({
      base: theirs,
      history: met.history,
      notices: [
        ...notices.filter(({ kind }) => kind !== 'merged'),
        { kind: 'merged', at, name, places, hadOwn },
      ],
      saving: met.history.present === theirs.document ? 'saved' : 'waiting',
    })
    this.later()
  }
}
