import { useTranslation } from 'react-i18next'
import { formatCount } from '../i18n/format.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { type Indicator, intervalOf, numberOf } from './indicator-data.ts'

/** Every indicator with its interval, people and class, for whoever checks or copies a number. */
export function AllIndicators({ indicators }: { readonly indicators: readonly Indicator[] }) {
  const { t } = useTranslation('indicators')
  return (
    <section className="indicator-section">
      <h2>{t('others.title')}</h2>
      <Disclosure summary={t('others.open')}>
        <DataTable
          caption={t('others.caption')}
          isCaptionHidden
          columns={[
            {
              key: 'name',
              header: t('columns.indicator'),
              cell: ({ name, rowLabel }) => (rowLabel === null ? name : `${name}: ${rowLabel}`),
              isRowHeader: true,
            },
            {
              key: 'estimate',
              header: t('columns.estimate'),
              cell: (one) => numberOf(one, one.unit, t('tooFew')),
              align: 'end',
            },
            {
              key: 'interval',
              header: t('columns.interval'),
              cell: (one) => intervalOf(one, one.unit),
              align: 'end',
            },
            { key: 'n', header: t('columns.n'), cell: ({ n }) => formatCount(n), align: 'end' },
            {
              key: 'reliability',
              header: t('columns.reliability'),
              cell: ({ reliability }) => t(`reliability.${reliability}`),
              align: 'end',
            },
          ]}
          rows={indicators}
          rowKey={({ key, name, questionKey, rowKey }) => `${key} ${name} ${questionKey} ${rowKey}`}
          narrow="scroll"
        />
      </Disclosure>
    </section>
  )
}
