import {
  formOf,
  isMatrix,
  pipeText,
  rowsOf,
  type Answers,
  type Form,
  type MatrixRow,
  type Question,
  type Questionnaire,
  type Section,
} from '@rozeznanie/core/questionnaire'
import { madeOf } from './language.ts'
import type { ShownSurvey } from './look/dressed.ts'
import { isSettled, itemAt, type PageItem } from './page-item.ts'

/** One screen: a question, or a few short ones about the person. */
export interface Page {
  /** Stays the same whatever is answered, so that an address or a stored draft finds it again. */
  readonly id: string
  readonly section: Section
  readonly sectionNumber: number
  /** All sections of the questionnaire, those that may be skipped included: the end never moves away. */
  readonly sectionCount: number
  readonly startsSection: boolean
  /** How far into the questionnaire, 0 to 1: what may be skipped counts too, so it never grows shorter or longer. */
  readonly progress: number
  readonly items: readonly PageItem[]
}

type Asked = Pick<ShownSurvey, 'questionnaire' | 'localities' | 'isCalm'>

/** How much one screen holds: rows of a matrix, and short questions. */
interface Room {
  readonly rows: number
  readonly questions: number
}

const USUAL_ROOM: Room = { rows: 7, questions: 3 }
const CALM_ROOM: Room = { rows: 3, questions: 1 }
const GROUPABLE: readonly Question['type'][] = ['SINGLE', 'LOCALITY', 'NUMBER', 'DATE_YEAR']
const FEW_OPTIONS = 4

/** A place on a screen, whether it is asked or not. */
type Place = Pick<PageItem, 'question' | 'rows' | 'part'>

interface Slot {
  readonly id: string
  readonly section: Section
  readonly sectionNumber: number
  readonly places: readonly Place[]
}

/** Short questions about the person share a page; everything else stands alone. */
function isShort(questionnaire: Questionnaire, question: Question): boolean {
  if (!question.key.startsWith('dem_') || !GROUPABLE.includes(question.type)) return false
  if (question.type !== 'SINGLE') return true
  const list = question.list === undefined ? undefined : questionnaire.lists[question.list]
  const count = question.only?.length ?? (question.options ?? list?.options ?? []).length
  return count <= FEW_OPTIONS
}

function whole(question: Question): Place {
  return { question, rows: [], part: null }
}

/** Rows cut into equal parts, so that a phone screen stays short. */
function partsOf(rows: readonly MatrixRow[], most: number): readonly (readonly MatrixRow[])[] {
  const count = Math.max(1, Math.ceil(rows.length / most))
  const size = Math.ceil(rows.length / count)
  return Array.from({ length: count }, (_, index) => rows.slice(index * size, (index + 1) * size))
}

function matrixPlaces(
  questionnaire: Questionnaire,
  question: Question,
  { rows: most }: Room,
): readonly Place[] {
  const parts = partsOf(rowsOf(questionnaire, question), most)
  return parts.map((rows, index) => ({
    question,
    rows,
    part: parts.length === 1 ? null : { number: index + 1, of: parts.length },
  }))
}

/** Questions of a section in groups; a text without an answer (`INFO`) leads the group after it. */
function groupsOf(
  questionnaire: Questionnaire,
  questions: readonly Question[],
  room: Room,
): readonly (readonly Place[])[] {
  const groups: Place[][] = []
  let openTo: 'anything' | 'short' | 'nothing' = 'nothing'
  for (const question of questions) {
    if (question.type === 'CALCULATED') continue
    const last = groups[groups.length - 1]
    const short = room.questions > 1 && isShort(questionnaire, question)
    const joins = openTo === 'anything' ? !isMatrix(question) : openTo === 'short' && short
    if (last && joins && last.length < USUAL_ROOM.questions) last.push(whole(question))
    else if (isMatrix(question))
      groups.push(...matrixPlaces(questionnaire, question, room).map((place) => [place]))
    else groups.push([whole(question)])
    openTo = question.type === 'INFO' ? 'anything' : short ? 'short' : 'nothing'
  }
  return groups
}

function idOf(places: readonly Place[]): string {
  const first = places[0]
  if (!first) return ''
  return first.part && first.part.number > 1
    ? `${first.question.key}-${first.part.number}`
    : first.question.key
}

function slotsOf({ questionnaire, isCalm }: Asked): readonly Slot[] {
  return questionnaire.sections.flatMap((section, index) =>
    groupsOf(questionnaire, section.questions, isCalm ? CALM_ROOM : USUAL_ROOM).map((places) => ({
      id: idOf(places),
      section,
      sectionNumber: index + 1,
      places,
    })),
  )
}

/** All screens of a questionnaire, cut once. */
const cut = {
  calm: new WeakMap<Questionnaire, readonly Slot[]>(),
  usual: new WeakMap<Questionnaire, readonly Slot[]>(),
}

function slotsOnce(survey: Asked): readonly Slot[] {
  const known = cut[survey.isCalm ? 'calm' : 'usual']
  const slots = known.get(survey.questionnaire) ?? slotsOf(survey)
  known.set(survey.questionnaire, slots)
  return slots
}

/** What a screen weighs in the whole: the same however the questions are spread over screens. */
const weightOf = ({ places }: Slot): number =>
  places.reduce((sum, { rows }) => sum + Math.max(1, rows.length), 0)

function shownItems(survey: Asked, form: Form, places: readonly Place[]): readonly PageItem[] {
  return places.flatMap(({ question, rows, part }): readonly PageItem[] => {
    if (question.type === 'LOCALITY' && survey.localities.length === 0) return []
    const item = itemAt(form, [question.key])
    if (item === null || !isMatrix(question)) return item === null ? [] : [item]
    const here = new Set(rows.map((row) => row.key))
    const shown = item.rows.filter((row) => here.has(row.key))
    return shown.length === 0 ? [] : [{ ...item, rows: shown, part }]
  })
}

/** A screen as it was drawn, and how its questions stood then. */
interface Drawn {
  readonly page: Page | null
  readonly stands: readonly unknown[]
}

/** Screens into which no answer is put, as they were last; drawn anew when how their questions stand is another. */
const settledScreens = new WeakMap<Slot, Drawn>()

/** What a screen without answers in its texts follows from. */
function standsOf({ compiled: { level }, state }: Form, { places }: Slot, hasLocalities: boolean) {
  const stands: unknown[] = [hasLocalities]
  for (const { question } of places) {
    const own = state.states[level.indexOf.get(question.key) ?? -1]
    stands.push(own?.isShown, own?.rows, own?.options)
  }
  return stands
}

const areSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index])

/** The items and the section of a screen; its place among the others is told apart. */
function screenOf(survey: Asked, form: Form, slot: Slot, place: Pick<Page, 'progress'>): Page | null {
  const stands = standsOf(form, slot, survey.localities.length > 0)
  const before = settledScreens.get(slot)
  if (before && areSame(before.stands, stands)) return before.page
  const items = shownItems(survey, form, slot.places)
  const { section, sectionNumber } = slot
  const title = madeOf(section.title, pipeText(form, section.title))
  const page: Page | null =
    items.length === 0
      ? null
      : {
          ...{ id: slot.id, section: { ...section, title }, sectionNumber, items, ...place },
          sectionCount: survey.questionnaire.sections.length,
          startsSection: false,
        }
  if (slot.places.every(({ question }) => isSettled(form, question)) && !section.title.includes('{')) {
    settledScreens.set(slot, { page, stands })
  }
  return page
}

/** The same screen as the first of its section. */
const firstOf = new WeakMap<Page, Page>()

function asFirst(page: Page): Page {
  const first = firstOf.get(page) ?? { ...page, startsSection: true }
  firstOf.set(page, first)
  return first
}

/**
 * The screens a person with these answers goes through, in order. Screens are cut from the whole questionnaire first
 * and emptied of hidden questions then: answering never moves a question to another screen.
 *
 * @param form - the answers evaluated, where that was done already
 */
export function pagesOf(
  survey: Asked,
  answers: Answers,
  form: Form = formOf(survey.questionnaire, answers),
): readonly Page[] {
  const slots = slotsOnce(survey)
  const all = slots.reduce((sum, slot) => sum + weightOf(slot), 0)
  let passed = 0
  const pages: Page[] = []
  slots.forEach((slot) => {
    const before = passed
    passed += weightOf(slot)
    const page = screenOf(survey, form, slot, { progress: before / all })
    if (page === null) return
    const isFirst = pages[pages.length - 1]?.section.key !== slot.section.key
    pages.push(isFirst ? asFirst(page) : page)
  })
  return pages
}

/** The page of an id; where the screens are cut otherwise than when the id was made, the one with its question. */
export function nearestPage(pages: readonly Page[], id: string): Page | undefined {
  const exact = pages.find((page) => page.id === id)
  return exact ?? pageWith(pages, id) ?? pageWith(pages, id.replace(/-\d+$/, ''))
}

/** The page that shows a question (and a row of it); `undefined` when no page does. */
export function pageWith(pages: readonly Page[], questionKey: string, rowKey?: string): Page | undefined {
  const withQuestion = pages.filter((page) => page.items.some(({ question }) => question.key === questionKey))
  const withRow = withQuestion.find((page) =>
    page.items.some((item) => item.rows.some((row) => row.key === rowKey)),
  )
  return withRow ?? withQuestion[0]
}

/** The page after or before another; `undefined` at the ends. A page that vanished counts as passed. */
export function neighbour(pages: readonly Page[], id: string, step: 1 | -1): Page | undefined {
  const index = pages.findIndex((page) => page.id === id)
  return index === -1 ? undefined : pages[index + step]
}

export type { PageItem }
