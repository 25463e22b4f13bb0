import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRecipe } from '../weighting/index.ts'
import {
  aMargin,
  aQuestionnaire,
  aRecipe,
  aTable,
  by,
  columnsOfAlike,
  columnsOfPeople,
  matrix,
  multi,
  number,
  options,
  single,
} from '../testing/index.ts'
import type { Answers } from '../questionnaire/index.ts'
import { appendResponse } from './append-response.ts'
import { buildColumns, type Columns } from './columns.ts'
import { crosstab } from './crosstab.ts'
import type { ChoiceSummary, MatrixSummary, NumberSummary, RankSummary } from './model.ts'
import { summarise, surveyResults } from './summarise.ts'
import type { AppliedWeights } from './weights.ts'

/** These weights as a version without margins: errors as of fixed weights. */
function fixed(weights: readonly number[]): AppliedWeights {
  const applied = applyRecipe(
    columnsOfPeople([{ count: 2, sex: 'WOMAN' }]),
    aRecipe([aMargin('dem_sex', { WOMAN: 2 })], { name: 'Na próbę' }),
    { number: 1, createdOn: '2026-11-22' },
  )
  return { ...applied, weights: Float64Array.from(weights), basis: null, responseCount: weights.length }
}

const questionnaire = aQuestionnaire([
  single('car', ['yes', 'no']),
  multi('barrier', ['far', 'costs']),
  matrix('rows', ['bus', 'train'], ['often', 'never']),
  number('hours'),
  { key: 'top', type: 'RANK', text: 'Co najważniejsze?', top: 2, options: options('a', 'b', 'c') },
  {
    key: 'scale',
    type: 'SINGLE',
    text: 'Ocena',
    options: [1, 2, 3].map((value) => ({ code: `s${value}`, label: `${value}`, value })),
  },
])

function columnsOf(people: readonly Answers[]): Columns {
  const columns = buildColumns(questionnaire)
  for (const answers of people) appendResponse(columns, { mode: 'CAWI', localityId: null, answers })
  return columns
}

const ONE = {
  car: 'yes',
  barrier: ['far'],
  rows: { bus: 'often', train: 'never' },
  hours: 2,
  top: ['a', 'b'],
  scale: 's1',
} as const
const OTHER = {
  car: 'no',
  barrier: ['far', 'costs'],
  rows: { bus: 'never', train: 'never' },
  hours: 6,
  top: ['b'],
  scale: 's3',
} as const

describe('results by weights, of three people of weight 1 and one of weight 3', () => {
  const columns = columnsOf([ONE, ONE, ONE, OTHER])
  const results = surveyResults(columns, [], fixed([1, 1, 1, 3]))
  const find = (key: string) => results.summaries.find(({ questionKey }) => questionKey === key)

  it('have shares of the population and counts of people', () => {
    const { frequencies, base } = find('car') as ChoiceSummary

    expect(base).toMatchObject({ validCount: 4, weighted: 6, effective: 3 })
    expect(frequencies.map(({ count, weighted }) => [count, weighted])).toEqual([
      [3, 3],
      [1, 3],
    ])
    expect(frequencies.map(({ ofRespondents }) => ofRespondents?.share)).toEqual([0.5, 0.5])
  })

  it('have shares of people and of answers where several are allowed', () => {
    const { frequencies } = find('barrier') as ChoiceSummary

    expect(frequencies.map(({ ofRespondents, ofAnswers }) => [ofRespondents?.share, ofAnswers])).toEqual([
      [1, 6 / 9],
      [0.5, 3 / 9],
    ])
  })

  it('have weighted rows of a matrix', () => {
    const { rows } = find('rows') as MatrixSummary

    expect(rows.map((row) => row.frequencies.map(({ ofRespondents }) => ofRespondents?.share))).toEqual([
      [0.5, 0.5],
      [0, 1],
    ])
  })

  it('have the mean and the median of a number, and the mean and the points of a scale', () => {
    const hours = find('hours') as NumberSummary
    const scale = find('scale') as ChoiceSummary

    expect(hours.mean).toMatchObject({ mean: 4, count: 4 })
    expect(hours.median).toBe(4)
    expect(hours.bins.reduce((sum, { weighted }) => sum + (weighted ?? NaN), 0)).toBe(6)
    expect(scale.mean).toMatchObject({ mean: 2, count: 4 })
    expect(scale.scale?.pomp?.estimate).toBe(50)
  })

  it('have who named an option of a ranking and its index', () => {
    const { rows } = find('top') as RankSummary

    expect(rows.map(({ namedCount, named, index }) => [namedCount, named?.share, index])).toEqual([
      [3, 0.5, 50],
      [4, 1, 75],
      [0, 0, 0],
    ])
  })

  it('name their weights, and keep to the people of a filter', () => {
    const women = surveyResults(columns, [{ dimension: 'car', codes: ['no'] }], fixed([1, 1, 1, 3]))

    expect(results.weightVersion).toEqual({ number: 1, name: 'Na próbę' })
    expect(results.footer[0]).toContain('„Na próbę”')
    expect(women.summaries.find(({ questionKey }) => questionKey === 'hours')).toMatchObject({
      mean: { mean: 6, count: 1 },
    })
    expect(surveyResults(columns, [])).toMatchObject({ weightVersion: null, footer: [] })
  })

  it('have shares of each row and column of a crosstab', () => {
    const table = crosstab(columns, 'barrier', 'car', null, fixed([1, 1, 1, 3]))

    expect(table?.counts).toEqual([
      [3, 1],
      [0, 1],
    ])
    expect(table?.rowShares).toEqual([
      [0.5, 0.5],
      [0, 1],
    ])
    expect(table?.byWeight).toMatchObject({ columnTotals: [3, 3], columnSquares: [3, 9] })
  })
})

const aPerson: fc.Arbitrary<Answers> = fc.record(
  {
    car: fc.constantFrom('yes', 'no'),
    barrier: fc.subarray(['far', 'costs'], { minLength: 1 }),
    hours: fc.integer({ min: 0, max: 40 }),
    top: fc.constantFrom(['a'], ['b', 'c'], ['c', 'a']),
    scale: fc.constantFrom('s1', 's2', 's3'),
  },
  { requiredKeys: [] },
)

/** Shares, means and medians, whatever their intervals. */
function figuresOf(columns: Columns, weights: AppliedWeights | null) {
  return summarise(columns, null, weights).map((summary) => {
    switch (summary.kind) {
      case 'CHOICE':
        return [
          ...summary.frequencies.map(({ ofRespondents, ofAnswers }) => [ofRespondents?.share, ofAnswers]),
          summary.mean?.mean,
          summary.mean?.standardDeviation,
        ]
      case 'NUMBER':
        return [summary.mean?.mean, summary.median, summary.lowerQuartile, summary.upperQuartile]
      case 'RANK':
        return summary.rows.map(({ named, index }) => [named?.share, index])
      default:
        return []
    }
  })
}

const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'number' ? Math.round(inner * 1e6) / 1e6 + 0 : inner,
    ),
  )

describe('equal weights', () => {
  it('change no share, mean, quartile and index', () => {
    fc.assert(
      fc.property(
        fc.array(aPerson, { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0.5, max: 50, noNaN: true }),
        (people, weight) => {
          const columns = columnsOf(people)
          const weights = fixed(people.map(() => weight))
          expect(rounded(figuresOf(columns, weights))).toEqual(rounded(figuresOf(columns, null)))
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('the interval of a weighted share', () => {
  it('is that of the same share in the workbench', () => {
    const columns = columnsOfAlike(
      by('care', 'dem_sex', { WOMAN: { FAMILY: 60, CENTRE: 20 }, MAN: { FAMILY: 30, CENTRE: 50 } }),
    )
    const recipe = aRecipe([aMargin('dem_sex', { WOMAN: 700, MAN: 300 })])
    const weights = applyRecipe(columns, recipe, { number: 1, createdOn: '2026-11-22' })
    const summary = summarise(columns, null, weights).find(({ questionKey }) => questionKey === 'care')
    const figure = aTable(columns, 'care', { weights, survey: { sampleType: 'OPEN_LINK' } }).cells[0]?.[0]
      ?.ofColumn
    const share = (summary as ChoiceSummary).frequencies[0]?.ofRespondents

    expect(share?.share).toBeCloseTo(0.7 * (60 / 80) + 0.3 * (30 / 80), 10)
    expect(share?.low).toBeCloseTo((figure?.low ?? NaN) / 100, 10)
    expect(share?.high).toBeCloseTo((figure?.high ?? NaN) / 100, 10)
  })
})
