import { describe, expect, it } from 'vitest'
import { chartOf, chartsFor } from './chart-choice.ts'
import { comparables, dotValues, heatMap, MEAN, scaleSeries } from './chart-values.ts'
import { extremeMeans } from './extreme-means.ts'
import { areComparable, comparedGrid, gridOf } from './grid.ts'
import { movedFocus, tableTwin, type TwinWords } from './grid-table.ts'
import { readingOf } from './reading.ts'
import type { Figure, Mean, Table } from './workbench-table.ts'

const figure = (percent: number | null): Figure => ({
  percent,
  low: percent === null ? null : percent - 5,
  high: percent === null ? null : percent + 5,
  effectiveCount: 80,
  reliability: percent === null ? 'D' : percent < 10 ? 'C' : 'A',
})
const mean = (value: number): Mean => ({
  mean: value,
  low: value - 0.1,
  high: value + 0.1,
  count: 100,
  effectiveCount: 80,
  reliability: 'A',
  topTwo: figure(40),
  median: null,
})
const total = { count: 100, weighted: null, effectiveCount: 80, designEffect: 1 }

type Shares = readonly (readonly (number | null)[])[]

/** A table with these percentages, a row for each answer; marks where the share is 77. */
function aTable(shares: Shares, change: Partial<Table> = {}): Table {
  const width = shares[0]?.length ?? 1
  return {
    rowKey: 'q',
    columnKey: width > 1 ? 'dem_sex' : null,
    rowText: 'Jak się śpi?',
    columnText: width > 1 ? 'Płeć' : null,
    rowType: 'SINGLE',
    isRowMultiple: false,
    isColumnMultiple: false,
    isRowOrdered: false,
    rows: shares.map((_, row) => ({ code: String(row + 1), label: `odp. ${row + 1}` })),
    columns: ['Ogółem', 'kobieta', 'mężczyzna']
      .slice(0, width)
      .map((label, place) => ({ code: place === 0 ? null : label, label })),
    cells: shares.map((row) =>
      row.map((percent) => ({
        count: percent,
        weighted: null,
        mark: percent === 77 ? 'ABOVE' : null,
        ofColumn: figure(percent),
        ofRow: figure(percent === null ? null : percent / 2),
        ofAll: null,
      })),
    ),
    rowTotals: shares.map(() => total),
    columnTotals: Array.from({ length: width }, () => total),
    base: {
      asked: 110,
      valid: 100,
      unanswered: 10,
      notApplicable: 0,
      refused: 0,
      dontKnow: 0,
      withoutColumn: 0,
      effective: 80,
    },
    means: null,
    test: null,
    meanTest: null,
    effect: null,
    intervalKind: 'CONFIDENCE',
    sentences: [],
    notes: [],
    footer: [],
    weightVersion: null,
    isProtected: false,
    hiddenBecause: null,
    ...change,
  } as Table
}

const WORDS = { careful: 'ostrożnie', tooFew: 'za mało odpowiedzi' }
const TWIN: TwinWords = {
  answer: 'Odpowiedź',
  question: 'O co pytano',
  count: 'n',
  effective: 'n ef.',
  percent: '%',
  interval: 'przedział',
  reliability: 'dokładność',
  mean: 'średnia',
  tooFew: 'za mało',
  levels: { A: 'A', B: 'B', C: 'C', D: 'D' },
}
const SCALE: Shares = [[10], [20], [30], [25], [15]]

describe('the chart that suits', () => {
  it.each([
    ['one question', aTable([[60], [40]]), 'BARS'],
    ['a scale', aTable(SCALE, { isRowOrdered: true }), 'DIVERGING'],
    [
      'two answers by groups',
      aTable([
        [60, 50, 70],
        [40, 50, 30],
      ]),
      'DOTS',
    ],
    [
      'many answers by groups',
      aTable([
        [60, 50, 70],
        [20, 20, 10],
        [10, 20, 10],
        [10, 10, 10],
      ]),
      'HEAT_MAP',
    ],
    ['bands of a number', aTable(SCALE, { isRowOrdered: true, rowType: 'NUMBER' }), 'BARS'],
  ])('%s', (_, table, kind) => {
    expect(chartOf(gridOf(table, 'COLUMN'), null)).toBe(kind)
  })

  it('is the chosen one only where that can show it', () => {
    const oneWay = gridOf(aTable([[60], [40]]), 'COLUMN')

    expect(chartOf(oneWay, 'TABLE')).toBe('TABLE')
    expect(chartOf(oneWay, 'HEAT_MAP')).toBe('BARS')
    expect(
      chartsFor(
        gridOf(
          aTable([
            [60, 50, 70],
            [40, 50, 30],
          ]),
          'ROW',
        ),
      ),
    ).toEqual(['HEAT_MAP', 'TABLE'])
  })
})

describe('what is drawn and written', () => {
  it('goes from the most frequent where several answers were allowed, what is not shown last', () => {
    const grid = gridOf(aTable([[20], [null], [50]], { isRowMultiple: true }), 'COLUMN')

    expect(grid.answers.map(({ code }) => code)).toEqual(['3', '1', '2'])
  })

  it('carries signs beside numbers, and nothing for what is not shown', () => {
    const { cells } = heatMap(
      gridOf(
        aTable([
          [60, 77, null],
          [40, 23, 5],
        ]),
        'COLUMN',
      ),
    )

    expect(cells[0]).toEqual([
      { value: 60, valueLabel: '60%' },
      { value: 77, valueLabel: '77%', sign: '▲' },
      { value: null, valueLabel: '' },
    ])
  })

  it('compares the mean or one answer between groups', () => {
    const grid = gridOf(
      aTable(
        [
          [60, 77, 4],
          [40, 23, 96],
        ],
        { means: [mean(3), mean(3.4), mean(2.6)] },
      ),
      'COLUMN',
    )

    expect(comparables(grid).map(({ code }) => code)).toEqual(['@TOP2', '1', '2', '@MEAN'])
    expect(dotValues(grid, '1', WORDS).dots[2]).toMatchObject({
      value: 4,
      valueLabel: '4%\u00a0(-1–9%), ostrożnie',
    })
    expect(dotValues(grid, MEAN, WORDS).dots.map(({ shortLabel }) => shortLabel)).toEqual([
      '3,0',
      '3,4',
      '2,6',
    ])
  })

  it('has people under each group in the table', () => {
    const twin = tableTwin(
      gridOf(
        aTable([
          [60, 77, null],
          [40, 23, 5],
        ]),
        'COLUMN',
      ),
      TWIN,
    )

    expect(twin.lines.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['60%', '77%', 'za mało'],
      ['40%', '23%', '5%'],
      ['100', '100', '100'],
    ])
  })

  it('puts several questions with the same answers together, each a row', () => {
    const tables = ['opieka', 'dojazd'].map((name, place) =>
      aTable(SCALE, { rowText: `Jak w gminie? – ${name}`, isRowOrdered: true, means: [mean(3 - place)] }),
    )
    const grid = comparedGrid(tables, () => 'Kilka pytań')

    expect(areComparable(tables)).toBe(true)
    expect([grid.title, ...grid.groups.map(({ label }) => label)]).toEqual([
      'Jak w gminie?',
      'opieka',
      'dojazd',
    ])
    expect(scaleSeries(grid).map(({ tone, values }) => [tone, ...values])[0]).toEqual([1, 10, 10])
    expect(extremeMeans(grid)).toMatchObject({ high: 'opieka', low: 'dojazd' })
    expect(areComparable([aTable(SCALE), aTable([[60], [40]])])).toBe(false)
  })
})

describe('reading aids', () => {
  const say = (key: string, values?: object) => `${key}${values ? JSON.stringify(values) : ''}`

  it('say of a cell its share, interval, people and sign', () => {
    const grid = gridOf(
      aTable([
        [60, 77, 40],
        [40, 23, 60],
      ]),
      'COLUMN',
    )

    expect(readingOf(grid, { answer: 0, group: 1 }, say).map((text) => text.split('{')[0])).toEqual([
      'reading.ofColumn',
      'reading.interval',
      'reading.people',
      'reading.ABOVE',
    ])
  })

  it('say the same of a cell that is withheld and of one that is empty', () => {
    const grid = gridOf(
      aTable([
        [60, null, 40],
        [40, 23, 60],
      ]),
      'COLUMN',
    )

    expect(readingOf(grid, { answer: 0, group: 1 }, say)).toEqual([
      'reading.tooFew{"group":"kobieta","answer":"odp. 1"}',
    ])
  })

  it('call intervals of people who were not drawn by their name', () => {
    const grid = gridOf(aTable([[60], [40]], { intervalKind: 'MODEL' }), 'COLUMN')

    expect(readingOf(grid, 'interval', say)).toEqual(['terms.intervalModel'])
  })

  it('go from cell to cell by arrows and stop at the edge', () => {
    const size = { lines: 2, cells: 3 }

    expect(movedFocus({ line: 0, cell: 0 }, 'ArrowRight', size)).toEqual({ line: 0, cell: 1 })
    expect(movedFocus({ line: 1, cell: 2 }, 'ArrowDown', size)).toEqual({ line: 1, cell: 2 })
    expect(movedFocus({ line: 1, cell: 2 }, 'Home', size)).toEqual({ line: 1, cell: 0 })
    expect(movedFocus({ line: 0, cell: 0 }, 'a', size)).toBeNull()
  })
})
