import type { Question, QuestionType, Questionnaire } from '@rozeznanie/core/questionnaire'
import {
  addQuestion,
  addRefusal,
  duplicateQuestion,
  freshKey,
  moveQuestion,
  moveRefusal,
  newQuestion,
  placeOf,
  questionOf,
  removeQuestion,
  sectionOf,
  stepPlace,
  type QuestionPlace,
} from '@rozeznanie/core/questionnaire/editing'
import { addButtonId, cardHeadId, questionTextId } from './element-ids.ts'
import { heirOf, siblingsAt } from './neighbours.ts'
import { nameOf } from './question-names.ts'
import type { Editor } from './use-editor.ts'

/** The questionnaire as it is now. */
export function present({ store }: Editor): Questionnaire {
  const { history } = store.getState()
  if (history === null) throw new Error('The draft is edited before it was loaded.')
  return history.present
}

const municipality = ({ store }: Editor): string | null => store.getState().facts?.municipalityCode ?? null

const named = ({ t }: Editor, question: Question): string => nameOf(question, t('untitled'))

/** Opens a question and puts the focus on its words. */
export function openQuestion({ desk }: Editor, key: string, isNew = false): void {
  desk.open(`question:${key}`)
  desk.focus(questionTextId(key), isNew)
}

/** „Pytanie „…” jest teraz 3. z 7 w części „…”.” */
function sayPlace(editor: Editor, key: string): void {
  const questionnaire = present(editor)
  const question = questionOf(questionnaire, key)
  const place = placeOf(questionnaire, key)
  if (!question || !place) return
  const roster = place.rosterKey === undefined ? null : questionOf(questionnaire, place.rosterKey)
  const title = roster ? named(editor, roster) : sectionOf(questionnaire, place.sectionKey)?.title
  editor.desk.say(
    editor.t(roster ? 'said.movedInGroup' : 'said.moved', {
      name: named(editor, question),
      position: place.index + 1,
      total: siblingsAt(questionnaire, place).length,
      title: title || editor.t('untitledSection'),
    }),
  )
}

/** Adds a question of a type and puts the focus on its words. */
export function addOfType(editor: Editor, type: QuestionType, place: QuestionPlace): void {
  const { store, desk, t } = editor
  const questionnaire = present(editor)
  const key = freshKey(questionnaire, t(`type.${type}.slug`), municipality(editor))
  const question = newQuestion(type, key)
  const refusal = addRefusal(questionnaire, question, place)
  if (refusal !== null) return desk.say(refusal)
  store.edit(addQuestion(questionnaire, question, place))
  openQuestion(editor, key, true)
  desk.say(t('said.added', { type: t(`type.${type}.name`) }))
}

/** Copies a question to the place right after it. */
export function duplicate(editor: Editor, key: string): void {
  const questionnaire = present(editor)
  const question = questionOf(questionnaire, key)
  if (!question) return
  const newKey = freshKey(questionnaire, question.text, municipality(editor))
  editor.store.edit(duplicateQuestion(questionnaire, key, newKey))
  openQuestion(editor, newKey)
  editor.desk.say(editor.t('said.duplicated', { name: named(editor, question) }))
}

/** Takes a question out; the focus goes to the one that follows, and an offer to take it back is shown. */
export function remove(editor: Editor, key: string): void {
  const { store, desk, t } = editor
  const questionnaire = present(editor)
  const question = questionOf(questionnaire, key)
  const place = placeOf(questionnaire, key)
  if (!question || !place) return
  const next = removeQuestion(questionnaire, key)
  store.edit(next)
  const heir = heirOf(siblingsAt(next, place), place.index)
  const around = place.rosterKey === undefined ? null : (`question:${place.rosterKey}` as const)
  desk.open(around)
  desk.focus(heir ? cardHeadId(`question:${heir.key}`) : addButtonId(place.rosterKey ?? place.sectionKey))
  desk.offerUndo(t('offer.question', { name: named(editor, question) }))
}

function movedTo(editor: Editor, key: string, place: QuestionPlace): boolean {
  const questionnaire = present(editor)
  const refusal = moveRefusal(questionnaire, key, place)
  if (refusal !== null) {
    editor.desk.say(refusal)
    return false
  }
  editor.store.edit(moveQuestion(questionnaire, key, place))
  sayPlace(editor, key)
  return true
}

/** Moves a question one step, over borders of sections; says where it is, or that there is no way further. */
export function moveByStep(editor: Editor, key: string, step: -1 | 1, focusId: string): void {
  const place = stepPlace(present(editor), key, step)
  if (place === null) editor.desk.say(editor.t(step < 0 ? 'said.first' : 'said.last'))
  else if (movedTo(editor, key, place)) editor.desk.focus(focusId)
}

/** Moves a question to a place that was chosen in the window or by dragging. */
export function moveToPlace(editor: Editor, key: string, place: QuestionPlace): void {
  if (movedTo(editor, key, place)) editor.desk.focus(cardHeadId(`question:${key}`))
}
