import { describe, expect, it } from 'vitest'
import { aQuestionnaire, matrix, multi, yesNo } from '@rozeznanie/core/testing'
import { baseSize } from './base-size.ts'
import { byFrequency, choiceBars, choiceRows } from './choice-data.ts'
import { crossedQuestions, crosstabRows } from './crosstab-data.ts'
import { intervalInWords, leadingInWords } from './figures-in-words.ts'
import { drawnRows, matrixRows, matrixSeries } from './matrix-data.ts'
import { histogramBins } from './number-data.ts'
import { byPriority, rankBars, rankRows } from './rank-data.ts'
import { filterOf, withCondition, withoutFilter, withParameter } from './results-filter.ts'

const share = (value: number) => ({ share: value, low: value - 0.05, high: value + 0.05 })
const frequency = (code: string, count: number, of: number) => ({
  code,
  label: code,
  count,
  ofRespondents: share(count / of),
  ofAnswers: null,
})

describe('how much may be said', () => {
  it.each([
    [0, 'none'],
    [9, 'counts'],
    [10, 'careful'],
    [29, 'careful'],
    [30, 'full'],
  ])('of %i people: %s', (count, size) => {
    expect(baseSize(count)).toBe(size)
  })
})

describe('answers of a choice', () => {
  const frequencies = [frequency('a', 20, 100), frequency('-98', 50, 100), frequency('b', 30, 100)]

  it('stand from the most frequent, „nie wiem” last', () => {
    expect(byFrequency(frequencies).map(({ code }) => code)).toEqual(['b', 'a', '-98'])
  })

  it('are drawn as shares with the people beside them', () => {
    const { bars, axisEnd } = choiceBars({ frequencies, validCount: 100 })

    expect(bars[0]).toEqual({ label: 'a', value: 20, valueLabel: '20,0%\u00a0(20)' })
    expect(axisEnd).toBe(60)
  })

  it('are drawn as people where there are too few for shares', () => {
    const { bars, axisEnd } = choiceBars({ frequencies: [frequency('a', 2, 3)], validCount: 3 })

    expect(bars).toEqual([{ label: 'a', value: 2, valueLabel: '2' }])
    expect(axisEnd).toBe(3)
  })

  it('have in the table their people, share and interval', () => {
    const [row] = choiceRows({ frequencies, validCount: 100, isMultiple: false })

    expect(row?.cells).toEqual(['a', '20', '20,0%', '15–25%'])
  })

  it('have in the table the share of all answers where several could be given', () => {
    const given = [{ ...frequency('a', 20, 100), ofAnswers: 0.125 }]

    expect(choiceRows({ frequencies: given, validCount: 100, isMultiple: true })[0]?.cells[4]).toBe('12,5%')
  })

  it('show no share in the table of fewer than ten people', () => {
    const [row] = choiceRows({ frequencies: [frequency('a', 2, 9)], validCount: 9, isMultiple: true })

    expect(row?.cells).toEqual(['a', '2', '–', '–', '–'])
  })
})

describe('a matrix', () => {
  const row = (key: string, validCount: number, mean: number | null = null) => ({
    key,
    label: key,
    base: { validCount },
    frequencies: [
      frequency('1', validCount / 2, validCount),
      frequency('2', validCount / 4, validCount),
      frequency('-98', validCount / 4, validCount),
    ],
    mean: mean === null ? null : { mean },
  })

  it('is drawn in the colours of its scale, „nie wiem” apart', () => {
    const series = matrixSeries([row('r1', 40)])

    expect(series.map(({ tone, values }) => [tone, values[0]])).toEqual([
      [5, 50],
      [2, 25],
      ['none', 25],
    ])
  })

  it('draws only the rows with enough people', () => {
    expect(drawnRows([row('r1', 40), row('r2', 8)]).map(({ key }) => key)).toEqual(['r1'])
  })

  it('has every row in the table, without shares where there are few people', () => {
    const [full, small] = matrixRows([row('r1', 40, 3.25), row('r2', 8, 2)])

    expect(full?.cells).toEqual(['r1', '50,0%\u00a0(20)', '25,0%\u00a0(10)', '25,0%\u00a0(10)', '40', '3,3'])
    expect(small?.cells).toEqual(['r2', '4', '2', '2', '8', '–'])
  })
})

describe('a ranking', () => {
  const rows = [
    { code: 'a', label: 'a', placeCounts: [1, 9], namedCount: 10, named: share(0.5), index: 30 },
    { code: 'b', label: 'b', placeCounts: [8, 0], namedCount: 8, named: share(0.4), index: 40 },
  ]

  it('stands from the highest priority, not from the most named', () => {
    expect(byPriority(rows).map(({ code }) => code)).toEqual(['b', 'a'])
  })

  it('has places, people, share, interval and index in the table', () => {
    expect(rankRows(rows, 20)[0]?.cells).toEqual(['a', '1', '9', '10', '50,0%', '45–55%', '30,0'])
  })

  it('is drawn as people where there are too few for shares', () => {
    expect(rankBars(rows, 9).bars[0]?.valueLabel).toBe('10')
  })
})

describe('numbers', () => {
  it('name the bars of whole numbers without overlap', () => {
    const bins = [
      { from: 0, to: 10, count: 2 },
      { from: 10, to: 20, count: 3 },
    ]

    expect(histogramBins(bins).map(({ label }) => label)).toEqual(['0–9', '10–20'])
  })

  it('write an interval in whole percent', () => {
    expect(intervalInWords({ low: 0.368, high: 0.472 })).toBe('37–47%')
    expect(intervalInWords({ low: 0.101, high: 0.099 })).toBe('10%')
  })

  it('name the leading five in the words of a chart', () => {
    const bars = ['a', 'b', 'c', 'd', 'e', 'f'].map((label) => ({ label, valueLabel: '1%' }))

    expect(leadingInWords(bars)).toBe('a 1%, b 1%, c 1%, d 1%, e 1%')
  })
})

describe('crossing two questions', () => {
  it('offers questions with options, localities and rows of matrices', () => {
    const questionnaire = aQuestionnaire([
      yesNo('a'),
      multi('m', ['1']),
      matrix('x', ['r1', 'r2'], ['1']),
      { key: 'place', type: 'LOCALITY', text: 'Gdzie?' },
      { key: 'rank', type: 'RANK', text: 'Co?', top: 3, options: [] },
      { key: 'idea', type: 'TEXT_LONG', text: 'Czego?' },
    ])

    expect(crossedQuestions(questionnaire).map(({ value }) => value)).toEqual([
      'a',
      'm',
      'x/r1',
      'x/r2',
      'place',
    ])
  })

  it('writes shares of the row, and people alone in a small row', () => {
    const rows = crosstabRows({
      rows: [
        { code: 'k', label: 'kobiety' },
        { code: 'm', label: 'mężczyźni' },
      ],
      counts: [
        [30, 10],
        [4, 1],
      ],
      rowTotals: [40, 5],
      rowShares: [
        [0.75, 0.25],
        [0.8, 0.2],
      ],
    })

    expect(rows.map(({ cells }) => cells)).toEqual([
      ['kobiety', '75,0%\u00a0(30)', '25,0%\u00a0(10)', '40'],
      ['mężczyźni', '4', '1', '5'],
    ])
  })
})

describe('the filter in the address', () => {
  const search = new URLSearchParams('plec=K&wiek=65-69&wiek=70-74&odp.serv_need/CARE=3&tabele=tak&sposob=')

  it('is read, places, traits and answers alike', () => {
    expect(filterOf(search)).toEqual([
      { dimension: 'dem_age', codes: ['65-69', '70-74'] },
      { dimension: 'dem_sex', codes: ['K'] },
      { dimension: 'serv_need/CARE', codes: ['3'] },
    ])
  })

  it('changes in one condition and keeps the rest', () => {
    const changed = withCondition(search, 'serv_need/CARE', ['4', '5'])

    expect(changed.getAll('odp.serv_need/CARE')).toEqual(['4', '5'])
    expect(changed.getAll('wiek')).toEqual(['65-69', '70-74'])
    expect(filterOf(withCondition(search, 'dem_sex', [])).map(({ dimension }) => dimension)).toEqual([
      'dem_age',
      'serv_need/CARE',
    ])
  })

  it('is cleared whole, and nothing else with it', () => {
    const cleared = withoutFilter(search)

    expect(filterOf(cleared)).toEqual([])
    expect(cleared.toString()).toBe('tabele=tak')
  })

  it('takes a word away when its value is empty', () => {
    expect(withParameter(search, 'tabele', '').has('tabele')).toBe(false)
  })
})
