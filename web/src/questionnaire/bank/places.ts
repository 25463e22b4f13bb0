import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import type { QuestionPlace } from '@rozeznanie/core/questionnaire/editing'

/** The value of the choice that stands for the place open in the editor. */
export const HERE = 'here'

/** The place that a choice of the person stands for: the open one, or the end of a section. */
export function placeOfChoice(
  { sections }: Questionnaire,
  choice: string,
  here: QuestionPlace | undefined,
): QuestionPlace | null {
  if (choice === HERE && here !== undefined) return here
  const section = sections.find(({ key }) => key === choice) ?? sections.at(-1)
  return section ? { sectionKey: section.key, index: section.questions.length } : null
}
