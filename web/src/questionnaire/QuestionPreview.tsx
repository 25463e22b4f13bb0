import { optionsOf, type Question, type Questionnaire, rowsOf } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/Icon.tsx'
import { OptionList } from './OptionList.tsx'
import { RulesPreview } from './RulesPreview.tsx'
import { typeInWords } from './type-in-words.ts'

interface QuestionPreviewProps {
  readonly questionnaire: Questionnaire
  readonly question: Question
}

export function QuestionPreview({ questionnaire, question }: QuestionPreviewProps) {
  const { t } = useTranslation('questionnaire')
  const options = optionsOf(questionnaire, question).map(({ code, label, exclusive, allowsText }) => ({
    key: code,
    label,
    notes: [...(exclusive ? [t('preview.exclusive')] : []), ...(allowsText ? [t('preview.withText')] : [])],
  }))
  const rows = rowsOf(questionnaire, question).map(({ key, label }) => ({ key, label, notes: [] }))
  return (
    <li className="question-preview">
      <h3>{question.text || question.key}</h3>
      <p className="question-preview__marks">
        <span>{typeInWords(question, t)}</span>
        {question.core && (
          <span className="question-preview__core">
            <Icon name="lock" /> {t('preview.core')}
          </span>
        )}
        {question.required && <span>{t('preview.required')}</span>}
        {question.sensitivity === 'SPECIAL_CATEGORY' && <span>{t('preview.sensitive')}</span>}
      </p>
      {question.help && <p className="muted measure">{question.help}</p>}
      {question.easyText && question.easyText !== question.text && (
        <p className="muted measure">{t('preview.easy', { text: question.easyText })}</p>
      )}
      <RulesPreview questionnaire={questionnaire} question={question} />
      {rows.length > 0 && <OptionList title={t('preview.rows')} items={rows} />}
      {options.length > 0 && <OptionList title={t('preview.options')} items={options} />}
      {question.type === 'ROSTER' && (
        <>
          <p className="muted">{t('preview.repeated', { item: question.itemName })}</p>
          <ol className="question-list">
            {question.questions.map((inner) => (
              <QuestionPreview key={inner.key} questionnaire={questionnaire} question={inner} />
            ))}
          </ol>
        </>
      )}
    </li>
  )
}
