import { useTranslation } from 'react-i18next'
import type { WeightChoice } from '@rozeznanie/core/analysis'
import { SelectField } from '../../ui/SelectField.tsx'
import type { WeightsKnown } from './weight-choice.ts'

interface WeightsFieldProps {
  readonly known: WeightsKnown
  readonly value: WeightChoice
  readonly onChange: (choice: WeightChoice) => void
}

/** Whether answers are weighted, and by which version; nothing where the survey has no weights. */
export function WeightsField({ known, value, onChange }: WeightsFieldProps) {
  const { t } = useTranslation('workbench')
  const { versions, usual } = known
  if (versions.length === 0) return null
  const others = versions.filter(({ number }) => number !== usual?.number)
  const shown = typeof value === 'number' && value === usual?.number ? 'USUAL' : String(value)
  return (
    <SelectField
      name="weights"
      label={t('weights.label')}
      hint={t('weights.hint')}
      value={shown === 'USUAL' && usual === null ? 'NONE' : shown}
      choices={[
        ...(usual ? [{ value: 'USUAL', label: t('weights.usual', { name: usual.name }) }] : []),
        { value: 'NONE', label: t('weights.none') },
        ...others.map(({ number, name }) => ({
          value: String(number),
          label: t('weights.version', { number, name }),
        })),
      ]}
      onChange={(chosen) => onChange(chosen === 'USUAL' || chosen === 'NONE' ? chosen : Number(chosen))}
    />
  )
}
