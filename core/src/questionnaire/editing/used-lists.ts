import { isEqual } from '../expression/values.ts'
import type { OptionList, Question, Questionnaire } from '../model.ts'
import { hasOptions, isMatrix } from '../options.ts'
import { everyQuestion } from '../walk.ts'
import { MOST } from './place.ts'
import { patched } from './rewrite.ts'

const LONGEST_NAME = 40

/** Names of the shared lists that a question itself takes answers or rows from. */
export function listsOf(question: Question): readonly string[] {
  return [
    ...(hasOptions(question) && question.list !== undefined ? [question.list] : []),
    ...(isMatrix(question) && question.rowsList !== undefined ? [question.rowsList] : []),
  ]
}

/** The questionnaire without lists that no question uses. */
function withoutIdleLists(questionnaire: Questionnaire): Questionnaire {
  const used = new Set(everyQuestion(questionnaire).flatMap(listsOf))
  const lists = Object.entries(questionnaire.lists).filter(([name]) => used.has(name))
  return { ...questionnaire, lists: Object.fromEntries(lists) }
}

/** The name itself, or with the first number under which there is no list, or the very same one. */
export function nameFor(lists: Questionnaire['lists'], wanted: string, list: OptionList): string {
  const fits = (name: string) => !Object.hasOwn(lists, name) || isEqual(lists[name], list)
  if (fits(wanted)) return wanted
  for (let number = 2; ; number += 1) {
    const ending = `_${number}`
    const name = wanted.slice(0, LONGEST_NAME - ending.length) + ending
    if (fits(name)) return name
  }
}

/** A question with names of its lists changed. */
export function withListNames(question: Question, names: ReadonlyMap<string, string>): Question {
  const named = (list: string | undefined) => (list === undefined ? undefined : (names.get(list) ?? list))
  const answers = hasOptions(question) ? { list: named(question.list) } : {}
  const rows = isMatrix(question) ? { rowsList: named(question.rowsList) } : {}
  return patched(question, { ...answers, ...rows })
}

/**
 * Brings lists of another questionnaire along. A list that is there with the same content is used as it is; one of the
 * same name with other content is brought under another name.
 *
 * @returns `null` when there would be more lists than the format allows
 */
export function bringLists(
  into: Questionnaire,
  from: Questionnaire,
  wanted: readonly string[],
): { readonly questionnaire: Questionnaire; readonly names: ReadonlyMap<string, string> } | null {
  const lists: Record<string, OptionList> = { ...into.lists }
  const names = new Map<string, string>()
  for (const name of new Set(wanted)) {
    const list = Object.hasOwn(from.lists, name) ? from.lists[name] : undefined
    if (list === undefined) continue
    const own = nameFor(lists, name, list)
    names.set(name, own)
    lists[own] ??= list
  }
  const count = Object.keys(lists).length
  if (count === Object.keys(into.lists).length) return { questionnaire: into, names }
  if (count <= MOST.lists) return { questionnaire: { ...into, lists }, names }
  const slim = withoutIdleLists(into)
  return Object.keys(slim.lists).length < Object.keys(into.lists).length
    ? bringLists(slim, from, wanted)
    : null
}
