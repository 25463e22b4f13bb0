import { describe, expect, it } from 'vitest'
import { aReport } from '../testing/index.ts'
import type { Cell, TableBlock } from './model.ts'
import { numberReport } from './number-report.ts'

const isSmall = (people: number) => people > 0 && people < 5
const baseInLabel = (label: string): number | null => {
  const digits = /n\u00a0=\u00a0([\d\u00a0]+)\)/.exec(label)?.[1]
  return digits === undefined ? null : Number(digits.replaceAll('\u00a0', ''))
}

/** Numbers of people that a row of a table tells: its counts, and what its percentages are of its base. */
function peopleIn({ columns }: TableBlock, row: readonly Cell[]): readonly number[] {
  const ownBase = row.find((cell, index) => cell.kind === 'count' && columns[index]?.label === 'n')
  return row.flatMap((cell, index) => {
    if (cell.kind === 'count') return [cell.value]
    if (cell.kind !== 'percent') return []
    const base =
      baseInLabel(columns[index]?.label ?? '') ?? (ownBase?.kind === 'count' ? ownBase.value : null)
    return base === null ? [] : [Math.round((cell.value / 100) * base)]
  })
}

describe.each([12, 25, 40, 90, 160, 320, 450])('a report of %d people', (responseCount) => {
  const { tables, charts } = numberReport(aReport(responseCount))

  it('tells nowhere of one to four people', () => {
    const small = tables.flatMap(({ table }) =>
      table.rows.filter((row) => peopleIn(table, row).some(isSmall)),
    )

    expect(small).toEqual([])
  })

  it('withholds percentage and count together', () => {
    const halves = tables.flatMap(({ table }) =>
      table.columns.map(({ kind }) => kind).join() === 'text,count,percent' && table.columns[1]?.label !== 'n'
        ? table.rows.filter(
            ([, count, percent]) => (count?.kind === 'suppressed') !== (percent?.kind === 'suppressed'),
          )
        : [],
    )

    expect(halves).toEqual([])
  })

  it('draws in its charts only numbers that stand in its tables too', () => {
    const printed = new Set(
      tables.flatMap(({ table }) =>
        table.rows.flat().flatMap((cell) => (cell.kind === 'percent' ? [cell.value] : [])),
      ),
    )
    const needCharts = charts.filter(({ chart }) => !chart.caption.startsWith('Potrzeb'))
    const drawn = needCharts.flatMap(({ chart }) =>
      chart.series.flatMap(({ values }) => values.filter((value) => value !== null && value !== 0)),
    )

    expect(drawn.filter((value) => value !== null && !printed.has(value))).toEqual([])
  })

  it('draws no level of need of one to four people', () => {
    const small = charts.flatMap(({ chart }) => {
      const table = tables.find(({ table: one }) => one.caption === chart.caption)?.table
      if (chart.shape !== 'stackedBars' || table?.columns[1]?.label !== 'n') return []
      const bases = table.rows.flatMap(([, base]) => (base?.kind === 'count' ? [base.value] : []))
      const people = chart.series.flatMap(({ values }) =>
        values.map((value, row) => Math.round(((value ?? 0) / 100) * (bases[row] ?? 0))),
      )
      return people.filter(isSmall)
    })

    expect(small).toEqual([])
  })
})
