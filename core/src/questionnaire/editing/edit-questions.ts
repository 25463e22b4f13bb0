import type { Question, Questionnaire } from '../model.ts'
import { everyQuestion } from '../walk.ts'
import { addRefusal, moveRefusal, placeOf, questionOf, type QuestionPlace } from './place.ts'
import { changeSiblings, inserted, keysIn, replaced } from './tree.ts'

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

/** Would the question hold a key twice, or one that stands elsewhere? Only rosters whose own list changed can. */
function takesKeys(questionnaire: Questionnaire, before: Question, after: Question): boolean {
  if (after.type !== 'ROSTER') return false
  if (before.type === 'ROSTER' && before.questions === after.questions) return false
  const own = new Set(keysIn(before))
  const others = new Set(
    everyQuestion(questionnaire)
      .map(({ key }) => key)
      .filter((key) => !own.has(key)),
  )
  const keys = keysIn(after)
  return keys.some((key, index) => others.has(key) || keys.indexOf(key) !== index)
}

/**
 * Changes one question, one inside a roster too. Its key stays, whatever the change says: `renameKey` and `renewKey`
 * change keys. A change that would give a key to two questions is not made.
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
    return takesKeys(questionnaire, before, after) ? siblings : replaced(siblings, index, after)
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
