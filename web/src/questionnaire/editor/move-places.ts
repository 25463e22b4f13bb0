import type { Question, Questionnaire } from '@rozeznanie/core/questionnaire'
import { moveRefusal, placeOf, type QuestionPlace } from '@rozeznanie/core/questionnaire/editing'
import { siblingsAt } from './neighbours.ts'

/** Where questions can stand beside each other: a section, or a roster within it. */
export interface Home {
  readonly id: string
  readonly sectionKey: string
  readonly rosterKey?: string
  /** Titles from the section inwards. */
  readonly titles: readonly string[]
}

function rosterHomes(questions: readonly Question[], around: Home): readonly Home[] {
  return questions.flatMap((question): readonly Home[] => {
    if (question.type !== 'ROSTER') return []
    const home: Home = {
      id: `group:${question.key}`,
      sectionKey: around.sectionKey,
      rosterKey: question.key,
      titles: [...around.titles, question.text],
    }
    return [home, ...rosterHomes(question.questions, home)]
  })
}

/** All places where a question may be moved to, in the order of asking. */
export function homesFor(questionnaire: Questionnaire, key: string): readonly Home[] {
  return questionnaire.sections
    .flatMap((section): readonly Home[] => {
      const home: Home = { id: `section:${section.key}`, sectionKey: section.key, titles: [section.title] }
      return [home, ...rosterHomes(section.questions, home)]
    })
    .filter((home) => moveRefusal(questionnaire, key, placeIn(home, 0)) === null)
}

export function placeIn({ sectionKey, rosterKey }: Home, index: number): QuestionPlace {
  return rosterKey === undefined ? { sectionKey, index } : { sectionKey, rosterKey, index }
}

/** The questions of a home, the moved one left out. */
export function othersIn(questionnaire: Questionnaire, home: Home, key: string): readonly Question[] {
  return siblingsAt(questionnaire, home).filter((question) => question.key !== key)
}

/** Where a question stands now. */
export function homeOf(questionnaire: Questionnaire, homes: readonly Home[], key: string): Home | undefined {
  const place = placeOf(questionnaire, key)
  return homes.find((home) => home.sectionKey === place?.sectionKey && home.rosterKey === place.rosterKey)
}
