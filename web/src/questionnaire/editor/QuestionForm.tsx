import type { Question } from '@rozeznanie/core/questionnaire'
import { memo } from 'react'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { AdvancedFold } from './AdvancedFold.tsx'
import { AnswerFields } from './AnswerFields.tsx'
import { CardToolbar } from './CardToolbar.tsx'
import { questionField } from './element-ids.ts'
import { LockedForm } from './LockedForm.tsx'
import { MeaningFold } from './MeaningFold.tsx'
import { PartProblems } from './PartProblems.tsx'
import { RulesFold } from './RulesFold.tsx'
import { useChange, useEditor } from './use-editor.ts'
import { withPart } from './with-part.ts'
import { WordingFields } from './WordingFields.tsx'

interface QuestionFormProps {
  readonly question: Question
}

const SHOWN_ELSEWHERE = ['text', 'options', 'rows', 'visibleIf', 'requiredIf', 'rowVisibleIf', 'optionFilter']
const RULES_TOO = [...SHOWN_ELSEWHERE, 'constraint', 'sensitivity']

/** All that can be set about a question: what is needed often first, the rest folded. */
export const QuestionForm = memo(function QuestionForm({ question }: QuestionFormProps) {
  const target = `question:${question.key}` as const
  return (
    <div className="question-form">
      <PartProblems target={target} except={RULES_TOO} />
      {question.core ? (
        <LockedForm question={question} />
      ) : (
        <>
          <WordingFields question={question} />
          <AnswerFields question={question} />
        </>
      )}
      <RequiredField question={question} />
      <div className="question-form__folds">
        <RulesFold question={question} />
        {!question.core && <MeaningFold question={question} />}
        <AdvancedFold question={question} />
      </div>
      <CardToolbar question={question} />
    </div>
  )
})

function RequiredField({ question }: { readonly question: Question }) {
  const { t } = useEditor()
  const change = useChange(question.key)
  if (question.type === 'INFO' || question.type === 'CALCULATED') return null
  return (
    <CheckboxField
      name={questionField(question.key, 'required')}
      label={t('form.required')}
      hint={t('form.requiredHint')}
      isChecked={question.required === true}
      onChange={(isRequired) => change((one) => withPart(one, 'required', isRequired))}
    />
  )
}
