import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  analysisTable,
  appendResponse,
  buildColumns,
  dimensionsOf,
  type AnalysisTable,
  type Columns,
} from '../analysis/index.ts'
import { aQuestionnaire, multi, single } from '../testing/index.ts'
import { protectTable } from './protect-table.ts'
import { QueryAudit } from './query-audit.ts'
import { answeredBy, setsOfTable, standardSets } from './query-sets.ts'
import { releaseStandard, releaseTable } from './release-table.ts'
import { rulesOf } from './rules.ts'
import { outsiderProblem } from './outsider-request.ts'

const QUESTIONNAIRE = aQuestionnaire([
  single('mood', ['good', 'fair', 'bad']),
  single('care', ['yes', 'no']),
  multi('barrier', ['far', 'dear', 'none']),
  single('dem_sex', ['w', 'm']),
  single('dem_age', ['a', 'b', 'c']),
])
const SURVEY = {
  title: 'Potrzeby',
  organisationName: 'CUS',
  municipalityName: 'Busko',
  sampleType: 'OPEN_LINK' as const,
  opensOn: '2026-10-01',
  closesOn: '2026-11-01',
  asOf: '2026-11-22T10:00:00Z',
  isDemo: false,
  population: null,
  responseRate: null,
  isOfInstitutions: false,
}
type Answers = Readonly<Record<string, string | readonly string[]>>

function columnsOf(groups: readonly (readonly [number, Answers])[]): Columns {
  const columns = buildColumns(QUESTIONNAIRE)
  for (const [count, answers] of groups)
    for (let person = 0; person < count; person++)
      appendResponse(columns, { mode: 'CAWI', localityId: null, answers })
  return columns
}

function tableOf(columns: Columns, rowKey: string, columnKey: string | null = null) {
  const request = { rowKey, columnKey, filter: [], weights: null, survey: SURVEY }
  const table = analysisTable(columns, request)
  if (table === null) throw new Error(rowKey)
  return {
    table,
    request,
    protect: (rules = rulesOf(), released?: readonly boolean[]) =>
      protectTable(table, request, { rules, ...(released && { released }) }),
  }
}
const percents = ({ cells }: AnalysisTable) =>
  cells.map((line) => line.map(({ ofColumn }) => ofColumn?.percent ?? null))

describe('a table as others than the owner see it', () => {
  const columns = columnsOf([
    [40, { mood: 'good', dem_sex: 'w' }],
    [30, { mood: 'fair', dem_sex: 'w' }],
    [3, { mood: 'bad', dem_sex: 'w' }],
    [50, { mood: 'good', dem_sex: 'm' }],
    [33, { mood: 'fair', dem_sex: 'm' }],
    [36, { mood: 'bad', dem_sex: 'm' }],
  ])

  it('hides a small cell, what it could be computed from, and all that would tell of it', () => {
    const { table, protect } = tableOf(columns, 'mood', 'dem_sex')
    const told = protect()

    expect(table.test).not.toBeNull()
    expect(percents(told)).toEqual([
      [47, 55, 42],
      [33, null, null],
      [20, null, null],
    ])
    expect(told).toMatchObject({ test: null, effect: null, isProtected: true, hiddenBecause: null })
    const [bad] = told.cells[2]!.slice(1)
    expect(bad).toEqual({
      ...bad,
      ...{ count: null, weighted: null, mark: null, ofAnswers: null },
      ofRow: { percent: null, low: null, high: null, effectiveCount: null, reliability: 'D' },
    })
    expect(told.notes.join(' ')).toContain('aby nikogo nie można było rozpoznać')
  })

  it('says in its sentences and its footer nothing that its numbers do not', () => {
    const { table, protect } = tableOf(columns, 'mood', 'dem_sex')
    const words = (one: AnalysisTable) => [...one.sentences, ...one.footer].join(' ')

    expect(words(table)).toContain('n = 192')
    expect(words(protect())).toContain('n ≈ 190')
    expect(words(protect())).not.toContain('192')
  })

  it('keeps tests where nothing is hidden, with few digits', () => {
    const { protect } = tableOf(
      columnsOf([
        [40, { mood: 'good', dem_sex: 'w' }],
        [60, { mood: 'fair', dem_sex: 'w' }],
        [55, { mood: 'good', dem_sex: 'm' }],
        [45, { mood: 'fair', dem_sex: 'm' }],
      ]),
      'mood',
      'dem_sex',
    )
    const { test } = protect()

    expect(test?.statistic).toBe(Number(test?.statistic?.toPrecision(3)))
    expect(test?.p).toBe(Math.round((test?.p ?? 0) * 1000) / 1000)
  })

  it('of a question about health shows nothing of fewer than thirty people', () => {
    const sensitive = rulesOf({ sensitivity: 'SPECIAL_CATEGORY' })
    const few = tableOf(columnsOf([[29, { care: 'yes' }]]), 'care')

    expect(few.protect(sensitive)).toMatchObject({
      hiddenBecause: expect.stringContaining('Za mało odpowiedzi'),
    })
  })

  it('of a question with several answers hides who did not choose as well', () => {
    const { protect } = tableOf(
      columnsOf([
        [60, { barrier: ['far'] }],
        [38, { barrier: ['far', 'dear'] }],
        [2, { barrier: ['dear'] }],
      ]),
      'barrier',
    )

    expect(percents(protect())).toEqual([[null], [40], [0]])
  })

  it('tells no column that the audit refused', () => {
    const { protect } = tableOf(columns, 'mood', 'dem_sex')

    const told = protect(rulesOf(), [true, false, true])

    expect(told.cells.map((line) => line[1]?.ofColumn?.percent)).toEqual([null, null, null])
    expect(told.columnTotals[1]).toEqual({
      count: null,
      weighted: null,
      effectiveCount: null,
      designEffect: null,
    })
  })

  it('never tells of one to four people, nor of fewer than ten in a column', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 20, max: 60 }))
    const groups = fc.array(
      fc.tuple(count, fc.constantFrom('good', 'fair', 'bad'), fc.constantFrom('a', 'b', 'c')),
      { minLength: 3, maxLength: 9 },
    )
    fc.assert(
      fc.property(groups, (drawn) => {
        const { table, protect } = tableOf(
          columnsOf(drawn.map(([people, mood, age]) => [people, { mood, dem_age: age }])),
          'mood',
          'dem_age',
        )
        const told = protect()
        table.cells.forEach((line, row) =>
          line.forEach((cell, column) => {
            const shown = told.cells[row]?.[column]
            const people = table.columnTotals[column]?.count ?? 0
            const isSecret = people < 10 || ((cell.count ?? 0) > 0 && (cell.count ?? 0) < 5)
            expect(shown?.count ?? null).toBeNull()
            if (isSecret)
              expect([
                shown?.ofColumn?.percent ?? null,
                shown?.ofRow?.percent ?? null,
                shown?.ofAll?.percent ?? null,
              ]).toEqual([null, null, null])
          }),
        )
        const numbers = told.cells.flat().flatMap(({ ofColumn, ofRow, ofAll }) => [ofColumn, ofRow, ofAll])
        expect(numbers.every((figure) => Number.isInteger(figure?.percent ?? 0))).toBe(true)
        expect(told.columnTotals.every(({ count: people }) => (people ?? 0) % 5 === 0)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the sets behind a table', () => {
  const columns = columnsOf([
    [40, { mood: 'good', dem_sex: 'w', dem_age: 'a' }],
    [30, { dem_sex: 'w', dem_age: 'b' }],
    [50, { mood: 'good', dem_sex: 'm', dem_age: 'b' }],
    [3, { mood: 'good', dem_age: 'b' }],
  ])
  const audits = () => {
    const [people, measure] = [new QueryAudit(123), new QueryAudit(123)]
    return { people, measure, answered: answeredBy(columns, 'mood') }
  }
  const sizes = (sets: readonly Uint8Array[]) => sets.map((set) => set.reduce((sum, one) => sum + one, 0))

  it('are everybody with an answer to the columns, and each column', () => {
    const wish = { columnKey: 'dem_sex', codes: ['w', 'm'], filter: [{ dimension: 'dem_age', codes: ['b'] }] }

    expect(sizes(setsOfTable(columns, wish))).toEqual([80, 30, 50])
    expect(sizes(setsOfTable(columns, { ...wish, columnKey: null, codes: [] }))).toEqual([83])
  })

  it('begin with the standard ones, everybody first', () => {
    expect(sizes(standardSets(columns))).toEqual([123, 70, 50, 40, 83, 0])
  })

  it('refuse the last part of a whole of which one to four are in no part', () => {
    const asked = audits()
    releaseStandard(asked, standardSets(columns))

    const verdicts = releaseTable(
      asked,
      setsOfTable(columns, { columnKey: 'dem_sex', codes: ['w', 'm'], filter: [] }),
      rulesOf(),
    )

    expect(verdicts).toEqual(['refused', 'told', 'refused'])
  })

  it('count those who answered the question, not only those who were asked', () => {
    const asked = audits()
    const verdicts = releaseTable(
      asked,
      setsOfTable(columns, { columnKey: 'dem_age', codes: ['a', 'b', 'c'], filter: [] }),
      rulesOf(),
    )

    expect(verdicts).toEqual(['told', 'told', 'told', 'few'])
    expect(asked.measure.size).toBe(3)
  })
})

describe('what others may ask for', () => {
  const dimensions = dimensionsOf(columnsOf([]))
  const by = (...keys: readonly string[]) => keys.map((dimension) => ({ dimension, codes: ['w'] }))

  it.each([
    ['nothing but the question', { columnKey: null, filter: [] }, null],
    ['features of people', { columnKey: 'dem_age', filter: by('dem_sex') }, null],
    ['an answer as a column', { columnKey: 'mood', filter: [] }, 'tylko według cech'],
    ['an answer as a condition', { columnKey: null, filter: by('mood') }, 'tylko według cech'],
    ['how it was collected', { columnKey: '@MODE', filter: [] }, 'tylko według cech'],
  ])('%s', (_, wish, problem) => {
    const told = outsiderProblem(wish, dimensions)
    expect(problem === null ? told : told?.includes(problem)).toBe(problem === null ? null : true)
  })

  it('and never more than three features at once', () => {
    const many = ['dem_a', 'dem_b', 'dem_c', 'dem_d'].map((key) => ({
      key,
      label: key,
      codes: [],
      isPublished: true,
    }))
    const filter = by('dem_a', 'dem_b', 'dem_c')

    expect(outsiderProblem({ columnKey: null, filter }, many)).toBeNull()
    expect(outsiderProblem({ columnKey: 'dem_d', filter }, many)).toContain('najwyżej 3')
  })
})
