import type { Question } from '@rozeznanie/core/questionnaire'
import { fieldId } from '../../ui/field-ids.ts'
import { Notice } from '../../ui/Notice.tsx'
import { questionField } from './element-ids.ts'
import { NarrowOptions, NarrowRows } from './Narrowing.tsx'
import { makeOwnVersion } from './own-version.ts'
import { ToolButton } from './ToolButton.tsx'
import { useEditor } from './use-editor.ts'

/** A shared question that its owner keeps locked: its words can be read, answers left out, or a local version made of it. */
export function LockedForm({ question }: { readonly question: Question }) {
  const editor = useEditor()
  const { t } = editor
  const { key, text, help, easyText } = question
  return (
    <div className="stack-tight">
      <Notice title={t('locked.title')}>
        <p>{t('locked.lead')}</p>
        <ToolButton
          icon="copy"
          id={fieldId(questionField(key, 'text'))}
          onClick={() => makeOwnVersion(editor, key)}
        >
          {t('locked.makeOwn')}
        </ToolButton>
      </Notice>
      <dl className="facts">
        <dt>{t('form.text')}</dt>
        <dd>{text}</dd>
        {help && (
          <>
            <dt>{t('form.help')}</dt>
            <dd>{help}</dd>
          </>
        )}
        {easyText && (
          <>
            <dt>{t('form.easyShort')}</dt>
            <dd>{easyText}</dd>
          </>
        )}
      </dl>
      <NarrowRows question={question} />
      <NarrowOptions question={question} />
    </div>
  )
}
