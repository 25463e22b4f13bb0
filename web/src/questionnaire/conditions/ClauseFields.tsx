import { problemsOf } from '@rozeznanie/core/questionnaire'
import {
  clauseOfForm,
  textOfClauses,
  typeOfForm,
  type ClauseForm,
} from '@rozeznanie/core/questionnaire/editing'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { aboutAnother, withFittingPredicate } from './clause-edits.ts'
import { ClauseValues, type WhereFieldsProps } from './ClauseValues.tsx'
import { memberChoices, withMember } from './member-choices.ts'
import { PredicateField } from './PredicateField.tsx'
import { aboutOfValue, valueOfAbout } from './question-choices.ts'
import { QuestionPicker } from './QuestionPicker.tsx'
import { useRule, useScope } from './rule-context.ts'
import { plainFault } from './rule-words.ts'

interface ClauseFieldsProps {
  readonly name: string
  /** „Warunek 2”: what the controls belong to, for a screen reader. */
  readonly title: string
  readonly form: ClauseForm
  readonly rosters: readonly string[]
  readonly takesFocus: boolean
  readonly Where: ComponentType<WhereFieldsProps>
  readonly onChange: (form: ClauseForm) => void
  readonly onRemove: () => void
}

/** One clause: a question, what is said of its answer, and the values. */
export function ClauseFields(props: ClauseFieldsProps) {
  const { name, title, form, rosters, takesFocus, Where, onChange, onRemove } = props
  const { t } = useTranslation('conditions')
  const scope = useScope(rosters)
  const { about } = form
  const type = typeOfForm(form, scope)
  const member = about?.kind === 'answer' || about?.kind === 'own' ? about.member : undefined
  const whole = typeOfForm({ about: withMember(form, '').about }, scope)
  const hasThisRow = about?.kind === 'answer' && typeof scope.reference(about.key, '$row') !== 'string'
  const members = memberChoices(whole, hasThisRow, t)
  return (
    <fieldset className="clause">
      <legend className="visually-hidden">{title}</legend>
      <div className="clause__fields">
        <QuestionPicker
          name={`${name}.question`}
          label={t('clause.question')}
          value={valueOfAbout(about)}
          withPlace
          {...{ rosters, takesFocus }}
          onChange={(value) => onChange(aboutAnother(form, aboutOfValue(value), scope))}
        />
        {members.length > 0 && (
          <SelectField
            name={`${name}.member`}
            label={t(whole.type === 'matrix' ? 'member.row' : 'member.part')}
            value={member ?? ''}
            choices={members}
            onChange={(value) => onChange(withFittingPredicate(withMember(form, value), scope))}
          />
        )}
        {about && (
          <PredicateField
            name={`${name}.predicate`}
            predicate={form.predicate}
            {...{ about, type }}
            onChange={(predicate) => onChange({ ...form, predicate })}
          />
        )}
        <ClauseValues {...{ name, form, type, rosters, Where, onChange }} />
      </div>
      <ClauseState form={form} rosters={rosters} />
      <Button
        look="quiet"
        label={t('clause.removeNamed', { clause: title.toLowerCase() })}
        onClick={onRemove}
      >
        {t('clause.remove')}
      </Button>
    </fieldset>
  )
}

/** What is still missing, or wrong. */
function ClauseState({ form, rosters }: Pick<ClauseFieldsProps, 'form' | 'rosters'>) {
  const { t } = useTranslation('conditions')
  const { book, rule } = useRule()
  const scope = useScope(rosters)
  const clause = clauseOfForm(form, scope)
  if (clause === null)
    return <p className="clause__missing">{t(form.about ? 'clause.missing' : 'clause.blank')}</p>
  const text = textOfClauses({ joint: 'and', parts: [clause] })
  const problems = problemsOf(book, { ...rule, rosters }, text)
  return (
    problems.length > 0 && (
      <ul className="clause__problems">
        {[...new Set(problems.map(({ message }) => plainFault(book, message)))].map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    )
  )
}
