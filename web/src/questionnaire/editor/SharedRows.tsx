import type { MatrixQuestion } from '@rozeznanie/core/questionnaire'
import { ownRows } from '@rozeznanie/core/questionnaire/editing'
import { fieldId } from '../../ui/field-ids.ts'
import { questionField } from './element-ids.ts'
import { NarrowRows } from './Narrowing.tsx'
import { present } from './question-actions.ts'
import { ToolButton } from './ToolButton.tsx'
import { useEditor } from './use-editor.ts'

interface SharedRowsProps {
  readonly question: MatrixQuestion
  readonly list: string
}

/** Rows of a shared list: some can be left out, or all taken over as the table's own. */
export function SharedRows({ question, list }: SharedRowsProps) {
  const editor = useEditor()
  const { store, desk, t } = editor
  const { key } = question
  const takeOver = () => {
    store.edit((draft) => ownRows(draft, key))
    desk.focus(fieldId(questionField(key, 'rows')))
    desk.say(t('rows.taken'))
  }
  return (
    <div className="shared-options">
      <p>{t('rows.shared', { label: present(editor).lists[list]?.label ?? '' })}</p>
      <NarrowRows question={question} />
      <ToolButton icon="copy" id={fieldId(questionField(key, 'rows'))} onClick={takeOver}>
        {t('rows.takeOver')}
      </ToolButton>
    </div>
  )
}
