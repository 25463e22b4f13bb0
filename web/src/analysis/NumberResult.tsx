import { useTranslation } from 'react-i18next'
import { ChartWithTable } from '../charts/ChartWithTable.tsx'
import { HistogramChart } from '../charts/HistogramChart.tsx'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { formatCount } from '../i18n/format.ts'
import { KeyFigures } from '../ui/KeyFigures.tsx'
import { hasShares } from './base-size.ts'
import { shortDecimal } from './figures-in-words.ts'
import { histogramBins, histogramRows } from './number-data.ts'

export const NumberResult_summary = graphql(`
  fragment NumberResult_summary on NumberSummary {
    text
    unit
    base {
      validCount
    }
    mean {
      mean
    }
    median
    lowerQuartile
    upperQuartile
    minimum
    maximum
    bins {
      from
      to
      count
    }
  }
`)

interface NumberResultProps {
  readonly summary: FragmentType<typeof NumberResult_summary>
  readonly isTableOpen: boolean
}

/** Numbers: their middle and spread in words, and how they are distributed. */
export function NumberResult({ summary, isTableOpen }: NumberResultProps) {
  const { t } = useTranslation('analysis')
  const figures = readFragment(NumberResult_summary, summary)
  const { text, unit, base, mean, median, bins } = figures
  const named = histogramBins(bins)
  const inUnit = (value: number) => (unit ? `${shortDecimal(value)} ${unit}` : shortDecimal(value))
  const range = (from?: number | null, to?: number | null) =>
    from == null || to == null ? '–' : `${shortDecimal(from)}–${inUnit(to)}`
  return (
    <div className="stack-tight">
      {hasShares(base.validCount) && mean && median != null && (
        <KeyFigures
          figures={[
            { label: t('number.mean'), value: inUnit(mean.mean) },
            { label: t('number.median'), value: inUnit(median) },
            { label: t('number.quartiles'), value: range(figures.lowerQuartile, figures.upperQuartile) },
            { label: t('number.extremes'), value: range(figures.minimum, figures.maximum) },
          ]}
        />
      )}
      <ChartWithTable
        caption={text}
        chart={
          <HistogramChart
            name={t('chart.histogram', { question: text, count: formatCount(base.validCount) })}
            bins={named}
          />
        }
        columns={[t('columns.range'), t('columns.count')]}
        rows={histogramRows(named)}
        isTableOpen={isTableOpen}
      />
    </div>
  )
}
