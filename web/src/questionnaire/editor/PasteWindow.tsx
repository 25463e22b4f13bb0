import { hasOptions, isExclusive, isMatrix, type Option } from '@rozeznanie/core/questionnaire'
import { changeQuestion, pasteOptions, questionOf } from '@rozeznanie/core/questionnaire/editing'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldId } from '../../ui/field-ids.ts'
import { TextAreaField } from '../../ui/TextAreaField.tsx'
import { questionField } from './element-ids.ts'
import { present } from './question-actions.ts'
import { settingOptions } from './set-options.ts'
import { pasteRows, settingRows } from './set-rows.ts'
import { type Editor, useEditor } from './use-editor.ts'

interface PasteWindowProps {
  readonly questionKey: string
  readonly isRows: boolean
}

/** The whole list as text, a line each: to be written over or pasted into. */
export function PasteWindow({ questionKey, isRows }: PasteWindowProps) {
  const editor = useEditor()
  const { store, desk, t } = editor
  const question = questionOf(present(editor), questionKey)
  const options = (question && hasOptions(question) && question.options) || []
  const rows = (question && isMatrix(question) && question.rows) || []
  const isMultiple = question?.type === 'MULTI' || question?.type === 'MATRIX_MULTI'
  const labels = (isRows ? rows : options).map(({ label }) => label)
  const [text, setText] = useState(() => labels.join('\n'))
  const pasted: readonly Option[] = isRows
    ? pasteRows(text, rows).map(({ key, label }) => ({ code: key, label }))
    : pasteOptions(text, options)
  const confirm = () => {
    const change = isRows ? settingRows(pasteRows(text, rows)) : settingOptions(pasted)
    store.edit((draft) => changeQuestion(draft, questionKey, change))
    desk.show(null)
    desk.focus(fieldId(questionField(questionKey, isRows ? 'rows' : 'options')))
    desk.say(t('paste.done', { count: pasted.length }))
  }
  return (
    <Dialog
      title={t(isRows ? 'paste.rowsTitle' : 'paste.optionsTitle')}
      lead={t('paste.lead')}
      onClose={() => desk.show(null)}
      actions={
        <>
          <Button onClick={confirm}>{t('paste.confirm', { count: pasted.length })}</Button>
          <Button look="quiet" onClick={() => desk.show(null)}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <div className="paste">
        <TextAreaField name="paste" label={t('paste.text')} rows={12} value={text} onChange={setText} />
        <section aria-labelledby="paste-preview">
          <h3 id="paste-preview">{t('paste.preview', { count: pasted.length })}</h3>
          <ol className="paste__list">
            {pasted.map((option) => (
              <li key={option.code}>
                {option.label}
                <span className="muted">{notesOf(option, { before: labels, isMultiple }, editor)}</span>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </Dialog>
  )
}

/** What the program understood of a line. */
function notesOf(
  option: Option,
  { before, isMultiple }: { readonly before: readonly string[]; readonly isMultiple: boolean },
  { t }: Editor,
): string {
  const notes = [
    ...(before.includes(option.label) ? [] : [t('paste.new')]),
    ...(option.allowsText ? [t('options.withText')] : []),
    ...(isMultiple && isExclusive(option) ? [t('options.exclusiveMark')] : []),
  ]
  return notes.length > 0 ? ` – ${notes.join(', ')}` : ''
}
