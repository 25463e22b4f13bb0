import { Bar, BarChart, ReferenceLine, XAxis, YAxis, type BarShapeProps } from 'recharts'
import { categoryTick } from './CategoryLabel.tsx'
import { ChartFrame } from './ChartFrame.tsx'
import { barInRow, chartLayout, type ChartLayout, isNarrowAt } from './chart-layout.ts'
import type { PointListener } from './chart-point.ts'
import { Interval } from './Interval.tsx'
import { type MeasuredValue, wordsOf } from './measured-value.ts'

interface DotsChartProps {
  readonly name: string
  readonly dots: readonly MeasuredValue[]
  /** Both ends of the axis, with what is written at them. */
  readonly axis: { readonly from: number; readonly to: number; readonly ticks: readonly number[] }
  readonly tickLabel: (value: number) => string
  /** A value that all are compared with, drawn as a line through all rows. */
  readonly reference?: { readonly value: number; readonly label: string } | undefined
  readonly onPoint?: PointListener | undefined
}

/** A dot per group with the interval around it: whether groups differ is seen by whether the lines overlap. */
export function DotsChart({ name, ...dots }: DotsChartProps) {
  return <ChartFrame name={name}>{(width) => <Dots {...dots} width={width} />}</ChartFrame>
}

interface DotsProps extends Omit<DotsChartProps, 'name'> {
  readonly width: number
}

const AXIS_PX = 30
const REFERENCE_PX = 22

function Dots({ dots, axis, tickLabel, reference, width, onPoint }: DotsProps) {
  const labels = dots.map(({ label }) => label)
  const layout = chartLayout(width, { labels, values: dots.map((dot) => wordsOf(dot, isNarrowAt(width))) })
  const top = reference ? REFERENCE_PX : 0
  const span = axis.to - axis.from
  // every other word of the axis where there is little room
  const ticks = axis.ticks.filter((_, place) => !layout.isNarrow || place % 2 === 0)
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={layout.height + AXIS_PX + top}
      data={dots.map(({ label }, place) => ({ label, place, axis: [axis.from, axis.to] }))}
      margin={{ top, right: layout.valueWidth, bottom: 0, left: layout.isNarrow ? 8 : 0 }}
      barCategoryGap={0}
      accessibilityLayer={false}
    >
      <XAxis
        type="number"
        domain={[axis.from, axis.to]}
        ticks={ticks}
        interval={0}
        tickFormatter={tickLabel}
        className="chart__axis"
        height={AXIS_PX}
        tickLine={false}
      />
      <YAxis {...categoryTick(layout, labels, top)} />
      {axis.ticks.map((tick) => (
        <ReferenceLine key={tick} x={tick} className="chart__grid" />
      ))}
      {reference && (
        <ReferenceLine
          x={reference.value}
          className="chart__reference"
          label={{ value: reference.label, position: 'top', className: 'chart__reference-label' }}
        />
      )}
      <Bar
        dataKey="axis"
        isAnimationActive={false}
        shape={({ x, width: length, index }: BarShapeProps) => {
          const dot = dots[index]
          const at = (value: number) => x + ((value - axis.from) / span) * length
          return dot ? (
            <DotRow {...{ dot, layout, index, at, top, onPoint }} start={x} end={x + length} />
          ) : null
        }}
      />
    </BarChart>
  )
}

interface DotRowProps {
  readonly dot: MeasuredValue
  readonly layout: ChartLayout
  readonly index: number
  readonly top: number
  /** End of the axis in pixels; the values stand behind it, one under the other. */
  readonly end: number
  readonly start: number
  readonly at: (value: number) => number
  readonly onPoint?: PointListener | undefined
}

function DotRow({ dot, layout, index, top, start, end, at, onPoint }: DotRowProps) {
  const { value, interval } = dot
  const row = barInRow(layout, top + index * layout.rowHeight)
  const y = row.y + row.height / 2
  return (
    <g onMouseEnter={() => onPoint?.({ category: index, series: 0 })} onMouseLeave={() => onPoint?.(null)}>
      <rect className="chart__catch" x={start} y={row.y - 4} width={end - start} height={row.height + 8} />
      {interval && <Interval low={at(interval.low)} high={at(interval.high)} y={y} />}
      {value !== null && <circle className="chart__dot" cx={at(value)} cy={y} r={6.5} />}
      <text className="chart__value" x={end + 8} y={y} dy="0.35em">
        {wordsOf(dot, layout.isNarrow)}
      </text>
    </g>
  )
}
