import { Text } from 'recharts'
import type { ChartLayout } from './chart-layout.ts'

interface CategoryLabelProps {
  readonly layout: ChartLayout
  /** Middle of the row. */
  readonly y: number
  readonly label: string
}

/** The label of a row, broken into lines: beside its bar, or above it on a phone. */
export function CategoryLabel({ layout, y, label }: CategoryLabelProps) {
  const { isNarrow, labelWidth, rowHeight } = layout
  return (
    <Text
      className="chart__label"
      x={isNarrow ? 0 : labelWidth - 12}
      y={isNarrow ? y - rowHeight / 2 : y}
      width={labelWidth - 12}
      textAnchor={isNarrow ? 'start' : 'end'}
      verticalAnchor={isNarrow ? 'start' : 'middle'}
      lineHeight="1.25em"
    >
      {label}
    </Text>
  )
}
