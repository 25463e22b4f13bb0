import { describe, expect, it } from 'vitest'
import { questionnaireLibrary } from '../questionnaire/library/index.ts'
import { meanInterval, moments, wilsonInterval } from '../statistics/index.ts'
import { aQuestionnaire, matrix } from '../testing/index.ts'
import { appendResponse } from './append-response.ts'
import { buildColumns, type Columns } from './columns.ts'
import { needsIndex, overallNeed } from './needs-index.ts'

const RESIDENTS = questionnaireLibrary.find(({ key }) => key === 'RES')!

function filled(columns: Columns, responses: readonly Record<string, unknown>[]): Columns {
  for (const answers of responses)
    appendResponse(columns, { mode: 'CAWI', localityId: null, answers: answers as never })
  return columns
}

const everybody = (columns: Columns) => ({ columns, mask: null, weights: null, drawnFrom: null })

/** The levels in turn, so many times each. */
function levels(counts: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(counts).flatMap(([level, count]) => Array.from({ length: count }, () => level))
}

describe('the needs index', () => {
  const meals = levels({ '1': 40, '3': 30, '4': 10, '5': 20, '-98': 20 })
  const legal = levels({ '1': 90, '3': 2, '4': 8, '-98': 20 })
  const columns = filled(
    buildColumns(RESIDENTS),
    meals.map((level, at) => ({ serv_need: { LEGAL: legal[at], MEALS: level } })),
  )
  const index = needsIndex(everybody(columns), 5000)!
  const [first, second] = index.services

  it('takes need, what is met of it and the gap from the levels, without those who do not know', () => {
    const gaps = levels({ '1': 40, '3': 30, '4': 10, '5': 20 }).map(
      (level) => ({ '3': 100, '5': 50 })[level] ?? 0,
    )
    const expected = meanInterval(moments(gaps)!)!

    expect(first).toMatchObject({
      rowKey: 'MEALS',
      need: { estimate: 60, n: 100 },
      availability: { estimate: 20 },
    })
    expect(first?.gap.estimate).toBeCloseTo(40, 12)
    expect(first?.gap.low).toBeCloseTo(expected.low, 1)
    expect(first?.gap.high).toBeCloseTo(expected.high, 1)
  })

  it('gives unmet need as a share of those in need', () => {
    expect(first?.unmet).toMatchObject({ n: 60 })
    expect(first?.unmet.estimate).toBeCloseTo((100 * 50) / 60, 12)
  })

  it('puts the larger gap first, with the places that the intervals allow', () => {
    expect(index.services.map(({ rowKey }) => rowKey).slice(0, 2)).toEqual(['MEALS', 'LEGAL'])
    expect([first?.places, second?.places]).toEqual([
      { from: 1, to: 1 },
      { from: 2, to: 2 },
    ])
  })

  it('lists only services that surely lack, with people of the population in tens', () => {
    const { low, high } = wilsonInterval(50, 100)!
    const inTens = (share: number) => Math.round((5000 * share) / 10) * 10

    expect(first).toMatchObject({ priority: 1, unmetPeople: { from: inTens(low), to: inTens(high) } })
    expect(second?.unmetPeople).toBeNull()
    expect(second?.gap.low).toBe(0)
    expect(second?.priority).toBeNull()
  })

  it('knows nothing of services that nobody answered for', () => {
    const nursery = index.services.find(({ rowKey }) => rowKey === 'NURSERY')
    expect(nursery).toMatchObject({ gap: { estimate: null, n: 0 }, places: null, priority: null })
  })

  it('is nothing where needs are not asked for', () => {
    expect(needsIndex(everybody(buildColumns(aQuestionnaire([]))), null)).toBeNull()
  })
})

describe('the needs index of two scales', () => {
  const points = ['1', '2', '3', '4', '5'].map((code) => ({ code, label: code, value: Number(code) }))
  const asked = aQuestionnaire([
    { ...matrix('important', ['care'], []), options: points } as never,
    { ...matrix('there', ['care'], []), options: points } as never,
  ])
  const questions = { needKey: 'important', availabilityKey: 'there' }
  const pairs = [
    ...Array.from({ length: 30 }, () => ['5', '2']),
    ...Array.from({ length: 10 }, () => ['4', '4']),
  ]
  const columns = filled(buildColumns(asked), [
    ...pairs.map(([one, other]) => ({ important: { care: one }, there: { care: other } })),
    { important: { care: '5' } },
  ])

  it('pairs the answers of the same people, by the ends of the scales', () => {
    const [care] = needsIndex(everybody(columns), null, questions)!.services

    expect(care?.gap.n).toBe(40)
    expect(care?.need.estimate).toBeCloseTo((30 * 100 + 10 * 75) / 40, 12)
    expect(care?.gap.estimate).toBeCloseTo((30 * 75 + 0) / 40, 12)
    expect(care?.unmet.estimate).toBeCloseTo(75, 12)
  })
})

describe('the index over all services', () => {
  it('is the mean of a person’s gaps, for people who answered for 60 % of the services', () => {
    const document = aQuestionnaire([matrix('serv_need', ['a', 'b', 'c'], ['1', '2', '3', '4', '5'])])
    const columns = filled(buildColumns(document), [
      ...Array.from({ length: 20 }, () => ({ serv_need: { a: '3', b: '3', c: '1' } })),
      ...Array.from({ length: 20 }, () => ({ serv_need: { a: '5', b: '1' } })),
      ...Array.from({ length: 9 }, () => ({ serv_need: { a: '3' } })),
    ])
    const overall = overallNeed(everybody(columns))

    expect(overall?.index.n).toBe(40)
    expect(overall?.index.estimate).toBeCloseTo((20 * (200 / 3) + 20 * 25) / 40, 10)
    expect(overall?.alpha).toBeNull()
  })

  it('tells the alpha of the services', () => {
    const document = aQuestionnaire([matrix('serv_need', ['a', 'b'], ['1', '3'])])
    const same = (level: string) => ({ serv_need: { a: level, b: level } })
    const columns = filled(buildColumns(document), [
      ...Array.from({ length: 20 }, () => same('1')),
      ...Array.from({ length: 20 }, () => same('3')),
    ])

    expect(overallNeed(everybody(columns))?.alpha?.alpha).toBeCloseTo(1, 12)
  })
})
