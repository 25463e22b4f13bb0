import type { Question } from '@rozeznanie/core/questionnaire'
import { Icon } from '../../ui/Icon.tsx'
import { EditorIcon } from './EditorIcon.tsx'
import { useEditor } from './use-editor.ts'

/** What kind of question it is, and what is special about it, in a few words. */
export function QuestionMarks({ question }: { readonly question: Question }) {
  const { t } = useEditor()
  const hasRules = question.visibleIf !== undefined
  return (
    <>
      <span>{t(`type.${question.type}.name`)}</span>
      {question.core && (
        <span className="mark mark--locked">
          <Icon name="lock" /> {t('locked.mark')}
        </span>
      )}
      {question.required && <span>{t('marks.required')}</span>}
      {hasRules && (
        <span className="mark">
          <EditorIcon name="condition" /> {t('marks.condition')}
        </span>
      )}
      {question.sensitivity && question.sensitivity !== 'NONE' && <span>{t('marks.sensitive')}</span>}
    </>
  )
}
