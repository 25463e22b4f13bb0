import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../ui/SelectField.tsx'
import { DotsWithTable } from './DotsWithTable.tsx'
import {
  byEstimate,
  dotOf,
  type Indicator,
  intervalOf,
  inWords,
  SERVICE_MEASURES,
  type ServiceMeasure,
  servicesOf,
} from './indicator-data.ts'

const NOTHING = { estimate: null, low: null, high: null }
const COLUMNS = {
  NEED_NOW: 'need',
  UNMET: 'unmet',
  GAP: 'gap',
  FUTURE: 'future',
  USE: 'use',
  AWARE: 'aware',
} as const

interface ServicesSectionProps {
  readonly indicators: readonly Indicator[]
  readonly groupSize: number | null
}

/** Need, lack and gap of every service: one of them as dots, all of them in the table. */
export function ServicesSection({ indicators, groupSize }: ServicesSectionProps) {
  const { t } = useTranslation('indicators')
  const services = servicesOf(indicators)
  const measures = SERVICE_MEASURES.filter((key) => services.some(({ of }) => of(key)))
  const [chosen, choose] = useState<ServiceMeasure>('UNMET')
  if (services.length === 0) return null
  const measure = measures.includes(chosen) ? chosen : (measures[0] ?? 'UNMET')
  const sorted = services.toSorted((one, other) =>
    byEstimate(one.of(measure) ?? NOTHING, other.of(measure) ?? NOTHING),
  )
  const people = groupSize === null ? [] : [t('columns.people')]
  const tooFew = t('tooFew')
  return (
    <section className="indicator-section">
      <h2>{t('services.title')}</h2>
      <div className="no-print">
        <SelectField
          name="measure"
          label={t('services.show')}
          value={measure}
          choices={measures.map((key) => ({ value: key, label: t(`services.${key}`) }))}
          onChange={(key) => choose(SERVICE_MEASURES.find((one) => one === key) ?? 'UNMET')}
        />
      </div>
      <h3 className="indicator-print-title">{t(`services.${measure}`)}</h3>
      <DotsWithTable
        caption={`${t('services.caption')}: ${t(`services.${measure}`)}`}
        dots={sorted.map(({ label, of }) => dotOf(label, of(measure) ?? NOTHING, 'PERCENT', tooFew))}
        columns={[t('columns.service'), ...measures.map((key) => t(`columns.${COLUMNS[key]}`)), ...people]}
        rows={sorted.map(({ rowKey, label, of }) => ({
          key: rowKey,
          cells: [
            label,
            ...measures.map((key) => inWords(of(key) ?? NOTHING, 'PERCENT', tooFew)),
            ...(groupSize === null ? [] : [intervalOf(of('EST_PERSONS') ?? NOTHING, 'PEOPLE') || tooFew]),
          ],
        }))}
        notes={groupSize === null ? [t('services.noPopulation')] : []}
      />
    </section>
  )
}
