import { formOf, type Answers, type Form } from '@rozeznanie/core/questionnaire'
import { checkForm, type Violation } from '@rozeznanie/core/response'
import type { Draft } from '../draft.ts'
import type { ShownSurvey } from '../look/dressed.ts'
import { nearestPage, neighbour, pagesOf, type Page } from '../pages.ts'
import { placeBefore, START, type Place } from '../place.ts'
import { faultsOn, formContext, localityIds } from '../use-answering.ts'
import { whoIsAsked } from '../who/who-is-asked.ts'
import { fieldsAsked, readPage, type Posted } from './read-page.ts'

/** A form with answers: its screens and what is wrong with them. */
export interface Filled {
  readonly survey: ShownSurvey
  readonly draft: Draft
  readonly form: Form
  readonly pages: readonly Page[]
}

/** Where a post leads. */
export interface Next {
  readonly draft: Draft | null
  readonly place: Place
  readonly faults?: readonly Violation[]
  readonly returnsTo?: Place
  /** More is asked on the page than was shown. */
  readonly isMore?: boolean
  /** The answers are in order and to be sent. */
  readonly isSent?: boolean
  /** The form is to be put aside, or looked for by a code. */
  readonly later?: LaterWish
}

export function filledForm(survey: ShownSurvey, draft: Draft): Filled {
  const form = formOf(survey.questionnaire, draft.answers, formContext(survey))
  return { survey, draft, form, pages: pagesOf(survey, draft.answers, form) }
}

const faultsOf = ({ survey, form }: Filled) => checkForm(form, { localityIds: localityIds(survey) })

const toPage = (page: Page | undefined, fromCheck = false): Place =>
  page ? { kind: 'page', id: page.id, fromCheck } : { kind: 'check' }

/** Where the person is when screens are cut as they are here. */
export function placeAmong({ pages }: Filled, place: Place): Place {
  const page = place.kind === 'page' ? nearestPage(pages, place.id) : undefined
  return page && place.kind === 'page' ? { ...place, id: page.id } : place
}

function pageAt({ pages }: Filled, place: Place): Page | undefined {
  return place.kind === 'page' ? pages.find(({ id }) => id === place.id) : undefined
}

/** The form with what was posted from the page that was shown. */
export function withPosted(before: Filled, place: Place, posted: Omit<Posted, 'survey' | 'form'>): Filled {
  const page = pageAt(before, place)
  if (!page) return before
  const { survey, draft, form } = before
  const answers: Answers = readPage({ ...posted, survey, form }, page, draft.answers)
  return filledForm(survey, { ...draft, answers })
}

/** Was everything that the page asks now on it when it was shown? */
function isMoreAsked(before: Filled, after: Filled, place: Place): boolean {
  const [shown, asked] = [before, after].map((filled) => {
    return fieldsAsked(filled.survey, filled.form, pageAt(filled, place)?.items ?? [], filled.draft.answers)
  })
  return asked?.some((field) => !shown?.includes(field)) ?? false
}

/** On from a page, unless something on it is wrong or not seen yet. */
function goOn(before: Filled, after: Filled, place: Place): Next {
  const { draft, pages } = after
  if (place.kind === 'start' && whoIsAsked(after.survey) === 'asked') return { draft, place: { kind: 'who' } }
  if (place.kind === 'start' || place.kind === 'who') return { draft, place: toPage(pages[0]) }
  if (place.kind !== 'page') return { draft, place }
  const page = pageAt(after, place)
  if (!page) {
    // What was answered on it hid the page itself.
    const was = pageAt(before, place)
    const next = was && neighbour(before.pages, was.id, 1)
    return { draft, place: toPage(pages.find(({ id }) => id === next?.id)) }
  }
  if (isMoreAsked(before, after, place)) return { draft, place, isMore: true }
  const faults = faultsOn(page, faultsOf(after))
  if (faults.length > 0) return { draft, place, faults }
  return { draft, place: place.fromCheck ? { kind: 'check' } : toPage(neighbour(pages, page.id, 1)) }
}

function goBack({ draft, pages, survey }: Filled, place: Place): Next {
  if (place.kind === 'who') return { draft, place: START }
  if (place.kind !== 'page') return { draft, place }
  if (place.fromCheck) return { draft, place: { kind: 'check' } }
  const previous = neighbour(pages, place.id, -1)
  const before: Place = whoIsAsked(survey) === 'asked' ? { kind: 'who' } : START
  return { draft, place: previous ? toPage(previous) : before }
}

function openFromCheck(filled: Filled, pageId: string, isFaulty: boolean): Next {
  const page = filled.pages.find(({ id }) => id === pageId)
  const place = toPage(page, true)
  const faults = page && isFaulty ? faultsOn(page, faultsOf(filled)) : []
  return { draft: filled.draft, place, faults }
}

/** What is wished of putting a form aside: to be asked, to do it, or to come back to one. */
export type LaterWish =
  | { readonly kind: 'ask' }
  | { readonly kind: 'code' }
  /** @param base - the revision that gives way, where another device was first */
  | { readonly kind: 'park'; readonly base?: number }
  /** By the code that was typed, or by the one that the form has. */
  | { readonly kind: 'resume'; readonly isOwn: boolean }

function parkFrom(place: Place): Place {
  if (place.kind === 'park') return place
  return { kind: 'park', page: place.kind === 'page' ? place.id : null }
}

function parkWish(about: string): LaterWish {
  const replaced = /^zastap-(\d{1,6})$/.exec(about)
  if (replaced) return { kind: 'park', base: Number(replaced[1]) }
  return about === 'tak' ? { kind: 'park' } : { kind: 'ask' }
}

/** Looking for a form by its code, whatever the page holds. */
export function codeWish(move: string, about: string): LaterWish {
  return move === 'kod' ? { kind: 'code' } : { kind: 'resume', isOwn: about === 'tu' }
}

/** Where a move leads from a place. @param wished - the move and, after a colon, what it is about */
export function moved(before: Filled, after: Filled, place: Place, wished: string): Next {
  const [move = '', about = ''] = wished.split(':', 2)
  const { draft } = after
  switch (move) {
    case 'poczatek':
    case 'dalej':
      return goOn(before, after, place)
    case 'wstecz':
      return goBack(after, place)
    case 'zmien':
    case 'popraw':
      return openFromCheck(after, about, move === 'popraw')
    case 'wyslij': {
      const faults = faultsOf(after)
      return { draft, place: { kind: 'check' }, faults, isSent: faults.length === 0 }
    }
    case 'od-nowa':
      return { draft, place: { kind: 'restart' }, returnsTo: place }
    case 'odloz':
      return { draft, place: parkFrom(place), later: parkWish(about) }
    case 'kod':
    case 'dokoncz':
      return { draft, place: { kind: 'resume' }, later: codeWish(move, about) }
    case 'usun':
      return about === '' ? { draft: null, place: START } : { draft, place }
    default:
      return { draft, place: placeBefore(place) }
  }
}
