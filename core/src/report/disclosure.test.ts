import { describe, expect, it } from 'vitest'
import type { ChoiceSummary, Crosstab } from '../analysis/index.ts'
import type { GroupsBinding } from '../diagnosis/index.ts'
import { rulesOf } from '../disclosure/index.ts'
import { aReport } from '../testing/index.ts'
import type { Cell, TableBlock } from './model.ts'
import { formatCell } from './format-cell.ts'
import { groupBlocks } from './group-blocks.ts'
import { numberReport } from './number-report.ts'

const baseInLabel = (label: string): number | null => {
  const digits = /n\u00a0≈\u00a0([\d\u00a0]+)\)/.exec(label)?.[1]
  return digits === undefined ? null : Number(digits.replaceAll('\u00a0', ''))
}

/** The least and the most people that a percentage can mean: of a base to the nearest 5, in whole percent. */
type Range = readonly [least: number, most: number]
const peopleOf = (percent: number, base: number): Range => [
  Math.ceil(((percent - 0.5) / 100) * Math.max(base - 2, 10)),
  Math.floor(((percent + 0.5) / 100) * (base + 2)),
]
/** Does it say for sure that they are one to four? */
const tellsOfFew = ([least, most]: Range): boolean => least > 0 && most < 5

/** Ranges of people that a row of a table tells: its counts, and what its percentages are of its base. */
function peopleIn({ columns }: TableBlock, row: readonly Cell[]): readonly Range[] {
  const ownBase = row.find((cell, index) => cell.kind === 'count' && columns[index]?.label === 'n')
  return row.flatMap((cell, index): readonly Range[] => {
    if (cell.kind === 'count') return [[cell.value, cell.value]]
    if (cell.kind !== 'percent') return []
    const base =
      baseInLabel(columns[index]?.label ?? '') ?? (ownBase?.kind === 'count' ? ownBase.value : null)
    return base === null ? [] : [peopleOf(cell.value, base)]
  })
}

describe.each([12, 25, 40, 90, 160, 320, 450])('a report of %d people', (responseCount) => {
  const { tables, charts } = numberReport(aReport(responseCount))

  it('tells nowhere of one to four people', () => {
    const small = tables.flatMap(({ table }) =>
      table.rows.filter((row) => peopleIn(table, row).some(tellsOfFew)),
    )

    expect(small).toEqual([])
  })

  it('gives people only to the nearest 5, shares only whole, and no count of an answer', () => {
    const cells = tables.flatMap(({ table }) =>
      table.rows.flatMap((row) => row.map((cell, index) => ({ cell, label: table.columns[index]?.label }))),
    )

    expect(cells.filter(({ cell }) => cell.kind === 'percent' && !Number.isInteger(cell.value))).toEqual([])
    expect(cells.filter(({ cell }) => cell.kind === 'count' && cell.value % 5 !== 0)).toEqual([])
    expect(cells.filter(({ cell, label }) => cell.kind === 'count' && label !== 'n')).toEqual([])
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
        values.map((value, row) => peopleOf(value ?? 0, bases[row] ?? 0)),
      )
      return people.filter(tellsOfFew)
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
  const blocks = groupBlocks(BINDING, { crosstab, everybody, source: '', rules: rulesOf() })
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
      ['dear', '30%', '33%'],
      ['far', '•', '•'],
      ['rude', '•', '•'],
      ['slow', '•', '•'],
    ])
  })

  it('show an option where those without an age are many on either side', () => {
    const { rows } = byAge({ far: [86, 50, 30], dear: [50, 30, 20], rude: [60, 30, 20] }, 180)

    expect(rows).toEqual([
      ['far', '50%', '50%'],
      ['dear', '30%', '33%'],
      ['rude', '30%', '33%'],
    ])
  })

  it('leave out the larger group where too few have no age', () => {
    const { headings, rows, notes } = byAge({ far: [81, 50, 30], dear: [50, 30, 20] }, 163)

    expect(headings).toEqual(['starsi, % (n\u00a0≈\u00a060)'])
    expect(rows).toEqual([
      ['far', '50%'],
      ['dear', '33%'],
    ])
    expect(notes).toContain('Wyników pozostałych osób nie pokazujemy')
  })
})
