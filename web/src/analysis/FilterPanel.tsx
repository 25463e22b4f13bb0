import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_CONDITIONS } from '@rozeznanie/core/analysis'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { CheckboxGroupField } from '../ui/CheckboxGroupField.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { withCondition, withoutFilter, type ResultsFilter } from './results-filter.ts'

export const FilterPanelDimension = graphql(`
  fragment FilterPanel_dimension on Dimension {
    key
    label
    codes {
      code
      label
    }
  }
`)

interface FilterPanelProps {
  readonly search: URLSearchParams
  readonly filter: ResultsFilter
  readonly dimensions: readonly FragmentType<typeof FilterPanelDimension>[]
  readonly onChange: (search: URLSearchParams) => void
}

/** Whose answers are counted: up to three conditions. Every choice is kept in the address and counts at once. */
export function FilterPanel({ search, filter, dimensions, onChange }: FilterPanelProps) {
  const { t } = useTranslation('analysis')
  const known = readFragment(FilterPanelDimension, dimensions)
  const [begun, begin] = useState<readonly string[]>([])
  const used = filter.map(({ dimension }) => dimension)
  const [isOpenAtFirst] = useState(used.length > 0)
  const shown = known.filter(({ key }) => used.includes(key) || begun.includes(key))
  const drop = (dimension: string) => {
    begin(begun.filter((key) => key !== dimension))
    onChange(withCondition(search, dimension, []))
  }
  const clear = () => {
    begin([])
    onChange(withoutFilter(search))
  }
  return (
    <div className="no-print">
      <Disclosure summary={t('filters.title')} isOpenAtFirst={isOpenAtFirst}>
        <div className="stack">
          <div className="filters">
            {shown.map(({ key, label, codes }) => (
              <div key={key} className="stack-tight">
                <CheckboxGroupField
                  name={`filter-${key}`}
                  label={label}
                  values={filter.find(({ dimension }) => dimension === key)?.codes ?? []}
                  choices={codes.map(({ code, label: text }) => ({ value: code, label: text }))}
                  onChange={(values) => onChange(withCondition(search, key, values))}
                />
                <Button look="quiet" onClick={() => drop(key)}>
                  {t('filters.drop')}
                  <span className="visually-hidden">: {label}</span>
                </Button>
              </div>
            ))}
          </div>
          {shown.length < MOST_CONDITIONS ? (
            <SelectField
              name="newCondition"
              label={t('filters.add')}
              hint={t('filters.hint', { count: MOST_CONDITIONS })}
              value=""
              emptyLabel={t('filters.choose')}
              choices={known
                .filter((dimension) => !shown.includes(dimension))
                .map(({ key, label }) => ({ value: key, label }))}
              onChange={(key) => key !== '' && begin([...begun, key])}
            />
          ) : (
            <p className="muted">{t('filters.most', { count: MOST_CONDITIONS })}</p>
          )}
        </div>
      </Disclosure>
      {used.length > 0 && (
        <Button look="quiet" onClick={clear}>
          {t('filters.clear')}
        </Button>
      )}
    </div>
  )
}
