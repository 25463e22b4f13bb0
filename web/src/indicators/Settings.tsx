import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { IndicatorSettings, KnownWeights } from './indicator-settings.ts'

interface SettingsProps {
  readonly weights: KnownWeights
  readonly settings: IndicatorSettings
  readonly onChange: (settings: IndicatorSettings) => void
}

const NONE = '0'

/** Which weights the numbers have, and how many people they are about. */
export function Settings({ weights, settings, onChange }: SettingsProps) {
  const { t } = useTranslation('indicators')
  const { versions, usualNumber } = weights
  const [typed, type] = useState(settings.population === null ? '' : String(settings.population))
  const population = typed.trim() === '' ? null : Number(typed.replaceAll(/\s/gu, ''))
  const isWrong = population !== null && !(Number.isInteger(population) && population >= 1)
  return (
    <form
      className="indicator-settings no-print"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isWrong) onChange({ ...settings, population })
      }}
    >
      {versions.length > 0 && (
        <SelectField
          name="weights"
          label={t('settings.weights')}
          value={settings.weightVersion === null ? NONE : String(settings.weightVersion)}
          choices={[
            { value: NONE, label: t('settings.noWeights') },
            ...versions.map(({ number, name }) => ({
              value: String(number),
              label: number === usualNumber ? t('settings.usual', { name }) : name,
            })),
          ]}
          onChange={(value) =>
            onChange({ ...settings, weightVersion: value === NONE ? null : Number(value) })
          }
        />
      )}
      <TextField
        name="population"
        label={t('settings.population')}
        hint={t('settings.populationHint')}
        error={isWrong ? t('settings.populationWrong') : undefined}
        value={typed}
        onChange={type}
        isShort
        isOptional
      />
      <Button type="submit" look="secondary">
        {t('settings.apply')}
      </Button>
    </form>
  )
}
