import { optionsOf, type Question } from '@rozeznanie/core/questionnaire'
import { keyRefusal, renameKey } from '@rozeznanie/core/questionnaire/editing'
import { useState } from 'react'
import { fieldId } from '../../ui/field-ids.ts'
import { TextField } from '../../ui/TextField.tsx'
import { questionField } from './element-ids.ts'
import { Fold } from './Fold.tsx'
import { present } from './question-actions.ts'
import { ToolButton } from './ToolButton.tsx'
import { useEditor, useOfDraft } from './use-editor.ts'

/** What hardly anybody needs: the key of the question and the codes of its answers. */
export function AdvancedFold({ question }: { readonly question: Question }) {
  const { t } = useEditor()
  return (
    <Fold id={fieldId(questionField(question.key, 'advanced'))} title={t('advanced.title')}>
      <div className="stack-tight">
        {question.core ? (
          <p>{t('advanced.lockedKey', { key: question.key })}</p>
        ) : (
          <KeyField question={question} />
        )}
        <Codes question={question} />
      </div>
    </Fold>
  )
}

function KeyField({ question }: { readonly question: Question }) {
  const editor = useEditor()
  const { store, t } = editor
  const isPublished = useOfDraft(({ facts }) => facts?.latestVersion !== null)
  const [wished, setWished] = useState(question.key)
  const isChanged = wished !== question.key
  const refusal = isChanged ? keyRefusal(present(editor), question.key, wished) : null
  const rename = () => {
    store.edit((draft) => renameKey(draft, question.key, wished))
    editor.desk.open(`question:${wished}`)
    editor.desk.focus(fieldId(questionField(wished, 'advanced')))
    editor.desk.say(t('advanced.renamed', { key: wished }))
  }
  return (
    <>
      <TextField
        name={questionField(question.key, 'key')}
        label={t('advanced.key')}
        hint={t(isPublished ? 'advanced.keyHintPublished' : 'advanced.keyHint')}
        error={refusal ?? undefined}
        isShort
        value={wished}
        onChange={(value) => setWished(value.trim())}
      />
      {isChanged && refusal === null && (
        <div>
          <ToolButton icon="settings" onClick={rename}>
            {t('advanced.rename')}
          </ToolButton>
        </div>
      )}
    </>
  )
}

function Codes({ question }: { readonly question: Question }) {
  const editor = useEditor()
  const options = optionsOf(present(editor), question)
  if (options.length === 0) return null
  return (
    <div>
      <p className="field__label">{editor.t('advanced.codes')}</p>
      <ul className="codes">
        {options.map(({ code, label }) => (
          <li key={code}>
            <code>{code}</code> {label}
          </li>
        ))}
      </ul>
    </div>
  )
}
