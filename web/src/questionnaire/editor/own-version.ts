import {
  changeQuestion,
  freshKey,
  ownOptions,
  questionOf,
  renewKey,
} from '@rozeznanie/core/questionnaire/editing'
import { openQuestion, present } from './question-actions.ts'
import type { Editor } from './use-editor.ts'
import { withPart } from './with-part.ts'

/** Turns a shared question that is locked into a local one, with a key of its own and its own options. */
export function makeOwnVersion(editor: Editor, key: string): void {
  const { store, desk, t } = editor
  const questionnaire = present(editor)
  const question = questionOf(questionnaire, key)
  if (!question) return
  const municipality = store.getState().facts?.municipalityCode ?? null
  const newKey = freshKey(questionnaire, question.text, municipality)
  const renewed = renewKey(questionnaire, key, newKey, { crosswalk: false })
  const own = 'list' in question && question.list !== undefined ? ownOptions(renewed, newKey) : renewed
  store.edit(changeQuestion(own, newKey, (one) => withPart(one, 'core', undefined)))
  openQuestion(editor, newKey)
  desk.say(t('said.ownVersion'))
}
