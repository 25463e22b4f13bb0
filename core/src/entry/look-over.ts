import { checkForm, type Violation } from '../response/index.ts'
import {
  isAnswerable,
  isEmptyAnswer,
  ownValue,
  type AnswerPath,
  type Level,
  type LevelState,
  type Question,
} from '../questionnaire/index.ts'
import type { Entry, Place } from './model.ts'
import { isAnswered } from './open-entry.ts'

const isSamePath = (left: AnswerPath, right: AnswerPath): boolean =>
  left.length === right.length && left.every((step, index) => step === right[index])

/** Everything wrong with the sheet so far. */
export function violationsOf({ form, setting }: Entry): readonly Violation[] {
  const localityIds = setting.localities.map(({ id }) => id)
  return checkForm(form, { localityIds, today: setting.today })
}

/** Of these, what is wrong at a place. What is wrong with a whole matrix is told at its last row. */
export function violationsAt(entry: Entry, place: Place, all = violationsOf(entry)): readonly Violation[] {
  const here = all.filter(({ path, questionKey }) => isSamePath(path ?? [questionKey], place.path))
  if (place.rowKey === undefined) return here
  const rows = entry.places.filter(({ path }) => isSamePath(path, place.path))
  const isLast = rows.at(-1)?.id === place.id
  return here.filter(({ rowKey }) => rowKey === place.rowKey || (rowKey === undefined && isLast))
}

function levelAt(
  entry: Entry,
  path: AnswerPath,
): { readonly level: Level; readonly state: LevelState } | null {
  let level: Level | undefined = entry.form.compiled.level
  let state: LevelState | null | undefined = entry.form.state
  for (let step = 0; step + 2 < path.length; step += 2) {
    const index: number | undefined = level?.indexOf.get(String(path[step]))
    const node: Level['nodes'][number] | undefined = index === undefined ? undefined : level?.nodes[index]
    state = index === undefined ? undefined : state?.states[index]?.items[Number(path[step + 1])]
    level = node?.kind === 'question' ? node.items : undefined
  }
  return level && state ? { level, state } : null
}

/** The questions of the sheet that are passed over just before a place, because answers make them needless. */
export function skippedBefore(entry: Entry, place: Place): readonly Question[] {
  const index = entry.places.findIndex(({ id }) => id === place.id)
  const before = entry.places[index - 1]
  if (before !== undefined && place.kind !== 'end' && isSamePath(before.path, place.path)) return []
  const found = levelAt(entry, place.path)
  if (found === null) return []
  const { level, state } = found
  const end = level.indexOf.get(String(place.path.at(-1))) ?? level.nodes.length
  const skipped: Question[] = []
  for (let at = end - 1; at >= 0; at -= 1) {
    const node = level.nodes[at]
    if (node?.kind !== 'question' || !isAnswerable(node.question)) continue
    if (state.states[at]?.isShown === true) break
    skipped.unshift(node.question)
  }
  return skipped
}

function hiddenAnswers(level: Level, { given, states }: LevelState): number {
  return level.nodes.reduce((count, node, index) => {
    const state = states[index]
    if (node.kind !== 'question' || state === undefined || node.question.type === 'CALCULATED') return count
    const items = node.items
    const inner = items
      ? state.items.reduce((sum, item) => sum + (item ? hiddenAnswers(items, item) : 0), 0)
      : 0
    const isDropped = !state.isShown && !isEmptyAnswer(ownValue(given, node.question.key))
    return count + inner + (isDropped ? 1 : 0)
  }, 0)
}

/** A sheet looked over before it is sent. */
export interface EntrySummary {
  readonly answeredCount: number
  /** Places left without an answer on purpose. */
  readonly blankCount: number
  /** Places that nobody has dealt with yet. */
  readonly unseen: readonly Place[]
  readonly violations: readonly Violation[]
  /** Answers to questions that are not asked: noted on the paper or entered before a correction. They are not stored. */
  readonly droppedCount: number
}

/** Looks a sheet over: what is entered, what is missing and what will not be stored. */
export function summaryOf(entry: Entry): EntrySummary {
  const { places, blanks, strays, form } = entry
  const asked = places.filter(({ kind }) => kind !== 'end')
  const answered = asked.filter((place) => isAnswered(entry, place))
  const rest = asked.filter((place) => !answered.includes(place))
  const noted = places.reduce((sum, { id }) => sum + (strays[id] ?? 0), 0)
  return {
    answeredCount: answered.length,
    blankCount: rest.filter(({ id }) => blanks.has(id)).length,
    unseen: rest.filter(({ id }) => !blanks.has(id)),
    violations: violationsOf(entry),
    droppedCount: noted + hiddenAnswers(form.compiled.level, form.state),
  }
}
