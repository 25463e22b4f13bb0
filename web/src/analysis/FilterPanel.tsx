import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { optionsOf, type Questionnaire } from '@rozeznanie/core/questionnaire'
import type { CollectionMode } from '@rozeznanie/core/response'
import { Button } from '../ui/Button.tsx'
import { CheckboxGroupField } from '../ui/CheckboxGroupField.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { SelectField, type Choice } from '../ui/SelectField.tsx'
import { isFiltering, withFilter, withoutFilter, type ResultsFilter } from './results-filter.ts'

interface FilterPanelProps {
  readonly search: URLSearchParams
  readonly filter: ResultsFilter
  readonly questionnaire: Questionnaire
  readonly localities: readonly { readonly id: string; readonly name: string }[]
  /** Modes that occur in the survey. */
  readonly modes: readonly CollectionMode[]
  readonly onChange: (search: URLSearchParams) => void
}

/** Options of a question about the person; none when the questionnaire does not ask it. */
function choicesOf(questionnaire: Questionnaire, key: string): readonly Choice[] {
  const question = questionnaire.sections
    .flatMap((section) => section.questions)
    .find((one) => one.key === key)
  return question ? optionsOf(questionnaire, question).map(({ code, label }) => ({ value: code, label })) : []
}

/** Whose answers are counted. Every choice is kept in the address and counts at once. */
export function FilterPanel({
  search,
  filter,
  questionnaire,
  localities,
  modes,
  onChange,
}: FilterPanelProps) {
  const { t } = useTranslation('analysis')
  const sexes = choicesOf(questionnaire, 'dem_sex')
  const ages = choicesOf(questionnaire, 'dem_age')
  const isOn = isFiltering(filter)
  const [isOpenAtFirst] = useState(isOn)
  return (
    <div className="no-print">
      <Disclosure summary={t('filters.title')} isOpenAtFirst={isOpenAtFirst}>
        <div className="filters">
          {localities.length > 0 && (
            <SelectField
              name="locality"
              label={t('filters.locality')}
              value={filter.localityIds[0] ?? ''}
              emptyLabel={t('filters.anyLocality')}
              choices={localities.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(value) => onChange(withFilter(search, 'localityIds', [value]))}
            />
          )}
          {sexes.length > 0 && (
            <CheckboxGroupField
              name="sex"
              label={t('filters.sex')}
              values={filter.sexCodes}
              choices={sexes}
              onChange={(values) => onChange(withFilter(search, 'sexCodes', values))}
            />
          )}
          {ages.length > 0 && (
            <CheckboxGroupField
              name="age"
              label={t('filters.age')}
              values={filter.ageCodes}
              choices={ages}
              onChange={(values) => onChange(withFilter(search, 'ageCodes', values))}
            />
          )}
          {modes.length > 1 && (
            <CheckboxGroupField
              name="mode"
              label={t('filters.mode')}
              values={filter.modes}
              choices={modes.map((mode) => ({ value: mode, label: t(`modes.${mode}`) }))}
              onChange={(values) => onChange(withFilter(search, 'modes', values))}
            />
          )}
        </div>
      </Disclosure>
      {isOn && (
        <Button look="quiet" onClick={() => onChange(withoutFilter(search))}>
          {t('filters.clear')}
        </Button>
      )}
    </div>
  )
}
