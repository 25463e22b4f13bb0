import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../i18n/format.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { DotsWithTable } from './DotsWithTable.tsx'
import {
  byEstimate,
  dotOf,
  GROUPS,
  groupOf,
  type Indicator,
  intervalOf,
  labelOf,
  numberOf,
} from './indicator-data.ts'

interface IndicatorDotsProps {
  readonly caption: string
  readonly indicators: readonly Indicator[]
  readonly columnName: string
}

/** Indicators in percent as dots with intervals, and as a table. */
export function IndicatorDots({ caption, indicators, columnName }: IndicatorDotsProps) {
  const { t } = useTranslation('indicators')
  const notes = [
    ...new Set(indicators.flatMap(({ note, estimate }) => (note && estimate !== null ? [note] : []))),
  ]
  const columns = [
    columnName,
    ...(['estimate', 'interval', 'n', 'reliability'] as const).map((key) => t(`columns.${key}`)),
  ]
  return (
    <DotsWithTable
      caption={caption}
      dots={indicators.map((one) => dotOf(labelOf(one), one, one.unit, t('tooFew')))}
      columns={columns}
      rows={indicators.map((one) => ({
        key: `${one.key} ${one.questionKey} ${one.rowKey} ${one.name}`,
        cells: [
          labelOf(one),
          numberOf(one, one.unit, t('tooFew')),
          intervalOf(one, one.unit),
          formatCount(one.n),
          t(`reliability.${one.reliability}`),
        ],
      }))}
      notes={indicators.length > 1 && notes.length > 1 ? [] : notes}
    />
  )
}

interface SectionProps {
  readonly indicators: readonly Indicator[]
}

/** The few numbers that a plan begins with. */
export function HeadlineSection({ indicators }: SectionProps) {
  const { t } = useTranslation('indicators')
  const shown = indicators
    .filter(({ isHeadline, unit }) => isHeadline && unit === 'PERCENT')
    .toSorted(byEstimate)
  if (shown.length === 0) return null
  return (
    <section className="indicator-section">
      <h2>{t('headline.title')}</h2>
      <IndicatorDots caption={t('headline.caption')} indicators={shown} columnName={t('columns.indicator')} />
    </section>
  )
}

/** Barriers, priorities, assessments and the like: one kind at a time. */
export function GroupSection({ indicators }: SectionProps) {
  const { t } = useTranslation('indicators')
  const groups = GROUPS.filter((group) => groupOf(indicators, group).length > 0)
  const [chosen, choose] = useState<string>('')
  const group = groups.find((one) => one === chosen) ?? groups[0]
  if (group === undefined) return null
  const title = t(`groups.${group}`)
  return (
    <section className="indicator-section">
      <h2>{t('groups.title')}</h2>
      {groups.length > 1 && (
        <div className="no-print">
          <SelectField
            name="group"
            label={t('groups.show')}
            value={group}
            choices={groups.map((one) => ({ value: one, label: t(`groups.${one}`) }))}
            onChange={choose}
          />
        </div>
      )}
      <h3 className="indicator-print-title">{title}</h3>
      <IndicatorDots
        caption={t('groups.caption', { group: title })}
        indicators={groupOf(indicators, group)}
        columnName={t('columns.option')}
      />
    </section>
  )
}
