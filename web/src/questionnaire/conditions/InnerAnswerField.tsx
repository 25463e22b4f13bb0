import type { ClauseForm } from '@rozeznanie/core/questionnaire/editing'
import { speakableQuestions } from '@rozeznanie/core/questionnaire/editing'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../ui/SelectField.tsx'
import { isNumber } from './question-choices.ts'
import { useRule } from './rule-context.ts'

interface InnerAnswerFieldProps {
  readonly name: string
  readonly form: ClauseForm
  readonly rosters: readonly string[]
  readonly onChange: (form: ClauseForm) => void
}

/** Which answer about each item of a roster is added up. */
export function InnerAnswerField({ name, form, rosters, onChange }: InnerAnswerFieldProps) {
  const { t } = useTranslation('conditions')
  const { book, rule } = useRule()
  const { about, inner } = form
  if (about?.kind !== 'answer') return null
  const choices = speakableQuestions(book, rule, [...rosters, about.key])
    .filter(
      ({ question, type }) =>
        isNumber(type) && book.standings.get(question.key)?.rosters.at(-1) === about.key,
    )
    .map(({ question }) => ({ value: question.key, label: question.text.trim() || t('picker.unnamed') }))
  return (
    <SelectField
      name={`${name}.inner`}
      label={t('clause.inner')}
      emptyLabel={t('clause.choose')}
      hint={choices.length === 0 ? t('clause.innerNone') : undefined}
      value={inner ?? ''}
      choices={choices}
      onChange={(key) => onChange({ ...form, inner: key === '' ? null : key })}
    />
  )
}
