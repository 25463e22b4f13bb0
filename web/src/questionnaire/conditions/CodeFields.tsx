import type { KnownCode } from '@rozeznanie/core/questionnaire'
import type { ClauseForm } from '@rozeznanie/core/questionnaire/editing'
import { useTranslation } from 'react-i18next'
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx'
import { type Choice, SelectField } from '../../ui/SelectField.tsx'
import { toggled } from './clause-edits.ts'

/** Codes with their labels; a chosen one that is no longer offered stays in sight, so that it can be taken away. */
function useCodeChoices(codes: readonly KnownCode[], chosen: readonly string[]): readonly Choice[] {
  const { t } = useTranslation('conditions')
  const lost = chosen.filter((code) => code !== '' && !codes.some((known) => known.code === code))
  return [
    ...codes.map(({ code, label }) => ({ value: code, label })),
    ...lost.map((code) => ({ value: code, label: t('clause.removedOption') })),
  ]
}

interface SeveralCodesFieldProps {
  readonly name: string
  readonly form: ClauseForm
  readonly codes: readonly KnownCode[]
  readonly onChange: (form: ClauseForm) => void
}

/** Any number of the options. */
export function SeveralCodesField({ name, form, codes, onChange }: SeveralCodesFieldProps) {
  const { t } = useTranslation('conditions')
  const chosen = form.values.map(String)
  const choices = useCodeChoices(codes, chosen)
  return (
    <div className={choices.length > 14 ? 'clause__codes clause__codes--many' : 'clause__codes'}>
      <ChoiceGroup
        type="checkbox"
        name={`${name}.values`}
        label={t('clause.options')}
        {...{ chosen, choices }}
        onToggle={(code) => onChange({ ...form, values: toggled(form.values, code) })}
      />
    </div>
  )
}

interface OneCodeFieldProps {
  readonly name: string
  readonly codes: readonly KnownCode[]
  readonly value: string
  readonly onChange: (code: string) => void
}

/** One of the options. */
export function OneCodeField({ name, codes, value, onChange }: OneCodeFieldProps) {
  const { t } = useTranslation('conditions')
  const choices = useCodeChoices(codes, [value])
  return (
    <SelectField
      name={`${name}.value`}
      label={t('clause.option')}
      emptyLabel={t('clause.choose')}
      {...{ value, choices, onChange }}
    />
  )
}
