import type { Question, Questionnaire, Section } from '../model.ts'
import { changeQuestion, moveQuestion, removeQuestion } from './edit-questions.ts'
import { changeSection, removeSection } from './edit-sections.ts'
import type { MergeConflict } from './merge-conflict.ts'
import { withTypedPart } from './merge-question.ts'
import type { Holder } from './merge-tree.ts'
import type { Fields } from './merge-values.ts'
import { placeOf, siblingsAt } from './place.ts'
import { patched } from './rewrite.ts'
import { isPlain } from './same-json.ts'
import { changeSiblings, sameIfSame } from './tree.ts'

const SOURCES: Readonly<Record<string, readonly string[]>> = {
  options: ['options', 'list', 'only'],
  rows: ['rows', 'rowsList', 'onlyRows'],
}

const isItem = (item: unknown, key: string): boolean =>
  isPlain(item) && (item['code'] === key || (item['code'] === undefined && item['key'] === key))

/** A list with one of its keyed items set, put in at the end or taken out. */
function withItem(
  items: readonly unknown[],
  key: string,
  change: (item: unknown) => unknown,
): readonly unknown[] {
  const index = items.findIndex((item) => isItem(item, key))
  const next = change(index < 0 ? undefined : items[index])
  if (next === undefined) return index < 0 ? items : items.toSpliced(index, 1)
  return index < 0 ? [...items, next] : items.with(index, next)
}

/** A value with what stands at the end of a way set; `undefined` takes it out. */
function withValue(whole: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value
  const change = (inner: unknown) => withValue(inner, rest, value)
  if (Array.isArray(whole)) return withItem(whole, name, change)
  const before: Fields = isPlain(whole) ? whole : {}
  return patched(before, { [name]: change(Object.hasOwn(before, name) ? before[name] : undefined) })
}

const keyIn = (item: unknown): unknown => (isPlain(item) ? (item['code'] ?? item['key']) : undefined)

/** Items in the order of these keys; those that it does not name come last. */
function inOrder<Item>(items: readonly Item[], keys: unknown): readonly Item[] {
  if (!Array.isArray(keys)) return items
  const order: readonly unknown[] = keys
  const rank = (item: Item) => (order.includes(keyIn(item)) ? order.indexOf(keyIn(item)) : order.length)
  return sameIfSame(
    items,
    items.toSorted((one, other) => rank(one) - rank(other)),
  )
}

/** A thing with the items of one of its lists in another order. */
function withOrder<T extends object>(whole: T, name: string, keys: unknown): T {
  const items = (whole as Fields)[name]
  return Array.isArray(items) ? patched(whole, { [name]: inOrder(items, keys) }) : whole
}

function inQuestion(question: Question, { kind, place, mine }: MergeConflict): Question {
  const [part = ''] = place.path
  if (kind === 'ORDER') return withOrder(question, part, mine)
  if (part === 'type' && isPlain(mine)) return withTypedPart(question, mine)
  const source = place.path.length === 1 && isPlain(mine) ? SOURCES[part] : undefined
  if (source)
    return patched(question, {
      ...Object.fromEntries(source.map((name) => [name, undefined])),
      ...(mine as Fields),
    })
  // The way was told by the merge, which met a question there.
  return withValue(question, place.path, mine) as Question
}

/** The place of a question as mine had it: at the end of a section or a roster, unless it is in there already. */
function moved(questionnaire: Questionnaire, key: string, holder: Holder): Questionnaire {
  const from = placeOf(questionnaire, key)
  const isInRoster = 'rosterKey' in holder
  const sectionKey = isInRoster ? placeOf(questionnaire, holder.rosterKey)?.sectionKey : holder.sectionKey
  const rosterKey = isInRoster ? holder.rosterKey : undefined
  const isThere = from?.sectionKey === sectionKey && from?.rosterKey === rosterKey
  if (isThere || sectionKey === undefined) return questionnaire
  const place = { sectionKey, ...(rosterKey !== undefined && { rosterKey }) }
  const index = siblingsAt(questionnaire, place)?.length ?? 0
  return moveQuestion(questionnaire, key, { ...place, index })
}

function reordered(questionnaire: Questionnaire, { place, mine }: MergeConflict): Questionnaire {
  const { sectionKey, questionKey } = place
  if (sectionKey === undefined && questionKey === undefined) {
    return withOrder(questionnaire, 'sections', mine)
  }
  return changeSiblings(questionnaire, (siblings, section, rosterKey) => {
    const isHere =
      questionKey === undefined
        ? section.key === sectionKey && rosterKey === undefined
        : rosterKey === questionKey
    return isHere ? inOrder(siblings, mine) : siblings
  })
}

/**
 * The merged document with mine in the place of theirs, where a conflict has it: the field, the removal, the place or
 * the order. A part that the other side took out is there already, and so the document stays as it is.
 */
export function takeMine(questionnaire: Questionnaire, conflict: MergeConflict): Questionnaire {
  const { kind, place, mine } = conflict
  const { questionKey, sectionKey, listName, path } = place
  if (kind === 'REMOVED_THERE') return questionnaire
  if (kind === 'ORDER' && path.length === 0) return reordered(questionnaire, conflict)
  if (questionKey !== undefined) {
    if (kind === 'PLACE') return moved(questionnaire, questionKey, mine as Holder)
    if (kind === 'REMOVED_HERE' && path.length === 0) return removeQuestion(questionnaire, questionKey)
    return changeQuestion(questionnaire, questionKey, (question) => inQuestion(question, conflict))
  }
  if (sectionKey !== undefined) {
    if (kind === 'REMOVED_HERE') return removeSection(questionnaire, sectionKey)
    return changeSection(questionnaire, sectionKey, (section) => withValue(section, path, mine) as Section)
  }
  if (kind === 'ORDER' && listName !== undefined) {
    const list = questionnaire.lists[listName]
    const lists = list && { ...questionnaire.lists, [listName]: withOrder(list, path[0] ?? '', mine) }
    return patched(questionnaire, { lists: lists ?? questionnaire.lists })
  }
  const way = listName === undefined ? path : ['lists', listName, ...path]
  return withValue(questionnaire, way, mine) as Questionnaire
}

const OTHERWISE = { REMOVED_HERE: 'REMOVED_THERE', REMOVED_THERE: 'REMOVED_HERE' } as const

/**
 * The merged document with theirs in the place of mine, where a conflict has it: what the other side took out goes.
 * Elsewhere theirs is there already.
 */
export function takeTheirs(questionnaire: Questionnaire, conflict: MergeConflict): Questionnaire {
  const { kind, mine, theirs } = conflict
  const swapped = kind === 'REMOVED_HERE' || kind === 'REMOVED_THERE' ? OTHERWISE[kind] : kind
  return takeMine(questionnaire, { ...conflict, kind: swapped, mine: theirs, theirs: mine })
}
