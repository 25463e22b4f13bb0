import { describe, expect, it } from 'vitest'
import { aTable, by, columnsOfAlike, one, set, sets, tableColumns } from '../testing/index.ts'
import { clopperPearsonInterval, wilsonInterval } from '../statistics/design/index.ts'
import { shareReliability } from './reliability.ts'
import { tableSentences } from './sentences/index.ts'
import { analysisTable } from './table-analysis.ts'
import { HIDDEN_FIGURE } from './table.ts'

const women = columnsOfAlike(one('dem_sex', { WOMAN: 240, MAN: 160 }))

describe('a share of people', () => {
  it('has Wilson’s interval, and Clopper’s and Pearson’s where everybody or nobody said so', () => {
    const [first] = aTable(women, 'dem_sex').cells
    const nobody = aTable(columnsOfAlike(one('dem_sex', { WOMAN: 90 })), 'dem_sex').cells

    const wilson = wilsonInterval(240, 400)!
    expect(first?.[0]?.ofColumn).toMatchObject({ percent: 60, effectiveCount: 400, reliability: 'A' })
    expect(first?.[0]?.ofColumn?.low).toBeCloseTo(100 * wilson.low, 8)
    expect(first?.[0]?.ofColumn?.high).toBeCloseTo(100 * wilson.high, 8)
    expect(nobody[0]?.[0]?.ofColumn?.low).toBeCloseTo(100 * clopperPearsonInterval(90, 90)!.low, 8)
    expect(nobody[1]?.[0]?.ofColumn?.high).toBeCloseTo(100 * clopperPearsonInterval(0, 90)!.high, 8)
  })

  it('is narrower where a random sample holds much of a known population, and only there', () => {
    const width = (sampleType: 'RANDOM' | 'OPEN_LINK', population: number | null) => {
      const figure = aTable(women, 'dem_sex', { survey: { sampleType, population } }).cells[0]?.[0]?.ofColumn
      return (figure?.high ?? 0) - (figure?.low ?? 0)
    }

    expect(width('RANDOM', 500)).toBeLessThan(0.5 * width('RANDOM', null))
    expect(width('RANDOM', 400)).toBe(0)
    expect(width('OPEN_LINK', 500)).toBe(width('RANDOM', null))
  })

  it('is not told where fewer than thirty stand behind it', () => {
    const table = aTable(
      columnsOfAlike(by('care', 'dem_sex', { WOMAN: { FAMILY: 29 }, MAN: { FAMILY: 60 } })),
      'care',
      {
        columnKey: 'dem_sex',
      },
    )

    expect(table.cells[0]?.[1]).toMatchObject({ count: 29, ofColumn: HIDDEN_FIGURE })
    expect(table.cells[0]?.[2]?.ofColumn?.percent).toBe(100)
    expect(table.notes.join(' ')).toContain('za mało odpowiedzi')
  })

  it.each([
    ['A', 0.5, 0.02, 0.46, 0.54],
    ['B', 0.1, 0.015, 0.07, 0.13],
    ['C', 0.04, 0.012, 0.02, 0.065],
    ['C', 0.01, 0.006, 0.001, 0.03],
    ['D', 0.05, 0.03, 0.01, 0.12],
    ['D', 0.5, 0.08, 0.34, 0.66],
    ['A', 0, 0, 0, 0.03],
  ] as const)('is of class %s at %d with an error of %d', (reliability, share, standardError, low, high) => {
    expect(shareReliability({ share, standardError, low, high, n: 200, effective: 150 })).toBe(reliability)
    expect(shareReliability({ share, standardError, low, high, n: 200, effective: 29 })).toBe('D')
  })
})

describe('a table', () => {
  it('has three percentages of each cell', () => {
    const people = columnsOfAlike(
      by('care', 'dem_sex', { WOMAN: { FAMILY: 90, CENTRE: 30 }, MAN: { FAMILY: 60, CENTRE: 20 } }),
    )
    const { cells, columnTotals, rowTotals } = aTable(people, 'care', { columnKey: 'dem_sex' })

    const percents = cells[0]?.map(({ ofColumn, ofRow, ofAll }) => [
      ofColumn?.percent,
      ofRow?.percent,
      ofAll?.percent,
    ])
    expect(percents).toEqual([
      [75, undefined, undefined],
      [75, 60, 45],
      [75, 40, 30],
    ])
    expect(columnTotals.map(({ count }) => count)).toEqual([200, 120, 80])
    expect(rowTotals.map(({ count }) => count)).toEqual([150, 0, 50, 0, 0])
  })

  it('tells percent of people from percent of answers', () => {
    const { cells, base } = aTable(columnsOfAlike(set({ 'FAR+COST': 60, FAR: 40 })), 'barrier')

    expect(base.valid).toBe(100)
    expect(cells.map(([cell]) => [cell?.ofColumn?.percent, cell?.ofAnswers])).toEqual([
      [100, 62.5],
      [60, 37.5],
      [0, 0],
      [0, 0],
    ])
  })

  it('adds special answers up apart, and leaves „nie wiem” out of means', () => {
    const people = columnsOfAlike([
      ...one('rate', { '1': 40, '5': 40, '-98': 20, '-99': 5, '-97': 3 }),
      [7, {}],
    ])
    const { base, means, scale } = aTable(people, 'rate')

    expect(base).toMatchObject({
      asked: 115,
      valid: 100,
      dontKnow: 20,
      refused: 5,
      notApplicable: 3,
      unanswered: 7,
    })
    expect(means?.[0]).toMatchObject({ mean: 3, count: 80, pomp: 50, net: { points: 0 } })
    expect(means?.[0]?.topTwo?.percent).toBe(50)
    expect(scale).toEqual({ from: 1, to: 5, top: [3, 4], bottom: [0, 1] })
  })

  it('puts numbers into bands that a filter does not move, with mean and quartiles', () => {
    const people = columnsOfAlike(
      by('distance', 'dem_sex', { WOMAN: { 1: 40, 4: 40 }, MAN: { 9: 40, 30: 40 } }),
    )
    const all = aTable(people, 'distance')
    const some = aTable(people, 'distance', { filter: [{ dimension: 'dem_sex', codes: ['MAN'] }] })

    expect(all.rows.map(({ label }) => label)).toEqual(['do 1', '2–4', '5–9', '10 i więcej'])
    expect(some.rows).toEqual(all.rows)
    expect(some.cells.map(([cell]) => cell?.count)).toEqual([0, 0, 40, 40])
    expect(all.means?.[0]).toMatchObject({ mean: 11, median: 6.5, lowerQuartile: 2.5, upperQuartile: 19.5 })
    expect(some.filterText).toBe('Płeć – „Mężczyzna”')
  })

  it('counts who named an option of a ranking, and crosses by the way of collecting', () => {
    const people = columnsOfAlike([
      [60, { wishes: ['DOCTOR', 'BUS'] }],
      [40, { wishes: ['CLUB'] }],
    ])
    const table = aTable(people, 'wishes', { columnKey: '@MODE' })

    expect(table.columns.map(({ code }) => code)).toEqual([null, 'CAWI'])
    expect(table.cells.map(([, cell]) => cell?.count)).toEqual([60, 60, 40])
  })

  it('is not made of texts, whole matrices and what was not asked', () => {
    const request = { columnKey: null, filter: [], weights: null, survey: aTable(women, 'dem_sex') as never }
    for (const rowKey of ['more', 'need', 'need/NOTHING', 'nothing'])
      expect(analysisTable(women, { ...request, rowKey })).toBeNull()
  })

  it('of nobody has no number that is none', () => {
    const table = aTable(tableColumns([]), 'care', { columnKey: 'dem_age' })

    expect(JSON.stringify(table)).not.toMatch(/NaN|Infinity/)
    expect(table.cells.flat().every(({ ofColumn }) => ofColumn?.percent === null)).toBe(true)
    expect(table.test).toBeNull()
  })
})

describe('a test under a table', () => {
  it('is not given where cells are sparse, a question is crossed with itself, or both have several answers', () => {
    const sparse = columnsOfAlike(
      by('care', 'dem_age', { '18_34': { FAMILY: 40, NOBODY: 2 }, '35_59': { FAMILY: 3, NOBODY: 1 } }),
    )
    const several = columnsOfAlike(sets('dem_sex', { WOMAN: { FAR: 50, COST: 40 }, MAN: { FAR: 50 } }))

    expect(aTable(sparse, 'care', { columnKey: 'dem_age' })).toMatchObject({ test: null, effect: null })
    expect(aTable(sparse, 'care', { columnKey: 'dem_age' }).notes.join(' ')).toContain('za mało osób')
    expect(aTable(women, 'dem_sex', { columnKey: 'dem_sex' }).notes.join(' ')).toContain('z nim samym')
    expect(aTable(several, 'barrier', { columnKey: 'barrier' }).test).toBeNull()
  })

  it('goes without „nie wiem” where only that is too rare, and says so', () => {
    const rare = { WOMAN: { FAMILY: 80, CENTRE: 40, '-98': 1 }, MAN: { FAMILY: 40, CENTRE: 80, '-98': 1 } }
    const table = aTable(columnsOfAlike(by('care', 'dem_sex', rare)), 'care', { columnKey: 'dem_sex' })

    expect(table.test).toMatchObject({ kind: 'PEARSON', df: 1, isSignificant: true })
    expect(table.notes.join(' ')).toContain('Test nie obejmuje odpowiedzi „nie wiem”')
  })

  it('adjusts a test for each option, one after the other', () => {
    const people = columnsOfAlike(
      sets('dem_sex', { WOMAN: { FAR: 90, 'COST+INFO': 60 }, MAN: { FAR: 40, COST: 50, INFO: 60 } }),
    )
    const { test, cells } = aTable(people, 'barrier', { columnKey: 'dem_sex' })

    expect(test).toMatchObject({ kind: 'BY_OPTION', statistic: null, isSignificant: true })
    expect(test?.adjusted?.map((p) => p !== null && p < 0.05)).toEqual([true, false, false, false])
    expect(test?.adjusted?.[3]).toBeNull()
    expect(cells.map(([, cell]) => cell?.mark)).toEqual(['ABOVE', null, null, null])
  })
})

describe('what is said under a table', () => {
  it('depends on how people were chosen', () => {
    const footer = (sampleType: 'RANDOM' | 'QUOTA' | 'OPEN_LINK') =>
      aTable(women, 'dem_sex', { survey: { sampleType, responseRate: 0.34 } }).footer.join('\n')

    expect(footer('RANDOM')).toContain('Przedział ufności 95')
    expect(footer('QUOTA')).toContain('Próba kwotowa (nielosowa). Przedziały są orientacyjne')
    expect(footer('OPEN_LINK')).toContain('Nie podajemy błędu maksymalnego.')
    expect(footer('RANDOM')).toMatch(/wśród zapisanych kontaktów: 34%/)
    expect(footer('RANDOM')).toContain('n = 400\u00a0osób')
    expect(footer('RANDOM')).toContain('Treść pytania: „Płeć”')
    expect(aTable(women, 'dem_sex', { survey: { sampleType: 'QUOTA' } }).intervalKind).toBe('MODEL')
  })

  it('does not praise a difference that rounding hides', () => {
    const table = aTable(
      columnsOfAlike(
        by('care', 'dem_age', {
          '18_34': { FAMILY: 80, CENTRE: 20 },
          '35_59': { FAMILY: 40, CENTRE: 60 },
          '60_PLUS': { FAMILY: 50, CENTRE: 50 },
        }),
      ),
      'care',
      { columnKey: 'dem_age' },
    )
    const hidden = {
      ...table,
      cells: table.cells.map((line) => line.map((cell) => ({ ...cell, ofColumn: line[0]!.ofColumn }))),
    }

    expect(tableSentences(table).join(' ')).toContain('częściej')
    expect(tableSentences(hidden).join(' ')).toContain('zbyt małe, żeby było je widać')
  })
})
