import { useEffect, useLayoutEffect, useMemo, useReducer, useState } from 'preact/hooks'
import type { Answers } from '@rozeznanie/core/questionnaire'
import { checkAnswers, type Violation } from '@rozeznanie/core/response'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { loadDraft, saveDraft, type Draft, type Shelf } from './draft.ts'
import { newId } from './new-id.ts'
import { neighbour, pagesOf, type Page } from './pages.ts'
import { hashOf, placeOf, START, type Place } from './place.ts'
import type { Outcome } from './send.ts'
import { effectivePlace, initialState, reduce, type Action, type State } from './state.ts'

/** The form as the screens see it: where the person is, and what can be done there. */
export interface Answering {
  readonly survey: PublicSurvey
  readonly state: State
  readonly place: Place
  readonly pages: readonly Page[]
  readonly answers: Answers
  /** The browser keeps the draft over a reload. */
  readonly isKept: boolean
  change(answers: Answers): void
  begin(): void
  go(place: Place, keepFaults?: boolean): void
  back(page: Page): void
  /** Leaves a page: on to the next, unless something on it is wrong. */
  leave(page: Page): void
  /** Sends the answers, unless something is wrong with them. */
  send(): void
  finish(outcome: Outcome): void
  restart(): void
}

/** Storage of this tab; `null` where the browser forbids even to look at it. */
function shelfOfTab(): Shelf | null {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}

function stepOf(state: unknown): number {
  const step = typeof state === 'object' && state !== null && 'step' in state ? state.step : 0
  return typeof step === 'number' ? step : 0
}

function showInAddress(place: Place, how: 'push' | 'replace'): void {
  const step = stepOf(history.state)
  const address = window.location.pathname + hashOf(place)
  if (how === 'push') history.pushState({ step: step + 1 }, '', address)
  else history.replaceState({ step }, '', address)
}

function newDraft(survey: PublicSurvey): Draft {
  const id = newId((bytes) => crypto.getRandomValues(bytes))
  return { id, questionnaireVersionId: survey.questionnaireVersionId, answers: {}, isSending: false }
}

function faultsOn(page: Page, faults: readonly Violation[]): readonly Violation[] {
  return faults.filter(({ questionKey, rowKey }) =>
    page.items.some(
      ({ question, rows, part }) =>
        question.key === questionKey && (part === null || rows.some(({ key }) => key === rowKey)),
    ),
  )
}

function useDraftStorage(survey: PublicSurvey, draft: Draft | null): boolean {
  const [isKept, setKept] = useState(true)
  // Kept before the screen is drawn: a phone may throw the tab away at any moment after it.
  useLayoutEffect(() => {
    const saved = saveDraft(shelfOfTab(), survey.code, draft)
    if (draft) setKept(saved)
  }, [survey.code, draft])
  return isKept
}

function localityIds(survey: PublicSurvey): readonly string[] {
  return survey.localities.map(({ id }) => id)
}

function toPage(page: Page | undefined): Place {
  return page ? { kind: 'page', id: page.id, fromCheck: false } : { kind: 'check' }
}

function useStoredState(survey: PublicSurvey) {
  const [state, dispatch] = useReducer(reduce, survey, (opened) =>
    initialState(
      loadDraft(shelfOfTab(), opened.code, opened.questionnaireVersionId),
      placeOf(window.location.hash),
    ),
  )
  useEffect(() => {
    const follow = () => dispatch({ type: 'go', place: placeOf(window.location.hash) })
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
  return { state, dispatch, isKept: useDraftStorage(survey, state.draft) }
}

type View = Pick<Answering, 'survey' | 'state' | 'place' | 'pages' | 'answers'>
type Moves = Omit<Answering, keyof View | 'isKept'>

/** What a person can do at this moment; each move shows in the address and in the state. */
function movesFrom(
  { survey, state, place, pages, answers }: View,
  dispatch: (action: Action) => void,
): Moves {
  const faults = () => checkAnswers(survey.questionnaire, answers, { localityIds: localityIds(survey) })
  const go = (to: Place, keepFaults = false) => {
    showInAddress(to, 'push')
    dispatch({ type: 'go', place: to, keepFaults })
  }
  return {
    go,
    change: (changed) => dispatch({ type: 'answer', answers: changed }),
    begin: () => {
      if (!state.draft) dispatch({ type: 'begin', draft: newDraft(survey) })
      go(toPage(pages[0]))
    },
    back: (page) => {
      if (stepOf(history.state) > 0) return history.back()
      const previous = neighbour(pages, page.id, -1)
      go(previous ? toPage(previous) : START)
    },
    leave: (page) => {
      const found = faultsOn(page, faults())
      if (found.length > 0) return dispatch({ type: 'refuse', faults: found })
      const returns = place.kind === 'page' && place.fromCheck
      go(returns ? { kind: 'check' } : toPage(neighbour(pages, page.id, 1)))
    },
    send: () => {
      const found = faults()
      if (found.length > 0) return dispatch({ type: 'refuse', faults: found })
      showInAddress({ kind: 'send' }, 'replace')
      dispatch({ type: 'send' })
    },
    finish: (outcome) => {
      if (outcome.kind === 'unreachable') return
      showInAddress({ kind: outcome.kind === 'faulty' ? 'check' : 'done' }, 'replace')
      dispatch({ type: 'outcome', outcome })
    },
    restart: () => {
      showInAddress(START, 'push')
      dispatch({ type: 'restart' })
    },
  }
}

/** Runs the whole form: the draft, the place in the address, checking and moving on. */
export function useAnswering(survey: PublicSurvey): Answering {
  const { state, dispatch, isKept } = useStoredState(survey)
  const answers = useMemo(() => state.draft?.answers ?? {}, [state.draft])
  const pages = useMemo(() => pagesOf(survey, answers), [survey, answers])
  const view: View = { survey, state, place: effectivePlace(state, pages), pages, answers }
  return { ...view, isKept, ...movesFrom(view, dispatch) }
}
