import type { Question, Questionnaire, Section } from '../model.ts'
import { everyQuestion } from '../walk.ts'
import { freeKey } from './keys.ts'
import { renameKey } from './rename-key.ts'
import { isSameJson } from './same-json.ts'
import { mapQuestions } from './tree.ts'
import { nameFor, withListNames } from './used-lists.ts'

/** One text being written: what one has is the beginning of what the other has. */
const isContinued = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

const areOneQuestion = (one: Question, other: Question): boolean =>
  one.type === other.type && isContinued(one.text, other.text)
const areOneSection = (one: Section, other: Section): boolean => isContinued(one.title, other.title)

const keysOf = (questionnaires: readonly Questionnaire[]): ReadonlySet<string> =>
  new Set(questionnaires.flatMap(everyQuestion).map(({ key }) => key))

function questionsApart(base: Questionnaire, mine: Questionnaire, theirs: Questionnaire): Questionnaire {
  const old = keysOf([base])
  const others = new Map(everyQuestion(theirs).map((question) => [question.key, question]))
  return everyQuestion(mine).reduce((result, question) => {
    const other = others.get(question.key)
    if (old.has(question.key) || other === undefined || areOneQuestion(question, other)) return result
    const taken = keysOf([base, theirs, result])
    return renameKey(
      result,
      question.key,
      freeKey((key) => taken.has(key), question.key),
    )
  }, mine)
}

function sectionsApart(base: Questionnaire, mine: Questionnaire, theirs: Questionnaire): Questionnaire {
  const taken = new Set([base, mine, theirs].flatMap(({ sections }) => sections.map(({ key }) => key)))
  const isOld = (key: string) => base.sections.some((section) => section.key === key)
  const sections = mine.sections.map((section) => {
    const other = theirs.sections.find(({ key }) => key === section.key)
    if (isOld(section.key) || other === undefined || areOneSection(section, other)) return section
    const key = freeKey((one) => taken.has(one), section.key)
    taken.add(key)
    return { ...section, key }
  })
  return sections.every((section, index) => section === mine.sections[index]) ? mine : { ...mine, sections }
}

function listsApart(base: Questionnaire, mine: Questionnaire, theirs: Questionnaire): Questionnaire {
  const clashing = Object.entries(mine.lists).filter(
    ([name, list]) =>
      !Object.hasOwn(base.lists, name) &&
      Object.hasOwn(theirs.lists, name) &&
      !isSameJson(list, theirs.lists[name]),
  )
  if (clashing.length === 0) return mine
  const names = new Map<string, string>()
  const lists = { ...theirs.lists, ...base.lists, ...mine.lists }
  const own = { ...mine.lists }
  for (const [name, list] of clashing) {
    const free = nameFor({ ...lists, [name]: theirs.lists[name] ?? list }, name, list)
    names.set(name, free)
    lists[free] = list
    delete own[name]
    own[free] = list
  }
  return { ...mapQuestions(mine, (question) => withListNames(question, names)), lists: own }
}

/**
 * Mine with other keys and names for what both sides added under the same one though it is not the same, so that the
 * two can stand side by side. Rules of mine follow.
 */
export function apartFrom(base: Questionnaire, mine: Questionnaire, theirs: Questionnaire): Questionnaire {
  const questions = questionsApart(base, mine, theirs)
  return listsApart(base, sectionsApart(base, questions, theirs), theirs)
}
