import type { Answers } from '@rozeznanie/core/questionnaire'
import type { AnsweredBy, Violation } from '@rozeznanie/core/response'
import type { Draft } from './draft.ts'
import { nearestPage, type Page } from './pages.ts'
import { START, type Place } from './place.ts'
import type { Outcome } from './send.ts'

/** How filling in ended, or could not. */
export type Ending = Extract<Outcome, { readonly kind: 'accepted' | 'conflict' | 'closed' }>

export interface State {
  readonly draft: Draft | null
  readonly place: Place
  /** Faults shown now, in the summary and beside the questions. */
  readonly faults: readonly Violation[]
  /** Grows with every refused step, so that the summary takes the focus again. */
  readonly refusals: number
  readonly ending: Ending | null
}

export type Action =
  | { readonly type: 'begin'; readonly draft: Draft }
  | { readonly type: 'answer'; readonly answers: Answers; readonly secondsSpent?: number }
  | { readonly type: 'who'; readonly answeredBy: AnsweredBy | undefined }
  | { readonly type: 'parked'; readonly parked: NonNullable<Draft['parked']> }
  | { readonly type: 'go'; readonly place: Place; readonly keepFaults?: boolean }
  | { readonly type: 'refuse'; readonly faults: readonly Violation[] }
  | { readonly type: 'send'; readonly secondsSpent?: number; readonly trap?: string }
  | { readonly type: 'outcome'; readonly outcome: Outcome }
  | { readonly type: 'restart' }

export function initialState(draft: Draft | null, place: Place): State {
  return { draft, place, faults: [], refusals: 0, ending: null }
}

function afterOutcome(state: State, outcome: Outcome): State {
  if (outcome.kind === 'unreachable') return state
  if (outcome.kind === 'faulty' || outcome.kind === 'code') {
    const draft = state.draft && { ...state.draft, isSending: false }
    return {
      ...state,
      draft,
      place: { kind: 'check' },
      faults: outcome.kind === 'faulty' ? outcome.violations : [],
      refusals: state.refusals + 1,
    }
  }
  // A survey that takes no answers leaves the draft as it is; a receipt or a conflict ends it.
  const draft = outcome.kind === 'closed' ? state.draft : null
  return { ...state, draft, place: { kind: 'done' }, faults: [], ending: outcome }
}

/** Once sending has begun the draft stays as it is, for the server may have it already. */
function changed(state: State, change: Partial<Draft>): State {
  return state.draft && !state.draft.isSending ? { ...state, draft: { ...state.draft, ...change } } : state
}

function told({ secondsSpent, trap }: { readonly secondsSpent?: number; readonly trap?: string }) {
  return { ...(secondsSpent !== undefined && { secondsSpent }), ...(trap !== undefined && { trap }) }
}

/** What becomes of the form when something happens; pure. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'begin':
      return { ...initialState(action.draft, state.place) }
    case 'answer':
      return changed(state, { answers: action.answers, ...told(action) })
    case 'who':
      return changed(state, { answeredBy: action.answeredBy })
    case 'parked':
      return changed(state, { parked: action.parked })
    case 'go':
      return { ...state, place: action.place, faults: action.keepFaults ? state.faults : [] }
    case 'refuse':
      return { ...state, faults: action.faults, refusals: state.refusals + 1 }
    case 'send':
      return state.draft
        ? { ...changed(state, { isSending: true, ...told(action) }), place: { kind: 'send' }, faults: [] }
        : state
    case 'outcome':
      return afterOutcome(state, action.outcome)
    case 'restart':
      return initialState(null, START)
  }
}

/**
 * Where the person may really be: an ended form stays ended, one being sent is being sent,
 * without a draft there is only the start (or a code to come back to one), and a page that is not asked gives way to the one nearest to it, or the first.
 */
export function effectivePlace(state: State, pages: readonly Page[]): Place {
  const { place, draft, ending } = state
  if (ending) return { kind: 'done' }
  if (!draft) return place.kind === 'resume' ? place : START
  if (draft.isSending) return { kind: 'send' }
  if (place.kind === 'send' || place.kind === 'done') return { kind: 'check' }
  if (place.kind !== 'page') return place
  const page = nearestPage(pages, place.id)
  if (page) return page.id === place.id ? place : { ...place, id: page.id }
  const first = pages[0]
  return first ? { kind: 'page', id: first.id, fromCheck: false } : { kind: 'check' }
}
