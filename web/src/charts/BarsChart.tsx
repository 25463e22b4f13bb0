import { Bar, BarChart, XAxis, YAxis, type BarShapeProps } from 'recharts'
import { CategoryLabel } from './CategoryLabel.tsx'
import { ChartFrame } from './ChartFrame.tsx'
import { barInRow, chartLayout, type ChartLayout } from './chart-layout.ts'

export interface BarValue {
  readonly label: string
  readonly value: number
  /** The value in words, at the end of the bar. */
  readonly valueLabel: string
}

interface BarsChartProps {
  readonly name: string
  readonly bars: readonly BarValue[]
  /** End of the axis; the bars are drawn against it. */
  readonly axisEnd: number
}

/** Horizontal bars in the order given, each with its value beside it. */
export function BarsChart({ name, bars, axisEnd }: BarsChartProps) {
  return (
    <ChartFrame name={name}>{(width) => <Bars bars={bars} axisEnd={axisEnd} width={width} />}</ChartFrame>
  )
}

interface BarsProps extends Omit<BarsChartProps, 'name'> {
  readonly width: number
}

function Bars({ bars, axisEnd, width }: BarsProps) {
  const layout = chartLayout(width, {
    labels: bars.map(({ label }) => label),
    values: bars.map(({ valueLabel }) => valueLabel),
  })
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={layout.height}
      data={bars.map((bar, place) => ({ ...bar, place }))}
      margin={{ top: 0, right: layout.valueWidth, bottom: 0, left: 0 }}
      barCategoryGap={0}
      accessibilityLayer={false}
    >
      <XAxis type="number" domain={[0, Math.max(axisEnd, 1)]} hide />
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
        }) => <CategoryLabel layout={layout} y={Number(y)} label={bars[payload.value]?.label ?? ''} />}
      />
      <Bar
        dataKey="value"
        isAnimationActive={false}
        shape={(shape: BarShapeProps) => (
          <BarShape {...shape} layout={layout} text={bars[shape.index]?.valueLabel} />
        )}
      />
    </BarChart>
  )
}

interface BarShapeWithTextProps {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly layout: ChartLayout
  readonly text: string | undefined
}

function BarShape({ x, y, width, layout, text }: BarShapeWithTextProps) {
  const bar = barInRow(layout, y)
  return (
    <g>
      <rect className="chart__bar" x={x} y={bar.y} width={Math.max(width, 1)} height={bar.height} rx={3} />
      <text className="chart__value" x={x + width + 8} y={bar.y + bar.height / 2} dy="0.35em">
        {text}
      </text>
    </g>
  )
}
