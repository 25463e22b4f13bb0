import type { Question, Questionnaire, Section } from '../model.ts'
import { everyQuestion } from '../walk.ts'
import { keysIn, rosterDepth } from './tree.ts'

/** Where a question stands: its section, the roster that holds it if one does, and how many siblings stand before it. */
export interface QuestionPlace {
  readonly sectionKey: string
  readonly rosterKey?: string
  /** Among the siblings, the question itself not counted. */
  readonly index: number
}

/** As many as the format of questionnaires allows. */
export const MOST = { sections: 50, inSection: 300, inRoster: 100, rosterDepth: 2, lists: 100 } as const

function placeIn(
  siblings: readonly Question[],
  key: string,
  around: Omit<QuestionPlace, 'index'>,
): QuestionPlace | null {
  const index = siblings.findIndex((question) => question.key === key)
  if (index >= 0) return { ...around, index }
  for (const question of siblings) {
    const found =
      question.type === 'ROSTER'
        ? placeIn(question.questions, key, { sectionKey: around.sectionKey, rosterKey: question.key })
        : null
    if (found) return found
  }
  return null
}

/** Where the question of this key stands, one inside a roster too; `null` when there is none. */
export function placeOf({ sections }: Questionnaire, key: string): QuestionPlace | null {
  for (const section of sections) {
    const found = placeIn(section.questions, key, { sectionKey: section.key })
    if (found) return found
  }
  return null
}

function questionIn(siblings: readonly Question[], key: string): Question | null {
  for (const question of siblings) {
    if (question.key === key) return question
    const found = question.type === 'ROSTER' ? questionIn(question.questions, key) : null
    if (found) return found
  }
  return null
}

/** The question of this key, one inside a roster too; `null` when there is none. */
export function questionOf({ sections }: Questionnaire, key: string): Question | null {
  for (const section of sections) {
    const found = questionIn(section.questions, key)
    if (found) return found
  }
  return null
}

/** The section of this key; `null` when there is none. */
export function sectionOf({ sections }: Questionnaire, key: string): Section | null {
  return sections.find((section) => section.key === key) ?? null
}

/** The questions beside which a place is; `null` when the place is not there. */
export function siblingsAt(
  questionnaire: Questionnaire,
  { sectionKey, rosterKey }: Omit<QuestionPlace, 'index'>,
): readonly Question[] | null {
  const section = sectionOf(questionnaire, sectionKey)
  if (section === null || rosterKey === undefined) return section?.questions ?? null
  const roster = questionIn(section.questions, rosterKey)
  return roster?.type === 'ROSTER' ? roster.questions : null
}

/** How many rosters a place is in. */
function depthAt(questionnaire: Questionnaire, { rosterKey }: QuestionPlace): number {
  if (rosterKey === undefined) return 0
  const around = placeOf(questionnaire, rosterKey)
  return around === null ? 0 : 1 + depthAt(questionnaire, around)
}

function hereRefusal(questionnaire: Questionnaire, question: Question, place: QuestionPlace): string | null {
  const siblings = siblingsAt(questionnaire, place)
  if (siblings === null) return 'Tego miejsca nie ma już w kwestionariuszu.'
  const most = place.rosterKey === undefined ? MOST.inSection : MOST.inRoster
  if (siblings.length >= most)
    return `W jednym miejscu może stać najwyżej ${most} pytań. Prosimy wybrać inną część albo dodać nową.`
  if (rosterDepth(question) + depthAt(questionnaire, place) > MOST.rosterDepth)
    return 'Grupa powtarzana może zawierać jeszcze jedną grupę, ale nie głębiej.'
  return null
}

/**
 * Why a question that the questionnaire does not have cannot be put in a place, in Polish; `null` when it can.
 * `addQuestion` leaves the questionnaire as it is in these cases.
 */
export function addRefusal(
  questionnaire: Questionnaire,
  question: Question,
  place: QuestionPlace,
): string | null {
  const taken = new Set(everyQuestion(questionnaire).map(({ key }) => key))
  const keys = keysIn(question)
  const twice = keys.find((key, index) => taken.has(key) || keys.indexOf(key) !== index)
  if (twice !== undefined) return `Kwestionariusz ma już pytanie o kluczu „${twice}”. Klucz musi być inny.`
  return hereRefusal(questionnaire, question, place)
}

/**
 * Why a question cannot be moved to a place, in Polish; `null` when it can. `moveQuestion` leaves the questionnaire as
 * it is in these cases.
 */
export function moveRefusal(questionnaire: Questionnaire, key: string, place: QuestionPlace): string | null {
  const question = questionOf(questionnaire, key)
  const from = placeOf(questionnaire, key)
  if (question === null || from === null) return 'Tego pytania nie ma już w kwestionariuszu.'
  if (place.rosterKey !== undefined && keysIn(question).includes(place.rosterKey))
    return 'Grupy powtarzanej nie można przenieść do niej samej.'
  const isNear = from.sectionKey === place.sectionKey && from.rosterKey === place.rosterKey
  return isNear ? null : hereRefusal(questionnaire, question, place)
}
