import type { WeightingMethod } from '@rozeznanie/core/weighting'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { RadioGroupField } from '../ui/RadioGroupField.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { WeightsDraft } from './weights-draft.ts'

interface SettingsBoxProps {
  readonly draft: WeightsDraft
  readonly isBusy: boolean
  readonly onChange: (draft: WeightsDraft) => void
}

const METHODS = ['RAKING', 'POST_STRATIFICATION'] as const

/** Method and bounds, for who wants to change what is usual. */
export function SettingsBox({ draft, isBusy, onChange }: SettingsBoxProps) {
  const { t } = useTranslation('weighting')
  const [method, setMethod] = useState<WeightingMethod>(draft.method)
  const [low, setLow] = useState(draft.low)
  const [high, setHigh] = useState(draft.high)
  return (
    <Disclosure summary={t('settings.summary')}>
      <div className="stack-tight measure">
        {draft.margins.length === 1 && (
          <RadioGroupField
            name="method"
            label={t('settings.method')}
            value={method}
            choices={METHODS.map((value) => ({
              value,
              label: t(`method.${value}`),
              hint: t(`settings.${value}`),
            }))}
            onChange={(value) => setMethod(METHODS.find((one) => one === value) ?? 'RAKING')}
          />
        )}
        {method === 'RAKING' && (
          <>
            <p>{t('settings.bounds')}</p>
            <div className="row">
              <TextField name="bounds.low" label={t('settings.low')} value={low} onChange={setLow} isShort />
              <TextField
                name="bounds.high"
                label={t('settings.high')}
                value={high}
                onChange={setHigh}
                isShort
              />
            </div>
          </>
        )}
        <div className="row">
          <Button look="secondary" isBusy={isBusy} onClick={() => onChange({ ...draft, method, low, high })}>
            {t('settings.apply')}
          </Button>
        </div>
      </div>
    </Disclosure>
  )
}
