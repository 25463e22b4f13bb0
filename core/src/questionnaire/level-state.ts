import type { CompiledNode, CompiledQuestion, CompiledQuestionnaire, Level } from './compile.ts'
import { holds } from './expression/evaluate.ts'
import type { Scope } from './expression/scope.ts'
import { isEmptyAnswer, isEqual, isRecord, ownValue, type RawAnswers } from './expression/values.ts'
import { calculate, keepAnswer, keepOtherText } from './keep-answer.ts'
import { otherTextKey, type MatrixRow, type Option } from './model.ts'
import { isMatrix, isSpecialCode } from './options.ts'

/** A question as it stands for these answers. */
export interface QuestionState {
  readonly isShown: boolean
  /** Rows of a matrix that are asked. */
  readonly rows: readonly MatrixRow[]
  /** Options that are offered. */
  readonly options: readonly Option[]
  /** The answer that counts; `undefined` when there is none. */
  readonly answer: unknown
  /** The text beside „inne, jakie?” that counts. */
  readonly otherText: unknown
  /** Items of a roster; `null` stands for what is no item at all. */
  readonly items: readonly (LevelState | null)[]
}

/** A level evaluated for the answers given to it. */
export interface LevelState {
  readonly given: RawAnswers
  /** One per node; of a section only `isShown` says something. */
  readonly states: readonly QuestionState[]
}

/** What the evaluation of a level depends on besides its answers. */
export interface Surroundings {
  readonly compiled: CompiledQuestionnaire
  readonly today: string | undefined
  /** Answers around a roster's item. */
  readonly outer: Scope | undefined
}

/** Items of a roster beyond this many are not evaluated; the check of answers refuses them. */
export const MOST_ITEMS = 100

const NOTHING: QuestionState = {
  isShown: false,
  rows: [],
  options: [],
  answer: undefined,
  otherText: undefined,
  items: [],
}
const SHOWN: QuestionState = { ...NOTHING, isShown: true }
const OTHER = '.inne'

/** How far a level is evaluated: the node at this place is the first that nobody may speak of yet. */
interface Progress {
  place: number
}

/** Sees the answers of the level before a place (all of them by default), then those around it. */
export function levelScope(
  level: Level,
  states: readonly QuestionState[],
  { compiled, today, outer }: Surroundings,
  before: Progress = { place: Infinity },
): Scope {
  return {
    ...(today !== undefined && { today }),
    isRoster(key) {
      return compiled.rosters.has(key)
    },
    answerTo(key) {
      const isText = key.endsWith(OTHER)
      const index = level.indexOf.get(isText ? key.slice(0, -OTHER.length) : key)
      if (index === undefined) return outer?.answerTo(key)
      if (index >= before.place) return undefined
      return isText ? states[index]?.otherText : states[index]?.answer
    },
  }
}

function shownRows(node: CompiledQuestion, scope: Scope): readonly MatrixRow[] {
  const condition = node.rowVisibleIf
  if (condition === undefined) return node.rows
  return node.rows.filter((row) => holds(condition, { ...scope, row: row.key }))
}

function shownOptions(node: CompiledQuestion, scope: Scope): readonly Option[] {
  const filter = node.optionFilter
  if (filter === undefined) return node.options
  return node.options.filter(({ code }) => isSpecialCode(code) || holds(filter, { ...scope, option: code }))
}

function isAsked(node: CompiledQuestion, scope: Scope, states: readonly QuestionState[]): boolean {
  if (node.sectionIndex !== undefined && states[node.sectionIndex]?.isShown !== true) return false
  return node.visibleIf === undefined || holds(node.visibleIf, scope)
}

interface Visit {
  readonly given: RawAnswers
  readonly scope: Scope
  readonly around: Surroundings
  readonly before: QuestionState | undefined
  /** Something outside the question changed, so nothing of its items can be kept. */
  readonly isStirred: boolean
}

function rosterState(node: CompiledQuestion, level: Level, visit: Visit): QuestionState {
  const given = ownValue(visit.given, node.question.key)
  if (!Array.isArray(given) || given.length === 0) {
    return { ...SHOWN, answer: isEmptyAnswer(given) ? undefined : given }
  }
  const around: Surroundings = { ...visit.around, outer: visit.scope }
  const items = given.slice(0, MOST_ITEMS).map((item: unknown, index) => {
    if (!isRecord(item)) return null
    const previous = visit.isStirred ? undefined : (visit.before?.items[index] ?? undefined)
    return previous?.given === item ? previous : evaluateLevel(level, item, around, previous)
  })
  const kept = given.map((item: unknown, index) => {
    const state = items[index]
    return state ? countedIn(level, state) : item
  })
  return { ...SHOWN, answer: kept, items }
}

function questionState(
  node: CompiledQuestion,
  visit: Visit,
  states: readonly QuestionState[],
): QuestionState {
  const { question, items } = node
  if (!isAsked(node, visit.scope, states)) return NOTHING
  if (items) return rosterState(node, items, visit)
  if (question.type === 'CALCULATED') return { ...NOTHING, answer: calculate(node.calculation, visit.scope) }
  const rows = shownRows(node, visit.scope)
  const options = shownOptions(node, visit.scope)
  if (isMatrix(question) && rows.length === 0) return NOTHING
  if (node.optionFilter !== undefined && options.length === 0) return NOTHING
  const answer = keepAnswer(node, rows, options, ownValue(visit.given, question.key))
  const otherText = keepOtherText(node, answer, ownValue(visit.given, otherTextKey(question.key)))
  return { isShown: true, rows, options, answer, otherText, items: [] }
}

const hasChanged = (before: QuestionState, after: QuestionState): boolean =>
  before.isShown !== after.isShown ||
  !isEqual(before.answer, after.answer) ||
  !isEqual(before.otherText, after.otherText)

const FRESH = 1
const STIRRED = 2

/** Marks what has to be evaluated: everything, or the questions whose own answers differ. */
function marksFor(level: Level, given: RawAnswers, previous: LevelState | undefined): Uint8Array {
  const marks = new Uint8Array(level.nodes.length)
  if (previous === undefined) return marks.fill(STIRRED)
  const markAll = (keys: readonly string[]) => {
    for (const key of keys) {
      if (ownValue(given, key) === ownValue(previous.given, key)) continue
      const index = level.indexOf.get(key.endsWith(OTHER) ? key.slice(0, -OTHER.length) : key)
      if (index !== undefined) marks[index] = FRESH
    }
  }
  markAll(Object.keys(given))
  markAll(Object.keys(previous.given))
  return marks
}

/**
 * Evaluates a level for these answers. With the state of other answers to start from, only what differs and what
 * depends on it is evaluated; the result is the same as without.
 */
export function evaluateLevel(
  level: Level,
  given: RawAnswers,
  around: Surroundings,
  previous?: LevelState,
): LevelState {
  const marks = marksFor(level, given, previous)
  const states: QuestionState[] = previous ? [...previous.states] : []
  const progress: Progress = { place: 0 }
  const scope = levelScope(level, states, around, progress)
  level.nodes.forEach((node: CompiledNode, index) => {
    const mark = marks[index]
    if (mark === 0) return
    progress.place = index
    const before = previous?.states[index]
    const visit: Visit = { given, scope, around, before, isStirred: mark === STIRRED }
    const after =
      node.kind === 'question'
        ? questionState(node, visit, states)
        : node.visibleIf === undefined || holds(node.visibleIf, scope)
          ? SHOWN
          : NOTHING
    states[index] = after
    if (before && hasChanged(before, after)) {
      for (const dependent of level.dependents[index] ?? []) marks[dependent] = STIRRED
    }
  })
  return { given, states }
}

/** The answers of a level that count, in the order of asking. */
export function countedIn(level: Level, { states }: LevelState): RawAnswers {
  const counted: [string, unknown][] = []
  level.nodes.forEach((node, index) => {
    const state = states[index]
    if (node.kind !== 'question' || state?.answer === undefined) return
    counted.push([node.question.key, state.answer])
    if (state.otherText !== undefined) counted.push([otherTextKey(node.question.key), state.otherText])
  })
  return Object.fromEntries(counted)
}
