import { useId } from 'react'
import { Bar, BarChart, XAxis, YAxis, type BarShapeProps } from 'recharts'
import { categoryTick } from './CategoryLabel.tsx'
import { ChartFrame } from './ChartFrame.tsx'
import { ChartLegend } from './ChartLegend.tsx'
import { colourOf, type Colour } from './chart-colours.ts'
import { barInRow, chartLayout, type ChartLayout } from './chart-layout.ts'
import type { PointListener } from './chart-point.ts'
import { Painted, PaintDefinitions, withheldId } from './Paint.tsx'
import {
  segmentLabel,
  seriesKey,
  stackedRows,
  WITHHELD_KEY,
  withheldShare,
  type StackedSeries,
} from './stacked-bars-data.ts'

interface StackedBarsChartProps {
  readonly name: string
  readonly categories: readonly string[]
  /** Shares of each category, 0 to 100. */
  readonly series: readonly StackedSeries[]
  readonly onPoint?: PointListener | undefined
}

/** One bar of 100 % per category, divided into the shares of the answers. */
export function StackedBarsChart({ name, categories, series, onPoint }: StackedBarsChartProps) {
  return (
    <div className="chart-with-legend">
      <ChartLegend
        entries={series.map(({ label, tone }, place) => ({ label, colour: colourOf(tone, place) }))}
      />
      <ChartFrame name={name}>
        {(width) => <StackedBars {...{ categories, series, width, onPoint }} />}
      </ChartFrame>
    </div>
  )
}

interface StackedBarsProps extends Omit<StackedBarsChartProps, 'name'> {
  readonly width: number
}

function StackedBars({ categories, series, width, onPoint }: StackedBarsProps) {
  const layout = chartLayout(width, { labels: categories, values: [] })
  const chartId = useId()
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={layout.height}
      data={stackedRows(categories, series).map((row, place) => ({ ...row, place }))}
      margin={{ top: 0, right: layout.valueWidth, bottom: 0, left: 0 }}
      barCategoryGap={0}
      accessibilityLayer={false}
    >
      <PaintDefinitions chartId={chartId} />
      <XAxis type="number" domain={[0, 100]} allowDataOverflow hide />
      <YAxis {...categoryTick(layout, categories)} />
      {series.map(({ label, tone, values }, place) => (
        <Bar
          key={label}
          dataKey={seriesKey(place)}
          stackId="all"
          isAnimationActive={false}
          shape={(shape: BarShapeProps) => (
            <Segment
              {...shape}
              {...{ chartId, layout }}
              y={shape.index * layout.rowHeight}
              colour={colourOf(tone, place)}
              share={values[shape.index] ?? 0}
              onEnter={() => onPoint?.({ category: shape.index, series: place })}
              onLeave={() => onPoint?.(null)}
            />
          )}
        />
      ))}
      <Bar
        dataKey={WITHHELD_KEY}
        stackId="all"
        isAnimationActive={false}
        shape={(shape: BarShapeProps) => (
          <Withheld
            {...shape}
            {...{ chartId, layout }}
            y={shape.index * layout.rowHeight}
            share={withheldShare(series, shape.index)}
          />
        )}
      />
    </BarChart>
  )
}

interface PieceProps {
  readonly chartId: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly layout: ChartLayout
  readonly share: number
}

interface SegmentProps extends PieceProps {
  readonly colour: Colour
  readonly onEnter: () => void
  readonly onLeave: () => void
}

function Segment({ chartId, x, y, width, layout, colour, share, onEnter, onLeave }: SegmentProps) {
  if (share <= 0) return null
  const bar = barInRow(layout, y)
  const text = segmentLabel(share, width)
  return (
    <g onMouseEnter={onEnter} onMouseLeave={onLeave}>
      <Painted chartId={chartId} colour={colour} x={x} y={bar.y} width={width} height={bar.height} />
      {text !== null && (
        <text
          className="chart__inside"
          x={x + width / 2}
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

/** Shares that are withheld so that nobody is recognised: hatched, without a number. */
function Withheld({ chartId, x, y, width, layout, share }: PieceProps) {
  if (share <= 0) return null
  const bar = barInRow(layout, y)
  return (
    <rect
      className="chart__withheld"
      x={x}
      y={bar.y}
      width={width}
      height={bar.height}
      fill={`url(#${withheldId(chartId)})`}
    />
  )
}
