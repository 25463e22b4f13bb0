import { useTranslation } from 'react-i18next'
import { formatCount } from '../i18n/format.ts'
import { DotsWithTable } from './DotsWithTable.tsx'
import {
  byEstimate,
  dotOf,
  type Group,
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

interface GroupSectionProps extends SectionProps {
  readonly group: Group
}

/** Indicators of one kind, such as all barriers. */
export function GroupSection({ indicators, group }: GroupSectionProps) {
  const { t } = useTranslation('indicators')
  const shown = groupOf(indicators, group)
  if (shown.length === 0) return null
  const title = t(`groups.${group}`)
  return (
    <section className="indicator-section">
      <h2>{title}</h2>
      <IndicatorDots
        caption={t('groups.caption', { group: title })}
        indicators={shown}
        columnName={t('columns.option')}
      />
    </section>
  )
}
