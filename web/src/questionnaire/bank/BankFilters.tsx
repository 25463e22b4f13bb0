import { AUDIENCES } from '@rozeznanie/core/questionnaire'
import { DI_AREAS, SERVICE_DOMAINS } from '@rozeznanie/core/questionnaire/library'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { type BankWish, fedSections } from './bank-query.ts'

interface BankFiltersProps {
  readonly wish: BankWish
  readonly onChange: (wish: BankWish) => void
}

/** Words, and what the questions are about and for whom. */
export function BankFilters({ wish, onChange }: BankFiltersProps) {
  const { t } = useTranslation('bank')
  const sections = useMemo(() => fedSections(), [])
  const change = (part: Partial<BankWish>) => onChange({ ...wish, ...part })
  const audiences = AUDIENCES.map((value) => ({ value, label: t(`audiences.${value}`) }))
  const areas = DI_AREAS.map((value) => ({ value, label: t(`areas.${value}`) }))
  const domains = SERVICE_DOMAINS.map((value) => ({ value, label: t(`domains.${value}`) }))
  const parts = sections.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))
  const labelOf = (choices: readonly { value: string; label: string }[], value: string) =>
    choices.filter((choice) => choice.value === value).map(({ label }) => label)
  const filters = [
    ...labelOf(audiences, wish.audience),
    ...labelOf(areas, wish.area),
    ...labelOf(domains, wish.domain),
    ...labelOf(parts, wish.section),
  ]
  return (
    <div className="stack-tight">
      <TextField
        name="bank-search"
        type="search"
        label={t('search')}
        hint={t('searchHint')}
        value={wish.text}
        onChange={(text) => change({ text })}
      />
      <Disclosure
        summary={filters.length === 0 ? t('narrow') : t('narrowed', { filters: filters.join(', ') })}
      >
        <div className="columns">
          <SelectField
            name="bank-audience"
            label={t('audience')}
            emptyLabel={t('anyone')}
            choices={audiences}
            value={wish.audience}
            onChange={(audience) => change({ audience })}
          />
          <SelectField
            name="bank-area"
            label={t('area')}
            emptyLabel={t('any')}
            choices={areas}
            value={wish.area}
            onChange={(area) => change({ area })}
          />
          <SelectField
            name="bank-domain"
            label={t('domain')}
            emptyLabel={t('any')}
            choices={domains}
            value={wish.domain}
            onChange={(domain) => change({ domain })}
          />
          <SelectField
            name="bank-section"
            label={t('section')}
            emptyLabel={t('any')}
            choices={parts}
            value={wish.section}
            onChange={(section) => change({ section })}
          />
        </div>
      </Disclosure>
    </div>
  )
}
