import { USUAL_GRACE_DAYS } from '@rozeznanie/core/survey'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../ui/SelectField.tsx'

const OFFERED = [0, 1, 2, USUAL_GRACE_DAYS, 5, 7, 14, 21, 30]

interface GraceFieldProps {
  readonly value: number
  readonly error?: string | undefined
  onChange(days: number): void
}

/** How long after the end what was begun before is still accepted. */
export function GraceField({ value, error, onChange }: GraceFieldProps) {
  const { t } = useTranslation('survey')
  const days = OFFERED.includes(value) ? OFFERED : [...OFFERED, value].toSorted((one, other) => one - other)
  return (
    <SelectField
      name="graceDays"
      label={t('grace.label')}
      hint={t('grace.hint')}
      choices={days.map((count) => ({
        value: String(count),
        label: count === 0 ? t('grace.none') : t('grace.days', { count }),
      }))}
      value={String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
      error={error}
    />
  )
}
