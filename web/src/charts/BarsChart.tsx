import { Bar, BarChart, XAxis, YAxis, type BarShapeProps } from 'recharts'
import { categoryTick } from './CategoryLabel.tsx'
import { ChartFrame } from './ChartFrame.tsx'
import { barInRow, chartLayout, type ChartLayout, isNarrowAt } from './chart-layout.ts'
import type { PointListener } from './chart-point.ts'
import { Interval } from './Interval.tsx'
import { type MeasuredValue, wordsOf } from './measured-value.ts'

/** A value that is known. */
export interface BarValue extends MeasuredValue {
  readonly value: number
}

interface BarsChartProps {
  readonly name: string
  readonly bars: readonly MeasuredValue[]
  /** End of the axis; the bars are drawn against it. */
  readonly axisEnd: number
  readonly onPoint?: PointListener | undefined
}

/** Horizontal bars in the order given, each with its value beside it and, where known, its interval. */
export function BarsChart({ name, ...bars }: BarsChartProps) {
  return <ChartFrame name={name}>{(width) => <Bars {...bars} width={width} />}</ChartFrame>
}

interface BarsProps extends Omit<BarsChartProps, 'name'> {
  readonly width: number
}

function Bars({ bars, axisEnd, width, onPoint }: BarsProps) {
  const layout = chartLayout(width, {
    labels: bars.map(({ label }) => label),
    values: bars.map((bar) => wordsOf(bar, isNarrowAt(width))),
  })
  const end = Math.max(axisEnd, 1)
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={layout.height}
      data={bars.map((bar, place) => ({ place, axis: [0, end], label: bar.label }))}
      margin={{ top: 0, right: layout.valueWidth, bottom: 0, left: 0 }}
      barCategoryGap={0}
      accessibilityLayer={false}
    >
      <XAxis type="number" domain={[0, end]} hide />
      <YAxis
        {...categoryTick(
          layout,
          bars.map(({ label }) => label),
        )}
      />
      <Bar
        dataKey="axis"
        isAnimationActive={false}
        shape={({ x, width: length, index }: BarShapeProps) => {
          const bar = bars[index]
          return bar ? (
            <ValueRow
              {...{ bar, layout, index, onPoint }}
              at={(value) => x + (Math.min(value, end) / end) * length}
            />
          ) : null
        }}
      />
    </BarChart>
  )
}

interface ValueRowProps {
  readonly bar: MeasuredValue
  readonly layout: ChartLayout
  readonly index: number
  /** Pixels of a value. */
  readonly at: (value: number) => number
  readonly onPoint?: PointListener | undefined
}

function ValueRow({ bar, layout, index, at, onPoint }: ValueRowProps) {
  const { value, interval } = bar
  const row = barInRow(layout, index * layout.rowHeight)
  const middle = row.y + row.height / 2
  const [from, to] = [at(0), at(value ?? 0)]
  const end = interval ? Math.max(to, at(interval.high)) : to
  return (
    <g onMouseEnter={() => onPoint?.({ category: index, series: 0 })} onMouseLeave={() => onPoint?.(null)}>
      {value !== null && (
        <rect
          className="chart__bar"
          x={from}
          y={row.y}
          width={Math.max(to - from, 1)}
          height={row.height}
          rx={3}
        />
      )}
      {interval && <Interval low={at(interval.low)} high={at(interval.high)} y={middle} />}
      <text className="chart__value" x={end + 8} y={middle} dy="0.35em">
        {wordsOf(bar, layout.isNarrow)}
      </text>
    </g>
  )
}
