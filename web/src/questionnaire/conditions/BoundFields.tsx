import { isSpecialCode, type ValueType } from '@rozeznanie/core/questionnaire'
import type { ClauseForm, Order } from '@rozeznanie/core/questionnaire/editing'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../ui/SelectField.tsx'
import { OneCodeField } from './CodeFields.tsx'
import { NumberInput } from './NumberInput.tsx'
import { aboutOfValue, isNumber, valueOfAbout } from './question-choices.ts'
import { QuestionPicker } from './QuestionPicker.tsx'

interface BoundFieldsProps {
  readonly name: string
  readonly form: ClauseForm
  /** Of what is compared: a scale offers its points, a year the present one. */
  readonly type: ValueType
  readonly order: Order
  readonly rosters: readonly string[]
  readonly onChange: (form: ClauseForm) => void
}

type Source = 'value' | 'answer' | 'thisYear'

const boundOf = (source: Source): ClauseForm['bound'] => {
  if (source === 'thisYear') return { kind: 'thisYear' }
  return source === 'answer' ? { kind: 'answer', key: '' } : null
}

const asNumber = (bound: ClauseForm['bound']): number | null =>
  bound?.kind === 'value' && bound.value !== '' && Number.isFinite(Number(bound.value))
    ? Number(bound.value)
    : null

/** What a number is compared with: a number, two ends of a range, another answer. */
export function BoundFields({ name, form, type, order, rosters, onChange }: BoundFieldsProps) {
  const { t } = useTranslation('conditions')
  const { bound, until } = form
  const setNumber = (value: number | null) =>
    onChange({ ...form, bound: value === null ? null : { kind: 'value', value } })
  if (type.type === 'code' && order !== 'range') {
    const codes = order === 'ne' ? type.codes : type.codes.filter(({ code }) => !isSpecialCode(code))
    const setCode = (code: string) =>
      onChange({
        ...form,
        bound: code === '' ? null : { kind: 'value', value: order === 'ne' ? code : Number(code) },
      })
    const value = bound?.kind === 'value' ? String(bound.value) : ''
    return <OneCodeField {...{ name, codes, value }} onChange={setCode} />
  }
  if (order === 'range') {
    return (
      <div className="clause__range">
        <NumberInput
          name={`${name}.from`}
          label={t('clause.from')}
          value={asNumber(bound)}
          onChange={setNumber}
        />
        <NumberInput
          name={`${name}.to`}
          label={t('clause.to')}
          value={until}
          onChange={(to) => onChange({ ...form, until: to })}
        />
      </div>
    )
  }
  const source: Source =
    bound === null || bound.kind === 'value' ? 'value' : bound.kind === 'thisYear' ? 'thisYear' : 'answer'
  const sources: readonly Source[] = [
    'value',
    'answer',
    ...(type.type === 'year' ? (['thisYear'] as const) : []),
  ]
  return (
    <>
      <SelectField
        name={`${name}.source`}
        label={t('clause.comparedWith')}
        value={source}
        choices={sources.map((one) => ({ value: one, label: t(`source.${one}`) }))}
        onChange={(value) =>
          onChange({ ...form, bound: boundOf(sources.find((one) => one === value) ?? 'value') })
        }
      />
      {source === 'value' && (
        <NumberInput
          name={`${name}.number`}
          label={t('clause.number')}
          value={asNumber(bound)}
          onChange={setNumber}
        />
      )}
      {source === 'answer' && (bound?.kind === 'answer' || bound?.kind === 'own') && (
        <QuestionPicker
          name={`${name}.other`}
          label={t('clause.otherQuestion')}
          value={valueOfAbout(bound)}
          rosters={rosters}
          isWanted={isNumber}
          onChange={(value) => {
            const about = aboutOfValue(value)
            if (about?.kind === 'answer' || about?.kind === 'own') onChange({ ...form, bound: about })
          }}
        />
      )}
    </>
  )
}
