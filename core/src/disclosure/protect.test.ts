import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Frequency } from '../analysis/index.ts'
import { protectFrequencies } from './protect.ts'
import { suppress, type CountTable } from './suppression.ts'

const frequencies = (counts: readonly number[]): Frequency[] =>
  counts.map((count, index) => ({
    code: `${index}`,
    label: `${index}`,
    count,
    ofRespondents: null,
    ofAnswers: null,
  }))

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

function aTable(counts: readonly (readonly number[])[]): CountTable {
  const rowTotals = counts.map(sum)
  const columnTotals = counts[0]!.map((_, column) => sum(counts.map((line) => line[column]!)))
  const isNotMultiple = { isRowMultiple: false, isColumnMultiple: false }
  return { counts, rowTotals, columnTotals, validCount: sum(rowTotals), ...isNotMultiple }
}

/** The counts that may be told. */
function told(table: CountTable, before?: Parameters<typeof suppress>[1]) {
  const hidden = suppress(table, before)
  return table.counts.map((line, row) =>
    line.map((count, column) => (hidden.cells[row]![column] ? null : count)),
  )
}

/** The counts whose shares are shown; the others are `null`. */
const shown = (counts: readonly number[], isMultiple = false, validCount = sum(counts)) =>
  protectFrequencies(frequencies(counts), { validCount, isMultiple }).frequencies.map(({ share }, index) =>
    share === null ? null : counts[index]!,
  )

describe('frequencies that leave the organisation', () => {
  it.each([
    { why: 'nothing is small', counts: [20, 30, 0], expected: [20, 30, 0] },
    { why: 'one small cell takes the next smallest along', counts: [3, 8, 40], expected: [null, null, 40] },
    {
      why: 'two small cells of three people are still too few',
      counts: [1, 2, 9, 40],
      expected: [null, null, null, 40],
    },
    {
      why: 'two small cells that leave room guard each other',
      counts: [4, 3, 9, 40],
      expected: [null, null, 9, 40],
    },
    { why: 'a yes/no question is hidden whole', counts: [3, 97], expected: [null, null] },
    { why: 'fewer than ten people answered', counts: [0, 9], expected: [null, null] },
  ])('when $why: $counts → $expected', ({ counts, expected }) => {
    expect(shown(counts)).toEqual(expected)
  })

  it('of a multi-choice hide few who chose and few who did not', () => {
    expect(shown([3, 50, 97, 100, 0], true, 100)).toEqual([null, 50, null, 100, 0])
  })

  it('never leave a small count within a range of four of any reader who knows the base', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 8 }), (counts) => {
        const visible = shown(counts)
        const hiddenSum = sum(counts.filter((_, index) => visible[index] === null))
        const hiddenCount = visible.filter((count) => count === null).length

        counts.forEach((count, index) => {
          if (count < 1 || count > 4) return
          expect(visible[index]).toBeNull()
          if (sum(counts) >= 10) expect(hiddenCount > 1 ? hiddenSum : 0).toBeGreaterThanOrEqual(4)
        })
      }),
    )
  })
})

/** Whole tables that fit what is shown, found by trying: the range of one hidden cell, once it is wide enough. */
function rangeOf(
  table: CountTable,
  hidden: readonly (readonly (number | null)[])[],
  row: number,
  column: number,
): number {
  const found = { low: Infinity, high: -Infinity }
  const cells = hidden.flatMap((line, r) =>
    line.flatMap((count, c) => (count === null ? [[r, c] as const] : [])),
  )
  const trial = table.counts.map((line) => [...line])
  for (const [r, c] of cells) trial[r]![c] = 0
  const rowLeft = table.rowTotals.map((total, r) => total - sum(trial[r]!))
  const columnLeft = table.columnTotals.map((total, c) => total - sum(trial.map((line) => line[c]!)))
  const width = () => Math.max(0, found.high - found.low)
  const place = (index: number, own: number) => {
    if (width() >= 4) return
    if (index === cells.length) {
      if ([...rowLeft, ...columnLeft].some((left) => left !== 0)) return
      found.low = Math.min(found.low, own)
      found.high = Math.max(found.high, own)
      return
    }
    const [r, c] = cells[index]!
    const isLastOfRow = cells[index + 1]?.[0] !== r
    const most = Math.min(rowLeft[r]!, columnLeft[c]!)
    for (let value = isLastOfRow ? rowLeft[r]! : 0; value <= most; value++) {
      rowLeft[r]! -= value
      columnLeft[c]! -= value
      place(index + 1, r === row && c === column ? value : own)
      rowLeft[r]! += value
      columnLeft[c]! += value
    }
  }
  place(0, -1)
  return width()
}

describe('a crosstab that leaves the organisation', () => {
  it('hides a small cell together with a rectangle that guards it', () => {
    const table = aTable([
      [3, 20, 30],
      [20, 8, 30],
      [30, 30, 30],
    ])

    expect(told(table)).toEqual([
      [null, null, 30],
      [null, null, 30],
      [30, 30, 30],
    ])
    expect(suppress(table).rowTotals).toEqual([false, false, false])
  })

  it('leaves a table without small cells as it is', () => {
    const table = aTable([
      [10, 20],
      [0, 40],
    ])

    expect(told(table)).toEqual(table.counts)
  })

  it('hides both rows of a question with two answers', () => {
    expect(
      told(
        aTable([
          [3, 30, 40, 20],
          [30, 20, 30, 50],
        ]),
      ),
    ).toEqual([
      [null, null, 40, 20],
      [null, null, 30, 50],
    ])
  })

  it('hides, with a column of too few people, another from which it could be computed', () => {
    const table = aTable([
      [3, 30, 40],
      [5, 20, 30],
      [0, 20, 30],
    ])

    expect(told(table, { fewIn: [true, false, false] })).toEqual([
      [null, null, 40],
      [null, null, 30],
      [null, null, 30],
    ])
  })

  it('asks for no further guard of a column that the audit refused', () => {
    const table = aTable([
      [30, 30, 40],
      [50, 20, 30],
    ])

    expect(told(table, { refused: [true, false, false] })).toEqual([
      [null, 30, 40],
      [null, 20, 30],
    ])
  })

  it('leaves every small cell a range of at least four, by trying all tables that fit', () => {
    const cell = fc.oneof(fc.integer({ min: 5, max: 7 }), fc.integer({ min: 0, max: 4 }))
    const tables = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 3 })
    fc.assert(
      fc.property(tables, (counts) => {
        const table = aTable(counts)
        fc.pre(table.validCount >= 10)
        const { rowTotals, columnTotals } = suppress(table)
        const guarded = told(table)
        const hasAllTotals = ![...rowTotals, ...columnTotals].some(Boolean)
        table.counts.forEach((line, r) =>
          line.forEach((count, c) => {
            if (count < 1 || count > 4) return
            expect(guarded[r]![c]).toBeNull()
            if (hasAllTotals) expect(rangeOf(table, guarded, r, c)).toBeGreaterThanOrEqual(4)
          }),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('of a multi-choice hides cells that tell of a few people, on either side', () => {
    const table: CountTable = {
      ...aTable([
        [30, 28],
        [12, 2],
      ]),
      isRowMultiple: true,
      rowTotals: [58, 14],
      columnTotals: [32, 29],
      validCount: 61,
    }

    expect(suppress(table).rowTotals).toEqual([true, false])
    expect(told(table)).toEqual([
      [null, null],
      [null, null],
    ])
  })
})
