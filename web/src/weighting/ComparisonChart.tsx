import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CategoryLabel } from '../charts/CategoryLabel.tsx'
import { colourOf } from '../charts/chart-colours.ts'
import { ChartFrame } from '../charts/ChartFrame.tsx'
import { barInRow, chartLayout } from '../charts/chart-layout.ts'
import { ChartLegend } from '../charts/ChartLegend.tsx'
import { ChartWithTable } from '../charts/ChartWithTable.tsx'
import { Painted, PaintDefinitions } from '../charts/Paint.tsx'
import { axisEndOf, type ComparedMargin, comparisonRows, wholePercent } from './comparison-data.ts'
import './weighting.css'

interface ComparisonChartProps {
  readonly margin: ComparedMargin
}

const SAMPLE = colourOf(undefined, 1)
const WEIGHTED = colourOf(undefined, 0)

/** One distribution: the answers, the population and the answers after weighting, with the same numbers in a table. */
export function ComparisonChart({ margin }: ComparisonChartProps) {
  const { t } = useTranslation('weighting')
  const rows = comparisonRows(margin)
  const isWeighted = margin.categories.some(({ weightedPercent }) => weightedPercent !== null)
  const name = t('compare.name', {
    margin: margin.name,
    shares: rows.map(({ cells }) => `${cells[0]}: ${cells[2]}, ${cells[3]}`).join('; '),
  })
  return (
    <ChartWithTable
      caption={margin.name}
      columns={['group', 'count', 'sample', 'population', 'weighted'].map((column) => t(`compare.${column}`))}
      rows={rows}
      isTableOpen={false}
      chart={
        <div className="chart-with-legend">
          <ChartLegend
            entries={[
              { label: t('compare.sample'), colour: SAMPLE },
              ...(isWeighted ? [{ label: t('compare.weighted'), colour: WEIGHTED }] : []),
              { label: t('compare.population'), sign: '┃' },
            ]}
          />
          <ChartFrame name={name}>{(width) => <Rows margin={margin} width={width} />}</ChartFrame>
        </div>
      }
    />
  )
}

const BAR = 8
const OVER = 3

function Rows({ margin, width }: ComparisonChartProps & { readonly width: number }) {
  const chartId = useId()
  const { categories } = margin
  const values = categories.map(
    ({ samplePercent, populationPercent }) =>
      `${wholePercent(samplePercent)} → ${wholePercent(populationPercent)}`,
  )
  const layout = chartLayout(width, { labels: categories.map(({ label }) => label), values })
  const start = layout.isNarrow ? 1 : layout.labelWidth
  const room = width - start - layout.valueWidth - 8
  const at = (percent: number) => (percent / axisEndOf(margin)) * room
  return (
    <svg className="comparison" width={width} height={layout.height}>
      <PaintDefinitions chartId={chartId} />
      {categories.map((category, place) => {
        const top = place * layout.rowHeight
        const { y, height } = barInRow(layout, top)
        const { samplePercent, populationPercent, weightedPercent } = category
        const bar = (share: number) => ({ x: start, width: Math.max(1, at(share)), height: BAR })
        return (
          <g key={category.label}>
            <CategoryLabel layout={layout} y={top + layout.rowHeight / 2} label={category.label} />
            <Painted chartId={chartId} colour={SAMPLE} {...bar(samplePercent)} y={y} />
            {weightedPercent !== null && weightedPercent !== undefined && (
              <Painted chartId={chartId} colour={WEIGHTED} {...bar(weightedPercent)} y={y + height - BAR} />
            )}
            <rect
              className="comparison__target"
              x={start + at(populationPercent) - 1.5}
              y={y - OVER}
              width={3}
              height={height + 2 * OVER}
            />
            <text className="chart__value" x={width - layout.valueWidth} y={y + height / 2} dy="0.35em">
              {values[place]}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
