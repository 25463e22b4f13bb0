import type { Questionnaire, Section } from '../model.ts'
import { everyQuestion } from '../walk.ts'
import { MOST } from './place.ts'
import { inserted, keysIn, replaced } from './tree.ts'

const indexOf = ({ sections }: Questionnaire, key: string): number =>
  sections.findIndex((section) => section.key === key)

function withSections(questionnaire: Questionnaire, sections: readonly Section[]): Questionnaire {
  return sections === questionnaire.sections ? questionnaire : { ...questionnaire, sections }
}

/**
 * Puts a section in, at the end when no index is told. The questionnaire stays as it is when the key of the section, or
 * of a question in it, is taken, and when there are 50 sections.
 */
export function addSection(
  questionnaire: Questionnaire,
  section: Section,
  index = questionnaire.sections.length,
): Questionnaire {
  const { sections } = questionnaire
  const taken = new Set(everyQuestion(questionnaire).map(({ key }) => key))
  const keys = section.questions.flatMap(keysIn)
  const isTaken =
    indexOf(questionnaire, section.key) >= 0 ||
    keys.some((key, at) => taken.has(key) || keys.indexOf(key) !== at)
  if (isTaken || sections.length >= MOST.sections) return questionnaire
  return withSections(questionnaire, inserted(sections, index, section))
}

/** Changes what a section says of itself; its key and its questions stay, whatever the change says. */
export function changeSection(
  questionnaire: Questionnaire,
  key: string,
  change: (section: Section) => Section,
): Questionnaire {
  const index = indexOf(questionnaire, key)
  const before = questionnaire.sections[index]
  if (before === undefined) return questionnaire
  const changed = change(before)
  const isOwn = changed.key === key && changed.questions === before.questions
  const after = isOwn ? changed : { ...changed, key, questions: before.questions }
  return withSections(questionnaire, replaced(questionnaire.sections, index, after))
}

/** Takes a section out with all its questions. */
export function removeSection(questionnaire: Questionnaire, key: string): Questionnaire {
  const index = indexOf(questionnaire, key)
  return index < 0 ? questionnaire : withSections(questionnaire, questionnaire.sections.toSpliced(index, 1))
}

/** Moves a section; `index` counts the other sections before it. */
export function moveSection(questionnaire: Questionnaire, key: string, index: number): Questionnaire {
  const from = indexOf(questionnaire, key)
  const section = questionnaire.sections[from]
  if (section === undefined || from === index) return questionnaire
  const moved = inserted(questionnaire.sections.toSpliced(from, 1), index, section)
  return moved[from] === section ? questionnaire : withSections(questionnaire, moved)
}

/** What a questionnaire says of itself and around its questions. */
export type Facts = Pick<
  Questionnaire,
  'title' | 'description' | 'audience' | 'estimatedMinutes' | 'intro' | 'thanks'
>

/** Changes what a questionnaire says of itself. */
export function changeFacts(questionnaire: Questionnaire, facts: Partial<Facts>): Questionnaire {
  const names = Object.keys(facts) as (keyof Facts)[]
  const isSame = names.every((name) => facts[name] === questionnaire[name])
  return isSame ? questionnaire : { ...questionnaire, ...facts }
}
