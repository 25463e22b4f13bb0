import { DI_AREAS, NOTE_METHODS } from '@rozeznanie/core/note'
import { useTranslation } from 'react-i18next'
import { DateField } from '../ui/DateField.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { withPart } from './note-filter.ts'

interface NoteFiltersProps {
  readonly search: URLSearchParams
  readonly onChange: (next: URLSearchParams) => void
  readonly localities: readonly { readonly id: string; readonly name: string }[]
}

/** Which notes are listed; all of it stands in the address. */
export function NoteFilters({ search, onChange, localities }: NoteFiltersProps) {
  const { t } = useTranslation('note')
  const field = (name: string) => ({
    value: search.get(name) ?? '',
    onChange: (value: string) => onChange(withPart(search, name, value)),
  })
  return (
    <div className="note-filters">
      <SelectField
        name="filter-method"
        label={t('filter.method')}
        emptyLabel={t('filter.all')}
        choices={NOTE_METHODS.map((value) => ({ value, label: t(`method.${value}`) }))}
        {...field('metoda')}
      />
      <SelectField
        name="filter-area"
        label={t('filter.area')}
        emptyLabel={t('filter.all')}
        choices={DI_AREAS.map((value) => ({ value, label: t(`areas.${value}`, { ns: 'bank' }) }))}
        {...field('obszar')}
      />
      {localities.length > 0 && (
        <SelectField
          name="filter-locality"
          label={t('filter.locality')}
          emptyLabel={t('filter.all')}
          choices={localities.map(({ id, name }) => ({ value: id, label: name }))}
          {...field('miejscowosc')}
        />
      )}
      <DateField name="filter-from" label={t('filter.from')} {...field('od')} />
      <DateField name="filter-to" label={t('filter.to')} {...field('do')} />
    </div>
  )
}
