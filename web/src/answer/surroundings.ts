import type { ComponentChildren } from 'preact'
import type { Form } from '@rozeznanie/core/questionnaire'
import type { Draft, Shelf } from './draft.ts'
import type { PageItem } from './page-item.ts'
import { hashOf, placeOf, type Place } from './place.ts'
import type { Looks } from './look/use-look.ts'
import type { Begun } from './resume/park.ts'
import type { Ending, State } from './state.ts'
import type { Speech } from './use-speech.ts'
import type { Answering } from './use-answering.ts'

/** What remembers the places a person was at, so that there is a way back. */
export interface Trail {
  now(): Place
  show(place: Place, how: 'push' | 'replace'): void
  /** Goes back to the place before; false when there is none. */
  back(): boolean
  /** Calls when the person moved along the trail by other means. @returns what stops it */
  follow(onMove: () => void): () => void
}

/** What the form stands in: a page of the browser, or the preview. */
export interface Surroundings {
  /** Keeps the draft; `null` where nothing may be kept. */
  readonly shelf: Shelf | null
  readonly trail: Trail
  /** What the form knows from the start besides the draft and the place. */
  readonly opening?: Partial<State>
  /** Says something under a question. */
  readonly beneath?: (item: PageItem, form: Form) => ComponentChildren
  /** Stands in the place of sending, where nothing is sent. */
  readonly instead?: (answering: Answering) => ComponentChildren
  /** Sees the form after every change of it. */
  readonly watch?: (answering: Answering, speech: Speech) => void
  /** May a new screen take the focus? */
  readonly mayFocus?: () => boolean
  /** The person starts anew. */
  readonly onRestart?: () => void
  /** Takes a form that was put aside; without it nothing is put aside here. */
  readonly onResume?: (begun: Begun) => void
  /** The answers are in. */
  readonly onSent?: (draft: Draft) => void
  /** Draws the screens of putting aside at one go, where nothing can be fetched. */
  readonly later?: (answering: Answering, looks: Looks) => ComponentChildren
  /** The last screen, where it is another. */
  readonly ending?: (answering: Answering, ending: Ending) => ComponentChildren
  /** The device belongs to nobody: the next person comes after this one. */
  readonly isShared?: boolean
  /** The answers are kept outside the browser, in somebody's name: nothing is begun anew here. */
  readonly isKeptElsewhere?: boolean
}

function stepOf(state: unknown): number {
  const step = typeof state === 'object' && state !== null && 'step' in state ? state.step : 0
  return typeof step === 'number' ? step : 0
}

/** The trail is the browser's own history, with the place in the address. */
const browserTrail: Trail = {
  now: () => placeOf(window.location.hash),
  show: (place, how) => {
    const step = stepOf(history.state)
    const address = window.location.pathname + hashOf(place)
    if (how === 'push') history.pushState({ step: step + 1 }, '', address)
    else history.replaceState({ step }, '', address)
  },
  back: () => {
    const canGoBack = stepOf(history.state) > 0
    if (canGoBack) history.back()
    return canGoBack
  },
  follow: (onMove) => {
    window.addEventListener('popstate', onMove)
    return () => window.removeEventListener('popstate', onMove)
  },
}

/** Storage of this tab; `null` where the browser forbids even to look at it. */
function shelfOfTab(): Shelf | null {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}

/** A page of the browser. */
export function inBrowser(): Surroundings {
  return { shelf: shelfOfTab(), trail: browserTrail }
}
