import { useId } from 'react'
import { Bar, BarChart, XAxis, YAxis, type BarShapeProps } from 'recharts'
import { CategoryLabel } from './CategoryLabel.tsx'
import { ChartFrame } from './ChartFrame.tsx'
import { colourOf, type Colour } from './chart-colours.ts'
import { barInRow, chartLayout, type ChartLayout } from './chart-layout.ts'
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
}

/** One bar of 100 % per category, divided into the shares of the answers. */
export function StackedBarsChart({ name, categories, series }: StackedBarsChartProps) {
  return (
    <div className="chart-with-legend">
      <ul className="chart-legend" aria-hidden="true">
        {series.map(({ label, tone }, place) => (
          <li key={label}>
            <svg width="14" height="14">
              <rect width="14" height="14" rx="3" fill={colourOf(tone, place).fill} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <ChartFrame name={name}>
        {(width) => <StackedBars categories={categories} series={series} width={width} />}
      </ChartFrame>
    </div>
  )
}

interface StackedBarsProps extends Omit<StackedBarsChartProps, 'name'> {
  readonly width: number
}

function StackedBars({ categories, series, width }: StackedBarsProps) {
  const layout = chartLayout(width, { labels: categories, values: [] })
  const hatch = useId()
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
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="chart__hatch" x1="0" y1="0" x2="0" y2="6" />
        </pattern>
      </defs>
      <XAxis type="number" domain={[0, 100]} allowDataOverflow hide />
      <YAxis
        type="category"
        dataKey="place"
        width={layout.isNarrow ? 1 : layout.labelWidth}
        axisLine={false}
        tickLine={false}
        interval={0}
        tick={({
          y,
          payload,
        }: {
          readonly y: number | string
          readonly payload: { readonly value: number }
        }) => <CategoryLabel layout={layout} y={Number(y)} label={categories[payload.value] ?? ''} />}
      />
      {series.map(({ label, tone, values }, place) => (
        <Bar
          key={label}
          dataKey={seriesKey(place)}
          stackId="all"
          isAnimationActive={false}
          shape={(shape: BarShapeProps) => (
            <Segment
              {...shape}
              layout={layout}
              colour={colourOf(tone, place)}
              share={values[shape.index] ?? 0}
            />
          )}
        />
      ))}
      <Bar
        dataKey={WITHHELD_KEY}
        stackId="all"
        isAnimationActive={false}
        shape={(shape: BarShapeProps) => (
          <Withheld {...shape} layout={layout} hatch={hatch} share={withheldShare(series, shape.index)} />
        )}
      />
    </BarChart>
  )
}

interface SegmentProps {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly layout: ChartLayout
  readonly colour: Colour
  readonly share: number
}

function Segment({ x, y, width, layout, colour, share }: SegmentProps) {
  if (share <= 0) return null
  const bar = barInRow(layout, y)
  const text = segmentLabel(share, width)
  return (
    <g>
      <rect className="chart__segment" x={x} y={bar.y} width={width} height={bar.height} fill={colour.fill} />
      {text !== null && (
        <text
          className="chart__inside"
          x={x + width / 2}
          y={bar.y + bar.height / 2}
          dy="0.35em"
          textAnchor="middle"
          fill={colour.ink}
        >
          {text}
        </text>
      )}
    </g>
  )
}

interface WithheldProps extends Omit<SegmentProps, 'colour'> {
  /** Id of the pattern of lines. */
  readonly hatch: string
}

/** Shares that are withheld so that nobody is recognised: hatched, without a number. */
function Withheld({ x, y, width, layout, share, hatch }: WithheldProps) {
  if (share <= 0) return null
  const bar = barInRow(layout, y)
  return (
    <rect
      className="chart__withheld"
      x={x}
      y={bar.y}
      width={width}
      height={bar.height}
      fill={`url(#${hatch})`}
    />
  )
}
