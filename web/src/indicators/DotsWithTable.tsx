import { ChartWithTable, type TableRow } from '../charts/ChartWithTable.tsx'
import { DotsChart } from '../charts/DotsChart.tsx'
import type { MeasuredValue } from '../charts/measured-value.ts'
import { axisFor } from './indicator-data.ts'

interface DotsWithTableProps {
  readonly caption: string
  readonly dots: readonly MeasuredValue[]
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  readonly notes?: readonly string[]
  readonly isPercent?: boolean
}

/** Dots with their intervals from 0, and the same numbers in a table. */
export function DotsWithTable(props: DotsWithTableProps) {
  const { caption, dots, columns, rows, notes = [], isPercent = true } = props
  return (
    <ChartWithTable
      caption={caption}
      chart={
        <DotsChart
          name={caption}
          dots={dots}
          axis={axisFor(
            dots.map(({ value, interval }) => ({ estimate: value, low: null, high: interval?.high ?? null })),
          )}
          tickLabel={(value) => (isPercent ? `${value}%` : String(value))}
        />
      }
      columns={columns}
      rows={rows}
      notes={notes}
      isTableOpen={false}
    />
  )
}
