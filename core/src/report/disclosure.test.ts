import { describe, expect, it } from 'vitest'
import type { ChoiceSummary, Crosstab } from '../analysis/index.ts'
import type { GroupsBinding } from '../diagnosis/index.ts'
import { aReport } from '../testing/index.ts'
import type { Cell, TableBlock } from './model.ts'
import { formatCell } from './format-cell.ts'
import { groupBlocks } from './group-blocks.ts'
import { numberReport } from './number-report.ts'

const BARRIERS = 'Bariery w korzystaniu z usług'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
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

  it('lets nobody subtract the groups of a question from everybody who answered it', () => {
    const everybody = tables.find(({ table }) => table.caption === BARRIERS)?.table
    const byAge = tables.find(({ table }) => table.caption === `${BARRIERS} według wieku badanych`)?.table
    const base = Number(/n\u00a0=\u00a0(\d+)/.exec(everybody?.notes[0] ?? '')?.[1] ?? 0)
    const bases = byAge?.columns.slice(1).map(({ label }) => baseInLabel(label) ?? 0) ?? []
    const unseen = base - sum(bases)

    const told = (byAge?.rows ?? []).flatMap(([name, ...cells]) => {
      if (cells.some(({ kind }) => kind === 'suppressed')) return []
      const total = everybody?.rows.find(([label]) => JSON.stringify(label) === JSON.stringify(name))?.[1]
      const inGroups = cells.map((cell, group) =>
        cell.kind === 'percent' ? Math.round((cell.value / 100) * (bases[group] ?? 0)) : 0,
      )
      if (total?.kind === 'suppressed') return []
      const chose = (total?.kind === 'count' ? total.value : 0) - sum(inGroups)
      return [chose, unseen - chose]
    })

    expect(told.filter(isSmall)).toEqual([])
    expect(byAge === undefined || unseen === 0 || unseen >= 10).toBe(true)
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

const BINDING: GroupsBinding = {
  kind: 'groups',
  question: 'serv_barrier',
  byQuestion: 'dem_age',
  groups: [
    { label: 'młodsi', codes: ['young'] },
    { label: 'starsi', codes: ['old'] },
  ],
  tableCaption: 'Bariery według wieku',
  chartCaption: 'Bariery według wieku',
}

/** People by barrier: of everybody, of the young and of the old; 100 young and 60 old answered both questions. */
function byAge(
  barriers: Readonly<Record<string, readonly [number, number, number]>>,
  everybodyCount: number,
) {
  const codes = Object.keys(barriers)
  const people = Object.values(barriers)
  const named = { questionKey: 'serv_barrier', text: 'Co utrudnia?', sectionKey: 'main' } as const
  const ofOneVersion = { versions: [1], isEarlierWording: false, notes: [] }
  const everybody: ChoiceSummary = {
    kind: 'CHOICE',
    ...named,
    ...ofOneVersion,
    questionType: 'MULTI',
    isMultiple: true,
    mean: null,
    base: {
      askedCount: everybodyCount,
      validCount: everybodyCount,
      unansweredCount: 0,
      notApplicableCount: 0,
      refusedCount: 0,
    },
    frequencies: codes.map((code, index) => ({
      code,
      label: code,
      count: people[index]?.[0] ?? 0,
      ofRespondents: null,
      ofAnswers: null,
    })),
  }
  const crosstab: Crosstab = {
    rowQuestionKey: 'serv_barrier',
    columnQuestionKey: 'dem_age',
    rowText: '',
    columnText: '',
    isRowMultiple: true,
    isColumnMultiple: false,
    rows: codes.map((code) => ({ code, label: code })),
    columns: ['young', 'old'].map((code) => ({ code, label: code })),
    counts: people.map(([, young, old]) => [young, old]),
    rowTotals: people.map(([, young, old]) => young + old),
    columnTotals: [100, 60],
    validCount: 160,
    rowShares: [],
    columnShares: [],
    versions: [1],
    notes: [],
  }
  const blocks = groupBlocks(BINDING, { crosstab, everybody, source: '' })
  const table = blocks.find((block) => block.kind === 'table')
  return {
    headings: table?.columns.slice(1).map(({ label }) => label),
    rows: table?.rows.map((row) => row.map(formatCell)),
    notes: table?.notes.join(' '),
  }
}

describe('barriers by age', () => {
  it('hide an option that few of those without an age chose, or did not choose', () => {
    const { rows } = byAge(
      { far: [83, 50, 30], dear: [56, 30, 20], rude: [29, 10, 10], slow: [53, 30, 20] },
      172,
    )

    expect(rows).toEqual([
      ['dear', '30,0%', '33,3%'],
      ['far', '•', '•'],
      ['rude', '•', '•'],
      ['slow', '•', '•'],
    ])
  })

  it('show an option where those without an age are many on either side', () => {
    const { rows } = byAge({ far: [86, 50, 30], dear: [50, 30, 20], rude: [60, 30, 20] }, 180)

    expect(rows).toEqual([
      ['far', '50,0%', '50,0%'],
      ['dear', '30,0%', '33,3%'],
      ['rude', '30,0%', '33,3%'],
    ])
  })

  it('leave out the larger group where too few have no age', () => {
    const { headings, rows, notes } = byAge({ far: [81, 50, 30], dear: [50, 30, 20] }, 163)

    expect(headings).toEqual(['starsi, % (n\u00a0=\u00a060)'])
    expect(rows).toEqual([
      ['far', '50,0%'],
      ['dear', '33,3%'],
    ])
    expect(notes).toContain('Wyników pozostałych osób nie pokazujemy')
  })
})
