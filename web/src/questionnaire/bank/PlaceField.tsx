import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../ui/SelectField.tsx'
import { HERE } from './places.ts'

interface PlaceFieldProps {
  readonly questionnaire: Questionnaire
  readonly hasHere: boolean
  readonly value: string
  readonly onChange: (choice: string) => void
}

/** Where what is chosen will stand. */
export function PlaceField({ questionnaire, hasHere, value, onChange }: PlaceFieldProps) {
  const { t } = useTranslation('bank')
  const ends = questionnaire.sections.map(({ key, title }) => ({
    value: key,
    label: t('sectionEnd', { title: title.trim() || t('untitled') }),
  }))
  return (
    <SelectField
      name="bank-place"
      label={t('place')}
      choices={[...(hasHere ? [{ value: HERE, label: t('here') }] : []), ...ends]}
      value={value}
      onChange={onChange}
    />
  )
}
