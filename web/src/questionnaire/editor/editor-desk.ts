import type { QuestionPlace } from '@rozeznanie/core/questionnaire/editing'

/** What is open for editing: `facts`, `section:<key>` or `question:<key>`. */
export type Target = 'facts' | `section:${string}` | `question:${string}`

export const PANELS = ['outline', 'questions', 'preview', 'problems'] as const
export type Panel = (typeof PANELS)[number]

/** The window over the page, if one is open. */
export type DeskWindow =
  | { readonly kind: 'add' | 'bank' | 'copy'; readonly place: QuestionPlace }
  | { readonly kind: 'type' | 'move' | 'pasteOptions' | 'pasteRows'; readonly questionKey: string }
  | { readonly kind: 'help' }

export interface FocusWish {
  readonly ids: readonly string[]
  /** The words of a new thing are selected, so that they can be typed over. */
  readonly isNew: boolean
  readonly number: number
}

export interface DeskState {
  readonly selected: Target | null
  readonly panel: Panel
  readonly window: DeskWindow | null
  /** Said by a screen reader; the number tells the same words said twice apart. */
  readonly announcement: { readonly text: string; readonly number: number }
  /** What was just taken away and can be taken back. */
  readonly offer: { readonly text: string; readonly number: number } | null
  /** The element that is to take the focus once it is on the page: the first of these that is there. */
  readonly focus: FocusWish | null
}

const EMPTY: DeskState = {
  selected: null,
  panel: 'questions',
  window: null,
  announcement: { text: '', number: 0 },
  offer: null,
  focus: null,
}

/** What the person sees and does in the editor, apart from the draft itself; listened to in parts, as the draft is. */
export class EditorDesk {
  readonly #listeners = new Set<() => void>()
  #state = EMPTY
  #number = 0

  readonly getState = (): DeskState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  change(part: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...part }
    for (const listener of this.#listeners) listener()
  }

  /** Opens something for editing; where only one panel is seen, the one with the questions. */
  readonly open = (selected: Target | null): void => this.change({ selected, panel: 'questions' })

  readonly show = (window: DeskWindow | null): void => this.change({ window })

  readonly say = (text: string): void => this.change({ announcement: { text, number: this.#next() } })

  readonly offerUndo = (text: string): void => this.change({ offer: { text, number: this.#next() } })

  readonly focus = (id: string | readonly string[], isNew = false): void =>
    this.change({ focus: { ids: typeof id === 'string' ? [id] : id, isNew, number: this.#next() } })

  #next(): number {
    this.#number += 1
    return this.#number
  }
}
