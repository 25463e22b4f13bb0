import type { Target } from './editor-desk.ts'
import { factsField } from './element-ids.ts'
import { fieldId } from '../../ui/field-ids.ts'
import { openQuestion } from './question-actions.ts'
import { openSection } from './section-actions.ts'
import type { Editor } from './use-editor.ts'

/** Opens what a line of the outline stands for, and puts the focus into its first field. */
export function openTarget(editor: Editor, target: Target): void {
  const at = target.indexOf(':')
  const key = target.slice(at + 1)
  if (target.startsWith('question:')) openQuestion(editor, key)
  else if (target.startsWith('section:')) openSection(editor, key)
  else {
    editor.desk.open('facts')
    editor.desk.focus(fieldId(factsField('title')))
  }
}
