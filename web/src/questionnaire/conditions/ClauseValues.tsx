import type { ValueType } from '@rozeznanie/core/questionnaire'
import type { ClauseForm, Predicate } from '@rozeznanie/core/questionnaire/editing'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { TextAreaField } from '../../ui/TextAreaField.tsx'
import { BoundFields } from './BoundFields.tsx'
import { InnerAnswerField } from './InnerAnswerField.tsx'
import { OneCodeField, SeveralCodesField } from './CodeFields.tsx'
import { isChoiceOfSeveral } from './question-choices.ts'
import { QuestionPicker } from './QuestionPicker.tsx'
import { useRule } from './rule-context.ts'

export interface WhereFieldsProps {
  readonly name: string
  readonly form: ClauseForm
  readonly rosters: readonly string[]
  readonly onChange: (form: ClauseForm) => void
}

interface ClauseValuesProps extends WhereFieldsProps {
  readonly type: ValueType
  /** Clauses within a clause; given from above, as they are made of clauses themselves. */
  readonly Where: ComponentType<WhereFieldsProps>
}

type WithPredicate = ClauseValuesProps & { readonly predicate: Predicate }

/** What the answer is compared with: controls that fit its type. */
export function ClauseValues(props: ClauseValuesProps) {
  const { predicate } = props.form
  if (predicate === null) return null
  return predicate.kind === 'statement' ? (
    <StatementValues {...props} predicate={predicate} />
  ) : (
    <MeasureValues {...props} predicate={predicate} />
  )
}

function StatementValues({ predicate, Where, ...props }: WithPredicate) {
  const { t } = useTranslation('conditions')
  const { name, form, type, rosters, onChange } = props
  const statement = predicate.kind === 'statement' ? predicate.statement : 'answered'
  switch (statement) {
    case 'oneOf':
    case 'noneOf':
      return 'codes' in type ? <SeveralCodesField {...props} codes={type.codes} /> : <TextsField {...props} />
    case 'contains':
    case 'containsNot':
      return 'codes' in type ? (
        <OneCodeField
          {...{ name, codes: type.codes }}
          value={String(form.values[0] ?? '')}
          onChange={(code) => onChange({ ...form, values: code === '' ? [] : [code] })}
        />
      ) : (
        <TextsField {...props} />
      )
    case 'isIn':
    case 'isNotIn':
      return (
        <QuestionPicker
          name={`${name}.among`}
          label={t('clause.among')}
          value={form.bound?.kind === 'answer' ? form.bound.key : ''}
          rosters={rosters}
          isWanted={isChoiceOfSeveral}
          onChange={(key) => onChange({ ...form, bound: { kind: 'answer', key } })}
        />
      )
    case 'any':
    case 'none':
    case 'all':
    case 'notAll':
      return <Where {...{ name, form, rosters, onChange }} />
    default:
      return null
  }
}

function MeasureValues({ predicate, Where, ...props }: WithPredicate) {
  const { t } = useTranslation('conditions')
  const { name, form, type, rosters, onChange } = props
  if (predicate.kind !== 'measure') return null
  const { measure } = predicate
  return (
    <>
      {(measure === 'total' || measure === 'least' || measure === 'most') && <InnerAnswerField {...props} />}
      <BoundFields
        {...props}
        type={measure === 'value' ? type : { type: 'number' }}
        order={predicate.order}
      />
      {measure === 'matching' && <Where {...{ name, form, rosters, onChange }} />}
      <CheckboxField
        name={`${name}.isNot`}
        label={t('clause.isNot')}
        hint={t('clause.isNotHint')}
        isChecked={form.isNot}
        onChange={(isNot) => onChange({ ...form, isNot })}
      />
    </>
  )
}

/** Texts, or numbers of localities where these are not known: one in a line. */
function TextsField({ name, form, type, onChange }: Omit<ClauseValuesProps, 'Where' | 'rosters'>) {
  const { t } = useTranslation('conditions')
  const { localities } = useRule()
  const codes = localities.map(({ value, label }) => ({ code: value, label }))
  if (type.type === 'locality' && codes.length > 0)
    return <SeveralCodesField {...{ name, form, codes, onChange }} />
  return (
    <TextAreaField
      name={`${name}.values`}
      label={t(type.type === 'locality' ? 'clause.localities' : 'clause.texts')}
      hint={t('clause.onePerLine')}
      rows={3}
      value={form.values.join('\n')}
      onChange={(text) => onChange({ ...form, values: text === '' ? [] : text.split('\n') })}
    />
  )
}
