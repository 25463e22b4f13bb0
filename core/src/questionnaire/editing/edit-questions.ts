import type { Question, Questionnaire } from '../model.ts'
import { addRefusal, MOST, moveRefusal, placeOf, questionOf, type QuestionPlace } from './place.ts'
import { changeSiblings, inserted, replaced } from './tree.ts'

function put(questionnaire: Questionnaire, question: Question, place: QuestionPlace): Questionnaire {
  return changeSiblings(questionnaire, (siblings, section, rosterKey) =>
    section.key === place.sectionKey && rosterKey === place.rosterKey
      ? inserted(siblings, place.index, question)
      : siblings,
  )
}

/** Puts a question in; the questionnaire stays as it is where `addRefusal` says why not. */
export function addQuestion(
  questionnaire: Questionnaire,
  question: Question,
  place: QuestionPlace,
): Questionnaire {
  return addRefusal(questionnaire, question, place) === null
    ? put(questionnaire, question, place)
    : questionnaire
}

/** May the question stand where the former stood? Only a roster whose own list changed may not. */
function fits(questionnaire: Questionnaire, before: Question, after: Question): boolean {
  if (after.type !== 'ROSTER') return true
  if (before.type === 'ROSTER' && before.questions === after.questions) return true
  const place = placeOf(questionnaire, before.key)
  const others = removeQuestion(questionnaire, before.key)
  const isFull = after.questions.length > MOST.inRoster
  return place !== null && !isFull && addRefusal(others, after, place) === null
}

/**
 * Changes one question, one inside a roster too. Its key stays, whatever the change says: `renameKey` and `renewKey`
 * change keys. A change of what a roster holds is not made when a key would stand twice, or rosters too deep.
 */
export function changeQuestion(
  questionnaire: Questionnaire,
  key: string,
  change: (question: Question) => Question,
): Questionnaire {
  return changeSiblings(questionnaire, (siblings) => {
    const index = siblings.findIndex((question) => question.key === key)
    const before = siblings[index]
    if (before === undefined) return siblings
    const changed = change(before)
    const after = changed.key === key ? changed : { ...changed, key }
    return fits(questionnaire, before, after) ? replaced(siblings, index, after) : siblings
  })
}

/** Takes a question out, a roster with all it holds. Rules that speak of it stay, and the inspection tells of them. */
export function removeQuestion(questionnaire: Questionnaire, key: string): Questionnaire {
  return changeSiblings(questionnaire, (siblings) => {
    const index = siblings.findIndex((question) => question.key === key)
    return index < 0 ? siblings : siblings.toSpliced(index, 1)
  })
}

/**
 * Moves a question to a place; `index` counts the siblings without it. The questionnaire stays as it is where
 * `moveRefusal` says why not, and where the question stands there already.
 */
export function moveQuestion(questionnaire: Questionnaire, key: string, place: QuestionPlace): Questionnaire {
  const question = questionOf(questionnaire, key)
  const from = placeOf(questionnaire, key)
  if (question === null || from === null || moveRefusal(questionnaire, key, place) !== null)
    return questionnaire
  const isNear = from.sectionKey === place.sectionKey && from.rosterKey === place.rosterKey
  if (isNear && from.index === place.index) return questionnaire
  return put(removeQuestion(questionnaire, key), question, place)
}

/**
 * Where one step up or down leads: past the neighbour, at an end of a section into the next section; `null` at the ends
 * of the questionnaire and of a roster, which a question leaves and enters by `moveQuestion` only.
 */
export function stepPlace(questionnaire: Questionnaire, key: string, step: -1 | 1): QuestionPlace | null {
  const from = placeOf(questionnaire, key)
  if (from === null) return null
  const sectionIndex = questionnaire.sections.findIndex((section) => section.key === from.sectionKey)
  const roster = from.rosterKey === undefined ? undefined : questionOf(questionnaire, from.rosterKey)
  const siblings =
    roster?.type === 'ROSTER' ? roster.questions : (questionnaire.sections[sectionIndex]?.questions ?? [])
  const index = from.index + step
  if (index >= 0 && index < siblings.length) return { ...from, index }
  const next = questionnaire.sections[sectionIndex + step]
  if (from.rosterKey !== undefined || next === undefined) return null
  return { sectionKey: next.key, index: step > 0 ? 0 : next.questions.length }
}

/** Moves a question one step up or down, over borders of sections too; the same questionnaire where there is no way. */
export function moveQuestionBy(questionnaire: Questionnaire, key: string, step: -1 | 1): Questionnaire {
  const place = stepPlace(questionnaire, key, step)
  return place === null ? questionnaire : moveQuestion(questionnaire, key, place)
}
