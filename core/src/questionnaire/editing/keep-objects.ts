import type { Questionnaire, Section } from '../model.ts'
import { everyQuestion } from '../walk.ts'
import { isSameJson } from './same-json.ts'
import { mapQuestions, sameIfSame } from './tree.ts'

/** The former thing when the new one says the same. */
const kept = <T>(before: T | undefined, after: T): T =>
  before !== undefined && isSameJson(before, after) ? before : after

/** A document with the objects of another one wherever they say the same; the other one itself when all does. */
export function keepObjects(before: Questionnaire, after: Questionnaire): Questionnaire {
  if (isSameJson(before, after)) return before
  const questions = new Map(everyQuestion(before).map((question) => [question.key, question]))
  const known = new Map(before.sections.map((section) => [section.key, section]))
  const mapped = mapQuestions(after, (question) => kept(questions.get(question.key), question))
  const sections = mapped.sections.map((section): Section => {
    const old = known.get(section.key)
    return old ? kept(old, { ...section, questions: sameIfSame(old.questions, section.questions) }) : section
  })
  const lists = Object.entries(mapped.lists).map(
    ([name, list]) => [name, kept(before.lists[name], list)] as const,
  )
  return {
    ...mapped,
    intro: kept(before.intro, mapped.intro),
    thanks: kept(before.thanks, mapped.thanks),
    lists: kept(before.lists, Object.fromEntries(lists)),
    sections: sameIfSame(before.sections, sections),
  }
}
