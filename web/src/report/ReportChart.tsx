import { useTranslation } from 'react-i18next'
import type { ChartBlock } from '@rozeznanie/core/report'
import { BarsChart } from '../charts/BarsChart.tsx'
import { ChartWithTable } from '../charts/ChartWithTable.tsx'
import { HistogramChart } from '../charts/HistogramChart.tsx'
import { StackedBarsChart } from '../charts/StackedBarsChart.tsx'
import { chartBars, chartRows } from './report-data.ts'
import { SourceLines } from './ReportTable.tsx'

interface ReportChartProps {
  readonly chart: ChartBlock
  /** „Wykres nr 1.” */
  readonly label: string
}

/** A chart of the document with its numbered caption, its table and its source. */
export function ReportChart({ chart, label }: ReportChartProps) {
  const { t } = useTranslation('report')
  const caption = `${label} ${chart.caption}`
  return (
    <div className="report__item">
      <p className="report__caption">{caption}</p>
      <ChartWithTable
        caption={caption}
        chart={<Picture chart={chart} />}
        columns={[t('category'), ...chart.series.map((series) => series.label)]}
        rows={chartRows(chart)}
        isTableOpen={false}
      />
      <SourceLines notes={chart.notes} source={chart.source} />
    </div>
  )
}

interface PictureProps {
  readonly chart: ChartBlock
}

function Picture({ chart }: PictureProps) {
  const { alternativeText, categories, series, shape } = chart
  if (shape === 'stackedBars') {
    return <StackedBarsChart name={alternativeText} categories={categories} series={series} />
  }
  if (shape === 'histogram') {
    const bins = categories.map((label, place) => ({ label, count: series[0]?.values[place] ?? 0 }))
    return <HistogramChart name={alternativeText} bins={bins} />
  }
  const { bars, axisEnd } = chartBars(chart)
  return <BarsChart name={alternativeText} bars={bars} axisEnd={axisEnd} />
}
