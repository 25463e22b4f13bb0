import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { Notice } from '../ui/Notice.tsx'
import { RadioGroupField } from '../ui/RadioGroupField.tsx'
import type { FileWish } from './data-file.ts'

const FORMATS = ['csv', 'xlsx', 'sav'] as const
const VALUES = ['codes', 'labels'] as const

interface DataFileFormProps {
  readonly wish: FileWish
  /** Names of the weights that the file can carry. */
  readonly weightNames: readonly string[]
  readonly hasOpenAnswers: boolean
  readonly isBusy: boolean
  readonly onChange: (wish: FileWish) => void
  readonly onSubmit: () => void
}

/** What the file is to hold; open answers only after a promise. */
export function DataFileForm({
  wish,
  weightNames,
  hasOpenAnswers,
  isBusy,
  onChange,
  onSubmit,
}: DataFileFormProps) {
  const { t } = useTranslation('microdata')
  const [isPromised, setPromised] = useState(false)
  const [isPromiseMissing, setPromiseMissing] = useState(false)
  const change = (part: Partial<FileWish>) => onChange({ ...wish, ...part })

  function submit(event: FormEvent) {
    event.preventDefault()
    const isMissing = wish.withOpenAnswers && !isPromised
    setPromiseMissing(isMissing)
    if (!isMissing && !isBusy) onSubmit()
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <RadioGroupField
        name="format"
        label={t('form.format')}
        value={wish.format}
        choices={FORMATS.map((value) => ({ value, label: t(`form.formats.${value}`) }))}
        onChange={(value) => change({ format: FORMATS.find((one) => one === value) ?? 'csv' })}
      />
      {wish.format !== 'sav' && (
        <RadioGroupField
          name="values"
          label={t('form.values')}
          value={wish.values}
          choices={VALUES.map((value) => ({ value, label: t(`form.valueChoices.${value}`) }))}
          onChange={(value) => change({ values: VALUES.find((one) => one === value) ?? 'codes' })}
        />
      )}
      {weightNames.length > 0 && (
        <CheckboxField
          name="weights"
          label={t('form.weights', { names: weightNames.join(', ') })}
          isChecked={wish.withWeights}
          onChange={(withWeights) => change({ withWeights })}
        />
      )}
      {hasOpenAnswers && (
        <CheckboxField
          name="open"
          label={t('form.open')}
          hint={t('form.openHint')}
          isChecked={wish.withOpenAnswers}
          onChange={(withOpenAnswers) => change({ withOpenAnswers })}
        />
      )}
      <Notice tone="warning" title={t('warning.title')}>
        <p>{t('warning.rows')}</p>
        <p>{t('warning.duty')}</p>
        {wish.withOpenAnswers && (
          <>
            <p>{t('warning.open')}</p>
            <CheckboxField
              name="promise"
              label={t('warning.confirm')}
              isChecked={isPromised}
              onChange={setPromised}
            />
          </>
        )}
      </Notice>
      {isPromiseMissing && !isPromised && (
        <p className="field__error" role="alert">
          {t('warning.missing')}
        </p>
      )}
      <Button type="submit" isBusy={isBusy}>
        {t('form.submit')}
      </Button>
    </form>
  )
}
