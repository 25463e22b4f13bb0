import { describe, expect, it } from 'vitest'
import { aQuestionnaire, matrix, multi, options, single } from '../testing/index.ts'
import type { Answers, Questionnaire } from '../questionnaire/index.ts'
import { appendResponse } from './append-response.ts'
import { buildColumns, type Columns } from './columns.ts'
import { crosstab } from './crosstab.ts'
import type { ChoiceSummary, MatrixSummary, NumberSummary, RankSummary } from './model.ts'
import { netAny } from './net-any.ts'
import { summarise, summariseQuestion, surveyResults } from './summarise.ts'

function columnsOf(questionnaire: Questionnaire, responses: readonly Answers[]): Columns {
  const columns = buildColumns(questionnaire)
  for (const answers of responses) appendResponse(columns, { mode: 'CAWI', localityId: null, answers })
  return columns
}

const times = <T>(count: number, value: T): T[] => new Array<T>(count).fill(value)
const oneDecimal = (share: number | undefined) => Math.round((share ?? NaN) * 1000) / 10

describe('a choice', () => {
  // Badanie w gminie Żmigród 2014: age of 371 people of 374; the printed percentages add up to 100.1.
  it('has percentages of the people who answered: Żmigród 2014 prints 12.7 20.8 20.5 16.7 21.6 7.8', () => {
    const bands = ['18_24', '25_34', '35_44', '45_54', '55_64', '65_PLUS']
    const counts = [47, 77, 76, 62, 80, 29]
    const given = counts.flatMap((count, index) => times(count, { age: bands[index]! }))

    const columns = columnsOf(aQuestionnaire([single('age', bands)]), [...given, {}, {}, {}])
    const summary = summariseQuestion(columns, 'age', null) as ChoiceSummary

    expect(summary.base).toMatchObject({ askedCount: 374, validCount: 371, unansweredCount: 3 })
    expect(summary.frequencies.map(({ count }) => count)).toEqual(counts)
    const printed = summary.frequencies.map(({ ofRespondents }) => oneDecimal(ofRespondents?.share))
    expect(printed).toEqual([12.7, 20.8, 20.5, 16.7, 21.6, 7.8])
    expect(oneDecimal(printed.reduce((sum, share) => sum + share, 0) / 100)).toBe(100.1)
  })

  it('tells not shown from not answered, and −97 and −99 from both; −98 counts where it is offered', () => {
    const questionnaire = aQuestionnaire([
      single('car', ['yes', 'no']),
      single('fuel', ['petrol', '-98', '-97', '-99'], {
        visibleIf: "car = 'yes'",
      }),
    ])

    const columns = columnsOf(questionnaire, [
      { car: 'yes', fuel: 'petrol' },
      { car: 'yes', fuel: '-98' },
      { car: 'yes', fuel: '-97' },
      { car: 'yes', fuel: '-99' },
      { car: 'yes' },
      { car: 'no' },
      {},
    ])
    const summary = summariseQuestion(columns, 'fuel', null) as ChoiceSummary

    expect(summary.base).toEqual({
      askedCount: 5,
      validCount: 2,
      unansweredCount: 1,
      notApplicableCount: 1,
      refusedCount: 1,
    })
    expect(summary.frequencies.map(({ code, count }) => [code, count])).toEqual([
      ['petrol', 1],
      ['-98', 1],
    ])
  })

  it('has the mean of the values of its options, special codes aside', () => {
    const scale = {
      key: 'sat',
      type: 'SCALE_1_5',
      text: 'Ocena',
      options: [{ code: '-98', label: 'nie wiem' }],
    } as const

    const columns = columnsOf(aQuestionnaire([scale]), [{ sat: '2' }, { sat: '4' }, { sat: '-98' }])
    const summary = summariseQuestion(columns, 'sat', null) as ChoiceSummary

    expect(summary.base.validCount).toBe(3)
    expect(summary.mean).toMatchObject({ mean: 3, count: 2 })
    expect(summary.mean?.standardDeviation).toBeCloseTo(Math.SQRT2, 12)
  })

  it('of a scale tells its place between the ends, the two best, the two worst and their balance', () => {
    const points = ['1', '2', '3', '4', '5'].map((code) => ({ code, label: code, value: Number(code) }))
    const question = {
      key: 'rate',
      type: 'SINGLE',
      text: 'Ocena',
      options: [...points, { code: '-98', label: 'Nie wiem' }],
    } as const
    const given = ['2', '3', '3', '4', '5', '-98'].map((rate) => ({ rate }))
    const { scale } = summariseQuestion(
      columnsOf(aQuestionnaire([question]), given),
      'rate',
      null,
    ) as ChoiceSummary

    expect(scale?.pomp?.estimate).toBeCloseTo((25 + 50 + 50 + 75 + 100) / 5, 12)
    expect(scale?.topTwo?.estimate).toBeCloseTo(40, 12)
    expect(scale?.bottomTwo?.estimate).toBeCloseTo(20, 12)
    expect(scale?.net?.estimate).toBeCloseTo(20, 12)
  })

  it('of a nominal question has no mean and is no scale', () => {
    const columns = columnsOf(aQuestionnaire([single('sex', ['f', 'm'])]), [{ sex: 'f' }])

    expect(summariseQuestion(columns, 'sex', null)).toMatchObject({ mean: null, scale: null })
  })
})

describe('a multi-choice', () => {
  const questionnaire = aQuestionnaire([multi('cause', ['addiction', 'broken', 'violence'])])
  // As in a published chart of causes of children's problems: 26, 18 and 10 of 100 people, with overlap.
  const responses = [
    ...times(10, { cause: ['addiction', 'broken', 'violence'] }),
    ...times(8, { cause: ['addiction', 'broken'] }),
    ...times(8, { cause: ['addiction'] }),
    ...times(74, { cause: ['-97'] }),
  ]

  it('gives percent of respondents and of answers side by side', () => {
    const summary = summariseQuestion(columnsOf(questionnaire, responses), 'cause', null) as ChoiceSummary

    expect(summary.base).toMatchObject({ askedCount: 100, validCount: 26, notApplicableCount: 74 })
    expect(summary.frequencies.map(({ count }) => count)).toEqual([26, 18, 10])
    expect(summary.frequencies.map(({ ofRespondents }) => ofRespondents?.share)).toEqual([
      1,
      18 / 26,
      10 / 26,
    ])
    expect(summary.frequencies.map(({ ofAnswers }) => ofAnswers)).toEqual([26 / 54, 18 / 54, 10 / 54])
  })

  it('knows how many named at least one of several, which is never the sum of their shares', () => {
    const wide = aQuestionnaire([multi('cause', ['addiction', 'broken', 'violence', 'other'])])
    const everyone = responses.map((answers) => (answers.cause[0] === '-97' ? { cause: ['other'] } : answers))

    const share = netAny(columnsOf(wide, everyone), 'cause', ['addiction', 'broken', 'violence'])

    expect(share).toMatchObject({ count: 26, base: 100 })
    expect(share?.proportion?.share).toBe(0.26)
  })

  it('keeps more than 32 options apart', () => {
    const codes = Array.from({ length: 70 }, (_, index) => `c${index}`)

    const columns = columnsOf(aQuestionnaire([multi('many', codes)]), [
      { many: ['c0', 'c31', 'c32', 'c69'] },
      { many: ['c31', 'c63'] },
    ])
    const summary = summariseQuestion(columns, 'many', null) as ChoiceSummary

    const chosen = summary.frequencies
      .filter(({ count }) => count > 0)
      .map(({ code, count }) => [code, count])
    expect(chosen).toEqual([
      ['c0', 1],
      ['c31', 2],
      ['c32', 1],
      ['c63', 1],
      ['c69', 1],
    ])
    expect(netAny(columns, 'many', ['c63', 'c69'])?.count).toBe(2)
  })
})

describe('a matrix', () => {
  it('counts each row over the people who were asked that row', () => {
    const questionnaire = aQuestionnaire([
      matrix('need', ['care', 'meals'], ['1', '4']),
      matrix('quality', ['care', 'meals'], ['good', 'bad'], {
        rowVisibleIf: "need.$row = '4'",
      }),
    ])

    const columns = columnsOf(questionnaire, [
      { need: { care: '4', meals: '4' }, quality: { care: 'good' } },
      { need: { care: '4', meals: '1' }, quality: { care: 'bad' } },
      { need: { care: '1', meals: '1' } },
    ])
    const summary = summariseQuestion(columns, 'quality', null) as MatrixSummary

    expect(summary.base).toMatchObject({ askedCount: 2, validCount: 2 })
    expect(summary.rows.map(({ base }) => [base.askedCount, base.validCount])).toEqual([
      [2, 2],
      [1, 0],
    ])
    expect(summary.rows[0]?.frequencies.map(({ count }) => count)).toEqual([1, 1])
  })

  it('of several answers has percent of answers in each row', () => {
    const question = {
      key: 'who',
      type: 'MATRIX_MULTI',
      text: 'Kto?',
      rows: [{ key: 'shop', label: 'zakupy' }],
      options: options('family', 'friend'),
    } as const

    const columns = columnsOf(aQuestionnaire([question]), [
      { who: { shop: ['family', 'friend'] } },
      { who: { shop: ['family'] } },
    ])
    const summary = summariseQuestion(columns, 'who', null) as MatrixSummary

    expect(summary.isMultiple).toBe(true)
    expect(summary.rows[0]?.frequencies.map(({ ofAnswers }) => ofAnswers)).toEqual([2 / 3, 1 / 3])
  })
})

describe('a number', () => {
  it('has mean, quartiles, ends and bars; special codes are no numbers', () => {
    const question = { key: 'hours', type: 'NUMBER', text: 'Ile godzin?', unit: 'godz.' } as const

    const columns = columnsOf(aQuestionnaire([question]), [
      ...[2, 4, 4, 10].map((hours) => ({ hours })),
      { hours: '-97' },
      { hours: '-98' },
    ])
    const summary = summariseQuestion(columns, 'hours', null) as NumberSummary

    expect(summary.base).toMatchObject({
      askedCount: 6,
      validCount: 4,
      notApplicableCount: 1,
      unansweredCount: 1,
    })
    expect(summary).toMatchObject({
      unit: 'godz.',
      median: 4,
      lowerQuartile: 3,
      upperQuartile: 7,
      minimum: 2,
      maximum: 10,
    })
    expect(summary.mean?.mean).toBe(5)
    expect(summary.sum).toBe(20)
    expect(summary.bins.reduce((sum, { count }) => sum + count, 0)).toBe(4)
  })
})

describe('a ranking', () => {
  it('has 100 as the priority index of what everybody put first', () => {
    const question = {
      key: 'top',
      type: 'RANK',
      text: 'Trzy usługi',
      top: 3,
      options: options('a', 'b', 'c', 'd'),
    } as const

    const columns = columnsOf(aQuestionnaire([question]), [{ top: ['a', 'b', 'c'] }, { top: ['a', 'c'] }, {}])
    const summary = summariseQuestion(columns, 'top', null) as RankSummary

    expect(summary.base).toMatchObject({ askedCount: 3, validCount: 2, unansweredCount: 1 })
    expect(summary.rows.map(({ placeCounts }) => placeCounts)).toEqual([
      [2, 0, 0],
      [0, 1, 0],
      [0, 1, 1],
      [0, 0, 0],
    ])
    expect(summary.rows.map(({ index }) => index)).toEqual([100, (2 / 6) * 100, (3 / 6) * 100, 0])
    expect(summary.rows.map(({ named }) => named?.share)).toEqual([1, 0.5, 1, 0])
  })
})

describe('other questions', () => {
  it('count texts and consents as given or not, and leave out what only informs', () => {
    const questionnaire = aQuestionnaire([
      { key: 'note', type: 'INFO', text: 'Uwaga' },
      { key: 'agree', type: 'CONSENT', text: 'Zgoda' },
      { key: 'idea', type: 'TEXT_LONG', text: 'Pomysł' },
    ])

    const summaries = summarise(columnsOf(questionnaire, [{ agree: true, idea: 'ławka' }, { idea: ' ' }]))

    expect(
      summaries.map(({ questionKey, base }) => [questionKey, base.validCount, base.unansweredCount]),
    ).toEqual([
      ['agree', 1, 1],
      ['idea', 1, 1],
    ])
  })

  it('name localities, and leave out a retired one nobody lives in', () => {
    const questionnaire = aQuestionnaire([{ key: 'dem_locality', type: 'LOCALITY', text: 'Gdzie?' }])
    const columns = buildColumns(questionnaire, [
      { id: 'a', name: 'Bieliny' },
      { id: 'b', name: 'Huta', isRetired: true },
      { id: 'c', name: 'Lechów', isRetired: true },
    ])
    for (const id of ['a', 'a', 'c'])
      appendResponse(columns, { mode: 'PAPI', localityId: id, answers: { dem_locality: id } })
    appendResponse(columns, { mode: 'PAPI', localityId: null, answers: { dem_locality: '-99' } })

    const results = surveyResults(columns, [])
    const summary = results.summaries[0] as ChoiceSummary

    expect(summary.frequencies.map(({ label, count }) => [label, count])).toEqual([
      ['Bieliny', 2],
      ['Lechów', 1],
    ])
    expect(summary.base).toMatchObject({ validCount: 3, refusedCount: 1 })
    expect(results.modeCounts).toEqual([{ mode: 'PAPI', count: 4 }])
    expect(crosstab(columns, 'dem_locality', 'dem_locality')?.counts).toEqual([
      [2, 0],
      [0, 1],
    ])
  })
})
