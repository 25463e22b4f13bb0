import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'
import {
  changeAnswers,
  formOf,
  type Answers,
  type Form,
  type FormContext,
} from '@rozeznanie/core/questionnaire'
import { checkForm, type AnsweredBy, type Violation } from '@rozeznanie/core/response'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { keepCode } from './code-gate/kept-code.ts'
import { loadDraft, saveDraft, type Draft, type Shelf } from './draft.ts'
import { inWords } from './fault-words.ts'
import { newId } from './new-id.ts'
import { neighbour, pagesOf, type Page } from './pages.ts'
import { spokenLanguage } from './language.ts'
import type { ShownSurvey } from './look/dressed.ts'
import { START, type Place } from './place.ts'
import { plainForm } from './plain/plain-form.ts'
import type { Outcome } from './send.ts'
import { effectivePlace, initialState, reduce, type Action, type State } from './state.ts'
import { soon } from './soon.ts'
import { newStopwatch, type Stopwatch } from './stopwatch.ts'
import type { Surroundings } from './surroundings.ts'
import { TRAP_ID } from './Trap.tsx'
import { whoIsAsked } from './who/who-is-asked.ts'

/** The form as the screens see it: where the person is, and what can be done there. */
export interface Answering {
  /** As it reads in the chosen language. */
  readonly survey: ShownSurvey
  readonly surroundings: Surroundings
  readonly state: State
  readonly place: Place
  readonly pages: readonly Page[]
  readonly answers: Answers
  /** The answers evaluated. */
  readonly form: Form
  /** The browser keeps the draft over a reload. */
  readonly isKept: boolean
  change(answers: Answers): void
  begin(answeredBy?: AnsweredBy): void
  sayWho(answeredBy: AnsweredBy | undefined): void
  /** On from the screen that asks who answers. */
  leaveWho(): void
  go(place: Place, keepFaults?: boolean): void
  /** @param page - the one left; nothing where it is the screen that asks who answers */
  back(page?: Page): void
  /** Leaves a page: on to the next, unless something on it is wrong. */
  leave(page: Page): void
  /** Sends the answers, unless something is wrong with them. */
  send(): void
  finish(outcome: Outcome): void
  restart(): void
  /** The form stands aside now, and this is where. */
  keepParked(parked: NonNullable<Draft['parked']>): void
}

export function newDraft(survey: PublicSurvey): Draft {
  const id = newId((bytes) => crypto.getRandomValues(bytes))
  return { id, questionnaireVersionId: survey.questionnaireVersionId, answers: {}, isSending: false }
}

/** Faults of the questions that a page shows. */
export function faultsOn(page: Page, faults: readonly Violation[]): readonly Violation[] {
  return faults.filter(({ questionKey, path, rowKey }) =>
    page.items.some(
      ({ question, rows, part }) =>
        question.key === (path?.[0] ?? questionKey) &&
        (part === null || rows.some(({ key }) => key === rowKey)),
    ),
  )
}

function useDraftStorage({ code }: PublicSurvey, shelf: Shelf | null, draft: Draft | null): boolean {
  const [isKept, setKept] = useState(true)
  const saved = useRef<Draft | null>(null)
  useLayoutEffect(() => {
    const keep = () => {
      if (saved.current === draft && draft) return
      saved.current = draft
      const isSaved = saveDraft(shelf, code, draft)
      if (draft) setKept(isSaved)
    }
    const isAnswer = draft !== null && saved.current?.id === draft.id && !draft.isSending
    if (!isAnswer || saved.current?.answeredBy !== draft.answeredBy) return keep()
    return soon(keep)
  }, [shelf, code, draft])
  return isKept
}

/** The day of opening the page, for rules that speak of `today()`. */
export function thisDay(): Pick<FormContext, 'today'> {
  const plain = plainForm()
  if (plain) return { today: plain.today }
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return { today: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` }
}

export function localityIds(survey: PublicSurvey): readonly string[] {
  return survey.localities.map(({ id }) => id)
}

/** The stopwatch of a draft; a new draft gets a new one. */
function useStopwatch(draft: Draft | null): Stopwatch {
  const id = draft?.id
  const before = draft?.secondsSpent
  return useMemo(() => newStopwatch(() => performance.now(), before), [id])
}

/** What a machine wrote into the field that nobody sees. */
function trapped(): { readonly trap?: string } {
  const field = document.getElementById(TRAP_ID)
  return field instanceof HTMLInputElement && field.value !== '' ? { trap: field.value } : {}
}

function toPage(page: Page | undefined): Place {
  return page ? { kind: 'page', id: page.id, fromCheck: false } : { kind: 'check' }
}

function useStoredState(survey: PublicSurvey, { shelf, trail, opening }: Surroundings) {
  const [state, dispatch] = useReducer(reduce, survey, (opened) => ({
    ...initialState(loadDraft(shelf, opened.code, opened.questionnaireVersionId), trail.now()),
    ...opening,
  }))
  useEffect(() => trail.follow(() => dispatch({ type: 'go', place: trail.now() })), [trail])
  return { state, dispatch, isKept: useDraftStorage(survey, shelf, state.draft) }
}

type View = Pick<Answering, 'survey' | 'surroundings' | 'state' | 'place' | 'pages' | 'answers' | 'form'>
type Moves = Omit<Answering, keyof View | 'isKept' | 'keepParked'>

function tellSent({ state, surroundings }: View, { kind }: Outcome): void {
  const isIn = kind === 'accepted' || kind === 'conflict'
  if (isIn && state.draft) surroundings.onSent?.(state.draft)
}

const faultsIn = ({ survey, form }: View) => checkForm(form, { localityIds: localityIds(survey) })

type EndingMoves = Pick<Moves, 'send' | 'finish' | 'restart'>

/** How a form ends. */
function endingMoves(view: View, dispatch: (action: Action) => void, stopwatch: Stopwatch): EndingMoves {
  const { surroundings } = view
  const { trail } = surroundings
  return {
    send: () => {
      const found = faultsIn(view)
      if (found.length > 0) return dispatch({ type: 'refuse', faults: found })
      trail.show({ kind: 'send' }, 'replace')
      dispatch({ type: 'send', secondsSpent: stopwatch.seconds(), ...trapped() })
    },
    finish: (outcome) => {
      if (outcome.kind === 'unreachable') return
      trail.show({ kind: outcome.kind === 'faulty' || outcome.kind === 'code' ? 'check' : 'done' }, 'replace')
      tellSent(view, outcome)
      dispatch({ type: 'outcome', outcome })
    },
    restart: () => {
      trail.show(START, 'push')
      keepCode(surroundings.shelf, view.survey.code, null)
      dispatch({ type: 'restart' })
      surroundings.onRestart?.()
    },
  }
}

/** What a person can do at this moment; each move shows in the address and in the state. */
function movesFrom(view: View, dispatch: (action: Action) => void, stopwatch: Stopwatch): Moves {
  const { survey, surroundings, state, place, pages } = view
  const { trail } = surroundings
  const go = (to: Place, keepFaults = false) => {
    trail.show(to, 'push')
    dispatch({ type: 'go', place: to, keepFaults })
  }
  return {
    go,
    change: (changed) => {
      stopwatch.start()
      dispatch({ type: 'answer', answers: changed, secondsSpent: stopwatch.seconds() })
    },
    begin: (answeredBy) => {
      if (!state.draft) dispatch({ type: 'begin', draft: newDraft(survey) })
      if (answeredBy !== undefined) dispatch({ type: 'who', answeredBy })
      go(whoIsAsked(survey) === 'asked' ? { kind: 'who' } : toPage(pages[0]))
    },
    sayWho: (answeredBy) => dispatch({ type: 'who', answeredBy }),
    leaveWho: () => go(toPage(pages[0])),
    back: (page) => {
      if (trail.back()) return
      const previous = page && neighbour(pages, page.id, -1)
      go(previous ? toPage(previous) : START)
    },
    leave: (page) => {
      const found = faultsOn(page, faultsIn(view))
      if (found.length > 0) return dispatch({ type: 'refuse', faults: found })
      const returns = place.kind === 'page' && place.fromCheck
      go(returns ? { kind: 'check' } : toPage(neighbour(pages, page.id, 1)))
    },
    ...endingMoves(view, dispatch, stopwatch),
  }
}

/** What a form is evaluated with beside the answers. */
export function formContext(survey: PublicSurvey): FormContext {
  const localityNames = new Map(survey.localities.map(({ id, name }) => [id, name]))
  return { ...thisDay(), language: spokenLanguage(), localityNames }
}

/** The answers evaluated, from the state before: only what depends on a change is worked out again. */
function useForm(survey: PublicSurvey, answers: Answers): Form {
  const last = useRef<Form | null>(null)
  return useMemo(() => {
    const before = last.current
    const isSame = before?.compiled.questionnaire === survey.questionnaire
    last.current = isSame
      ? changeAnswers(before, answers)
      : formOf(survey.questionnaire, answers, formContext(survey))
    return last.current
  }, [survey, answers])
}

/** Runs the whole form: the draft, the place in the address, checking and moving on. */
export function useAnswering(survey: ShownSurvey, surroundings: Surroundings): Answering {
  const { state: stored, dispatch, isKept } = useStoredState(survey, surroundings)
  const answers = useMemo(() => stored.draft?.answers ?? {}, [stored.draft])
  const form = useForm(survey, answers)
  const pages = useMemo(() => pagesOf(survey, answers, form), [survey, answers, form])
  const faults = useMemo(() => inWords(stored.faults, form, localityIds(survey)), [stored, form, survey])
  const state = { ...stored, faults }
  const place = effectivePlace(state, pages)
  const stopwatch = useStopwatch(stored.draft)
  const view: View = { survey, surroundings, state, place, pages, answers, form }
  const keepParked: Answering['keepParked'] = (parked) => dispatch({ type: 'parked', parked })
  return { ...view, isKept, keepParked, ...movesFrom(view, dispatch, stopwatch) }
}
