import { useId } from 'react'
import { Bar, BarChart, XAxis, YAxis, type BarShapeProps } from 'recharts'
import { categoryTick } from './CategoryLabel.tsx'
import { ChartFrame } from './ChartFrame.tsx'
import { ChartLegend } from './ChartLegend.tsx'
import { colourOf } from './chart-colours.ts'
import { barInRow, chartLayout, type ChartLayout } from './chart-layout.ts'
import type { PointListener } from './chart-point.ts'
import {
  divergingExtent,
  divergingRow,
  isWhole,
  type DivergingExtent,
  type DivergingRow,
  type ScaleSeries,
} from './diverging-data.ts'
import { Painted, PaintDefinitions, withheldId } from './Paint.tsx'
import { segmentLabel } from './stacked-bars-data.ts'

interface DivergingBarsChartProps {
  readonly name: string
  readonly categories: readonly string[]
  /** From the low end of the scale to the high one, then „nie wiem” and its like. */
  readonly series: readonly ScaleSeries[]
  /** Stands in a row of which nothing is shown. */
  readonly missing: string
  readonly onPoint?: PointListener | undefined
}

/** Empty room between the scale and „nie wiem”, in percent of the axis. */
const GAP = 6

/** Scales compared: the low answers to the left of a common middle, the high ones to the right, „nie wiem” apart. */
export function DivergingBarsChart({ name, ...chart }: DivergingBarsChartProps) {
  const { series } = chart
  return (
    <div className="chart-with-legend">
      <ChartLegend
        entries={series.map(({ label, tone }, place) => ({ label, colour: colourOf(tone, place) }))}
      />
      <ChartFrame name={name}>{(width) => <DivergingBars {...chart} width={width} />}</ChartFrame>
    </div>
  )
}

interface DivergingBarsProps extends Omit<DivergingBarsChartProps, 'name'> {
  readonly width: number
}

function DivergingBars({ categories, series, missing, width, onPoint }: DivergingBarsProps) {
  const chartId = useId()
  const layout = chartLayout(width, { labels: categories, values: [] })
  const rows = categories.map((_, category) => divergingRow(series, category))
  const extent = divergingExtent(rows)
  const ends = [-extent.left, extent.right + (extent.apart > 0 ? GAP + extent.apart : 0)]
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={layout.height}
      data={categories.map((label, place) => ({ label, place, ends }))}
      margin={{ top: 0, right: layout.valueWidth, bottom: 0, left: 0 }}
      barCategoryGap={0}
      accessibilityLayer={false}
    >
      <PaintDefinitions chartId={chartId} />
      <XAxis type="number" domain={ends} hide />
      <YAxis {...categoryTick(layout, categories)} />
      <Bar
        dataKey="ends"
        isAnimationActive={false}
        shape={({ x, width: length, index }: BarShapeProps) => {
          const row = rows[index]
          return row ? (
            <ScaleRow
              {...{ chartId, layout, series, row, extent, missing, onPoint, index, x }}
              length={length}
            />
          ) : null
        }}
      />
    </BarChart>
  )
}

interface ScaleRowProps {
  readonly chartId: string
  readonly layout: ChartLayout
  readonly series: readonly ScaleSeries[]
  readonly row: DivergingRow
  readonly extent: DivergingExtent
  readonly missing: string
  readonly index: number
  /** Where the axis begins and how long it is, in pixels. */
  readonly x: number
  readonly length: number
  readonly onPoint?: PointListener | undefined
}

function ScaleRow(props: ScaleRowProps) {
  const { chartId, layout, series, row, extent, missing, index, x, length, onPoint } = props
  const bar = barInRow(layout, index * layout.rowHeight)
  const whole = extent.left + extent.right + (extent.apart > 0 ? GAP + extent.apart : 0)
  const at = (percent: number) => x + ((percent + extent.left) / whole) * length
  const apartPlace = series.findIndex(({ tone }) => tone === 'none')
  const apartFrom = extent.right + GAP
  const isNothing = isWhole(row.withheld)
  const drawn = [
    ...row.segments,
    ...(row.apart > 0 ? [{ series: apartPlace, from: apartFrom, to: apartFrom + row.apart }] : []),
  ]
  return (
    <g>
      <line
        className="chart__middle"
        x1={at(0)}
        x2={at(0)}
        y1={bar.y - (layout.isNarrow ? 1 : 5)}
        y2={bar.y + bar.height + 5}
      />
      {row.withheld > 0 && !isNothing && (
        <rect
          className="chart__withheld"
          x={at(apartFrom + row.apart)}
          y={bar.y}
          width={at(row.withheld) - at(0)}
          height={bar.height}
          fill={`url(#${withheldId(chartId)})`}
        />
      )}
      {isNothing && (
        <text className="chart__missing" x={at(-extent.left)} y={bar.y + bar.height / 2} dy="0.35em">
          {missing}
        </text>
      )}
      {drawn.map((segment) => (
        <ScaleSegment
          key={segment.series}
          {...{ chartId, bar }}
          tone={series[segment.series]?.tone ?? 'none'}
          share={segment.to - segment.from}
          from={at(segment.from)}
          to={at(segment.to)}
          onEnter={() => onPoint?.({ category: index, series: segment.series })}
          onLeave={() => onPoint?.(null)}
        />
      ))}
    </g>
  )
}

interface ScaleSegmentProps {
  readonly chartId: string
  readonly bar: { readonly y: number; readonly height: number }
  readonly tone: ScaleSeries['tone']
  readonly share: number
  readonly from: number
  readonly to: number
  readonly onEnter: () => void
  readonly onLeave: () => void
}

function ScaleSegment({ chartId, bar, tone, share, from, to, onEnter, onLeave }: ScaleSegmentProps) {
  const colour = colourOf(tone, 0)
  const width = to - from
  const text = segmentLabel(share, width)
  return (
    <g onMouseEnter={onEnter} onMouseLeave={onLeave}>
      <Painted chartId={chartId} colour={colour} x={from} y={bar.y} width={width} height={bar.height} />
      {text !== null && (
        <text
          className="chart__inside"
          x={from + width / 2}
          y={bar.y + bar.height / 2}
          dy="0.35em"
          textAnchor="middle"
          fill={colour.ink}
          stroke={colour.fill}
        >
          {text}
        </text>
      )}
    </g>
  )
}
