import type { Protected } from '@rozeznanie/core/disclosure'
import {
  formatCell,
  formatNumber,
  formatPercent,
  type ChartBlock,
  type TableBlock,
} from '@rozeznanie/core/report'
import type { BarValue } from '../charts/BarsChart.tsx'
import { percentAxisEnd } from '../charts/chart-layout.ts'
import type { TableRow } from '../charts/ChartWithTable.tsx'

/** The sign of a withheld number in a chart's table. */
const WITHHELD = '•'

/** A value of a chart in its unit, as Poles write it. */
export function chartValue(value: Protected<number> | null, unit: ChartBlock['unit']): string {
  if (value === null) return WITHHELD
  return unit === '%' ? formatPercent(value) : formatNumber(value, 2)
}

/** Bars of a chart with one series; what is withheld has no bar. */
export function chartBars({ categories, series, unit }: ChartBlock): {
  readonly bars: readonly BarValue[]
  readonly axisEnd: number
} {
  const values = series[0]?.values ?? []
  const bars = categories.flatMap((label, place): readonly BarValue[] => {
    const value = values[place] ?? null
    return value === null ? [] : [{ label, value, valueLabel: chartValue(value, unit) }]
  })
  const numbers = bars.map(({ value }) => value)
  return { bars, axisEnd: unit === '%' ? percentAxisEnd(numbers) : Math.max(1, ...numbers) }
}

/** The numbers of a chart as rows of its table, one column per series. */
export function chartRows({ categories, series, unit }: ChartBlock): readonly TableRow[] {
  return categories.map((label, place) => ({
    key: `${place}`,
    cells: [label, ...series.map(({ values }) => chartValue(values[place] ?? null, unit))],
  }))
}

/** Rows of a table of the report in words. */
export function tableRows({ rows }: TableBlock): readonly TableRow[] {
  return rows.map((cells, place) => ({ key: `${place}`, cells: cells.map((cell) => formatCell(cell)) }))
}

/** Where a section stands in the page. */
export const sectionId = (code: string): string => `rozdzial-${code.replace(/\W+/g, '-')}`
