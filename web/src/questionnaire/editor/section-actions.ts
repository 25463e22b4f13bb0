import { addSection, moveSection, newSection, removeSection } from '@rozeznanie/core/questionnaire/editing'
import { cardHeadId, sectionTitleId } from './element-ids.ts'
import { heirOf } from './neighbours.ts'
import { present } from './question-actions.ts'
import type { Editor } from './use-editor.ts'

/** Opens a section and puts the focus on its title. */
export function openSection({ desk }: Editor, key: string, isNew = false): void {
  desk.open(`section:${key}`)
  desk.focus(sectionTitleId(key), isNew)
}

/** Adds a section after the one at `index`. */
export function addSectionAt(editor: Editor, index: number): void {
  const questionnaire = present(editor)
  const section = newSection(questionnaire)
  const next = addSection(questionnaire, section, index)
  if (next === questionnaire) return editor.desk.say(editor.t('said.sectionsFull'))
  editor.store.edit(next)
  openSection(editor, section.key, true)
  editor.desk.say(editor.t('said.sectionAdded'))
}

/** Takes a section out with its questions, and offers to take that back. */
export function removeWholeSection(editor: Editor, key: string): void {
  const { store, desk, t } = editor
  const { sections } = present(editor)
  const index = sections.findIndex((section) => section.key === key)
  const section = sections[index]
  if (!section || sections.length < 2) return
  store.edit((draft) => removeSection(draft, key))
  const heir = heirOf(present(editor).sections, index)
  desk.open(null)
  if (heir) desk.focus(cardHeadId(`section:${heir.key}`))
  desk.offerUndo(
    t('offer.section', { title: section.title || t('untitledSection'), count: section.questions.length }),
  )
}

/** Moves a section before or after its neighbour. */
export function moveSectionByStep(editor: Editor, key: string, step: -1 | 1, focusId: string): void {
  const { store, desk, t } = editor
  const { sections } = present(editor)
  const from = sections.findIndex((section) => section.key === key)
  const to = from + step
  if (to < 0 || to >= sections.length) return desk.say(t(step < 0 ? 'said.firstSection' : 'said.lastSection'))
  store.edit((draft) => moveSection(draft, key, to))
  desk.focus(focusId)
  const title = sections[from]?.title || t('untitledSection')
  desk.say(t('said.sectionMoved', { title, position: to + 1, total: sections.length }))
}
