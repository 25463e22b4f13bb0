import type { Question, Questionnaire, Section } from '../model.ts'

type Siblings = readonly Question[]

/** The list with one item in the place of another; the same list when nothing changed. */
export function replaced<Item>(items: readonly Item[], index: number, next: Item): readonly Item[] {
  return items[index] === next ? items : items.with(index, next)
}

/** The list with an item put in; the index is kept within the list. */
export function inserted<Item>(items: readonly Item[], index: number, item: Item): readonly Item[] {
  return items.toSpliced(Math.max(0, Math.min(items.length, Math.trunc(index))), 0, item)
}

function inSiblings(
  siblings: Siblings,
  change: (siblings: Siblings, rosterKey?: string) => Siblings,
  rosterKey?: string,
): Siblings {
  const changed = change(siblings, rosterKey)
  if (changed !== siblings) return changed
  for (const [index, question] of siblings.entries()) {
    if (question.type !== 'ROSTER') continue
    const questions = inSiblings(question.questions, change, question.key)
    if (questions !== question.questions) return siblings.with(index, { ...question, questions })
  }
  return siblings
}

/**
 * Offers every list of siblings, a section's own before those of its rosters, until one comes back changed; whatever
 * does not hold that list keeps its identity, and so does the questionnaire when none changed.
 */
export function changeSiblings(
  questionnaire: Questionnaire,
  change: (siblings: Siblings, section: Section, rosterKey?: string) => Siblings,
): Questionnaire {
  for (const [index, section] of questionnaire.sections.entries()) {
    const questions = inSiblings(section.questions, (siblings, roster) => change(siblings, section, roster))
    if (questions === section.questions) continue
    return { ...questionnaire, sections: questionnaire.sections.with(index, { ...section, questions }) }
  }
  return questionnaire
}

function mapped(question: Question, change: (question: Question) => Question): Question {
  const changed = change(question)
  if (changed.type !== 'ROSTER') return changed
  const questions = sameIfSame(
    changed.questions,
    changed.questions.map((inner) => mapped(inner, change)),
  )
  return questions === changed.questions ? changed : { ...changed, questions }
}

/** The former list when the new one holds the same things. */
export function sameIfSame<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  const isSame = before.length === after.length && after.every((item, index) => item === before[index])
  return isSame ? before : after
}

/** Changes a question and whatever it holds; what comes back unchanged keeps its identity. */
export const mapQuestion = mapped

/** Changes every question, a roster before its own; what comes back unchanged keeps its identity. */
export function mapQuestions(
  questionnaire: Questionnaire,
  change: (question: Question) => Question,
): Questionnaire {
  const sections = questionnaire.sections.map((section) => {
    const questions = sameIfSame(
      section.questions,
      section.questions.map((question) => mapped(question, change)),
    )
    return questions === section.questions ? section : { ...section, questions }
  })
  const kept = sameIfSame(questionnaire.sections, sections)
  return kept === questionnaire.sections ? questionnaire : { ...questionnaire, sections: kept }
}

/** Keys of a question and of all it holds. */
export function keysIn(question: Question): readonly string[] {
  return question.type === 'ROSTER' ? [question.key, ...question.questions.flatMap(keysIn)] : [question.key]
}

/** How many rosters stand one within another in a question, itself counted. */
export function rosterDepth(question: Question): number {
  return question.type === 'ROSTER' ? 1 + Math.max(0, ...question.questions.map(rosterDepth)) : 0
}
