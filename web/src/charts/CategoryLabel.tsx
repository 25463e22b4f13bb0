import { Text, type YAxisProps } from 'recharts'
import { barInRow, type ChartLayout } from './chart-layout.ts'

/** Named here too, because the library measures words by it before it draws them. */
const FONT = { fontSize: 14 }

interface CategoryLabelProps {
  readonly layout: ChartLayout
  /** Middle of the row. */
  readonly y: number
  readonly label: string
}

/** The label of a row, broken into lines: beside its bar, or above it on a phone. */
export function CategoryLabel({ layout, y, label }: CategoryLabelProps) {
  const { isNarrow, labelWidth, rowHeight } = layout
  const bar = barInRow(layout, y - rowHeight / 2)
  return (
    <Text
      className="chart__label"
      x={isNarrow ? 0 : labelWidth - 12}
      y={isNarrow ? bar.y - 5 : y}
      width={labelWidth - 12}
      textAnchor={isNarrow ? 'start' : 'end'}
      verticalAnchor={isNarrow ? 'end' : 'middle'}
      style={FONT}
      lineHeight="1.25em"
    >
      {label}
    </Text>
  )
}

interface Tick {
  readonly payload: { readonly value: number }
}

/**
 * What the axis of categories takes, so that each row has its label. The rows of the chart are numbered by `place`.
 *
 * @param top - where the first row begins, in pixels
 */
export function categoryTick(layout: ChartLayout, labels: readonly string[], top = 0): YAxisProps {
  return {
    type: 'category',
    dataKey: 'place',
    width: layout.isNarrow ? 1 : layout.labelWidth,
    axisLine: false,
    tickLine: false,
    interval: 0,
    tick: ({ payload: { value } }: Tick) => (
      <CategoryLabel layout={layout} y={top + (value + 0.5) * layout.rowHeight} label={labels[value] ?? ''} />
    ),
  }
}
