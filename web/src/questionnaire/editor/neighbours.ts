import type { Questionnaire, Question } from '@rozeznanie/core/questionnaire'
import { questionOf, sectionOf, type QuestionPlace } from '@rozeznanie/core/questionnaire/editing'

/** The questions among which a place is. */
export function siblingsAt(
  questionnaire: Questionnaire,
  { sectionKey, rosterKey }: Omit<QuestionPlace, 'index'>,
): readonly Question[] {
  const roster = rosterKey === undefined ? null : questionOf(questionnaire, rosterKey)
  if (rosterKey !== undefined) return roster?.type === 'ROSTER' ? roster.questions : []
  return sectionOf(questionnaire, sectionKey)?.questions ?? []
}

/** What takes the place of a thing that was removed from a list: the next one, at the end the one before. */
export function heirOf<Thing>(things: readonly Thing[], index: number): Thing | undefined {
  return things[index] ?? things[index - 1]
}
