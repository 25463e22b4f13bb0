import { Bar, BarChart, LabelList, XAxis, YAxis } from 'recharts'
import { ChartFrame } from './ChartFrame.tsx'

export interface HistogramBin {
  readonly label: string
  readonly count: number
}

interface HistogramChartProps {
  readonly name: string
  readonly bins: readonly HistogramBin[]
}

const HEIGHT = 230

/** How many people fall between two numbers: columns that touch, each with its count above. */
export function HistogramChart({ name, bins }: HistogramChartProps) {
  return (
    <ChartFrame name={name}>
      {(width) => (
        <BarChart
          width={width}
          height={HEIGHT}
          data={[...bins]}
          margin={{ top: 24, right: 4, bottom: 4, left: 4 }}
          barCategoryGap={1}
          accessibilityLayer={false}
        >
          <XAxis dataKey="label" tickLine={false} className="chart__axis" minTickGap={4} />
          <YAxis hide domain={[0, 'dataMax']} />
          <Bar dataKey="count" className="chart__columns" isAnimationActive={false}>
            <LabelList dataKey="count" position="top" className="chart__value" />
          </Bar>
        </BarChart>
      )}
    </ChartFrame>
  )
}
