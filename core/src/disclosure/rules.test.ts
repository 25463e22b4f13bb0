import { describe, expect, it } from 'vitest'
import { shown } from '../testing/index.ts'
import type { AnalysisTable } from '../analysis/index.ts'
import type { Cell, ChartSeries } from '../report/index.ts'
import type { Protected } from './brand.ts'
import { displayBase, displayMean, displayShare, displayWeighted } from './display.ts'
import { perturbCount, uniformOf } from './perturb.ts'
import { regionFigure } from './region-figure.ts'
import { rulesOf } from './rules.ts'
import { isSnapshotDue } from './snapshot.ts'

describe('numbers as they are shown', () => {
  it('have people to the nearest 5, from the least base on', () => {
    expect([9, 10, 12, 13, 308].map((count) => displayBase(count))).toEqual([null, 10, 10, 15, 310])
    expect(
      [29, 30].map((count) => displayBase(count, rulesOf({ sensitivity: 'SPECIAL_CATEGORY' }).minimumBase)),
    ).toEqual([null, 30])
  })

  it('have whole percent, means to three digits, and people of the population to the nearest 10', () => {
    expect(displayShare(42.4, 310, rulesOf())).toEqual({ percent: 42, limit: null })
    expect([displayMean(3.4567), displayMean(1234), displayWeighted(1234)]).toEqual([3.46, 1230, 1230])
  })

  it.each([
    [0, 20, { percent: 5, limit: 'BELOW' }],
    [4.9, 29, { percent: 5, limit: 'BELOW' }],
    [100, 20, { percent: 95, limit: 'ABOVE' }],
    [100, 30, { percent: 100, limit: null }],
    [50, 20, { percent: 50, limit: null }],
  ])(
    'tell %d %% of %d people of a sensitive question as a bound where it would be said of each',
    (percent, base, told) => {
      expect(displayShare(percent, base, rulesOf({ sensitivity: 'CHILD' }))).toEqual(told)
    },
  )

  it('tell nobody and everybody apart from almost', () => {
    expect([0, 0.3, 99.7, 100].map((percent) => displayShare(percent, 400, rulesOf()))).toEqual([
      { percent: 0, limit: null },
      { percent: 1, limit: 'BELOW' },
      { percent: 99, limit: 'ABOVE' },
      { percent: 100, limit: null },
    ])
  })
})

describe('a snapshot', () => {
  const before = { presentCount: 300, isFinal: false, changeCount: 0 }
  it.each([
    ['is not taken of nine answers', { countedCount: 9, isOver: false, previous: null }, false],
    ['is taken of ten', { countedCount: 10, isOver: false, previous: null }, true],
    ['is taken at the end, however few they are', { countedCount: 3, isOver: true, previous: null }, true],
    [
      'waits for ten more',
      { countedCount: 309, isOver: false, previous: { ...before, changeCount: 9 } },
      false,
    ],
    [
      'is taken after ten more',
      { countedCount: 310, isOver: false, previous: { ...before, changeCount: 10 } },
      true,
    ],
    [
      'waits in a large survey for one in a hundred',
      { countedCount: 5040, isOver: false, previous: { ...before, presentCount: 5000, changeCount: 40 } },
      false,
    ],
    [
      'leaves up to four late answers out',
      { countedCount: 304, isOver: true, previous: { ...before, changeCount: 4 } },
      false,
    ],
    [
      'takes five in at the end',
      { countedCount: 305, isOver: true, previous: { ...before, changeCount: 5 } },
      true,
    ],
    [
      'waits after the end as before it',
      { countedCount: 305, isOver: true, previous: { ...before, isFinal: true, changeCount: 9 } },
      false,
    ],
  ])('%s', (_, state, isDue) => {
    expect(isSnapshotDue(state)).toBe(isDue)
  })
})

describe('a number of the region', () => {
  const open = (peopleCount: number) => ({ peopleCount, isHidden: false })
  const hidden = (peopleCount: number) => ({ peopleCount, isHidden: true })
  it.each([
    ['all are shown', [open(300), open(200)], true],
    ['one is hidden', [open(300), open(200), hidden(8)], false],
    ['two are hidden, together of too few', [open(300), hidden(5), hidden(4)], false],
    ['two are hidden, together of enough', [open(300), hidden(8), hidden(4)], true],
    ['one is hidden and one has nobody', [open(300), hidden(12), hidden(0)], false],
  ])('when %s', (_, parts, isShown) => {
    expect(regionFigure(parts).isShown).toBe(isShown)
  })

  it('says of how many municipalities it is', () => {
    expect(regionFigure([open(300), hidden(8), hidden(4)]).coverage).toBe('1 z 3 gmin')
  })
})

describe('noise for open data', () => {
  const steps = Array.from({ length: 2000 }, (_, step) => (step + 0.5) / 2000)

  it.each([1, 3, 40])('around %d has mean 0 and variance 2, and is never negative', (count) => {
    const changes = steps.map((uniform) => perturbCount(count, uniform) - count)
    const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length
    const variance = changes.reduce((sum, change) => sum + (change - mean) ** 2, 0) / changes.length

    expect(mean).toBeCloseTo(0, 1)
    expect(variance).toBeCloseTo(2, 1)
    expect(Math.min(...changes) + count).toBeGreaterThanOrEqual(0)
  })

  it('leaves nobody nobody, and is the same for the same key', () => {
    expect(steps.map((uniform) => perturbCount(0, uniform)).every((count) => count === 0)).toBe(true)
    expect(uniformOf(new Uint8Array([128, 0, 0, 0, 0, 0, 7]))).toBe(0.5)
  })
})

describe('the brand', () => {
  it('is on nothing that has not passed this room', () => {
    const count: number = 17
    const table = {} as AnalysisTable
    // @ts-expect-error a raw count is no number of a report
    const cell: Cell = { kind: 'count', value: count }
    // @ts-expect-error nor of a chart
    const series: ChartSeries = { label: '', values: [count] }
    // @ts-expect-error a raw table is no protected one
    const raw: Protected<AnalysisTable> = table
    const fine: Cell = { kind: 'count', value: shown(count) }

    expect([cell, fine, series.values, raw]).toEqual([fine, cell, [17], table])
  })
})
