import type { ContactRates } from '@rozeznanie/core/fieldwork'
import { useTranslation } from 'react-i18next'
import { formatCount, formatShare } from '../i18n/format.ts'
import { Card } from '../ui/Card.tsx'
import { KeyFigures } from '../ui/KeyFigures.tsx'

/** How people take to being asked, with the formula and its source. */
export function RatesCard({ rates }: { readonly rates: ContactRates }) {
  const { t } = useTranslation('fieldwork')
  const { contactCount, responseShare, cooperationShare } = rates
  if (contactCount === 0) return null
  const share = (value: number | null) => (value === null ? '–' : formatShare(value, 0))
  return (
    <Card title={t('rates.title')}>
      <KeyFigures
        figures={[
          { label: t('rates.contacts', { count: contactCount }), value: formatCount(contactCount) },
          { label: t('rates.response'), value: share(responseShare) },
          { label: t('rates.cooperation'), value: share(cooperationShare) },
        ]}
      />
      <p className="measure muted">{t('rates.formula')}</p>
    </Card>
  )
}
