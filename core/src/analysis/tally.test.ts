import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aQuestionnaire, multi, single } from '../testing/index.ts'
import { appendResponse } from './append-response.ts'
import { buildColumns, optionColumnOf } from './columns.ts'
import { countPairs, countWeightedPairs } from './count-pairs.ts'
import { holding, type NumberCells } from './narrow-cells.ts'
import { tally, tallyPairs, tallyWeightedPairs } from './tally.ts'

/** Few values and many: both ways of counting. */
const drawn = fc.constantFrom(3, 7, 90).chain((size) =>
  fc.record({
    size: fc.constant(size),
    people: fc.array(
      fc.record({
        row: fc.nat(size - 1),
        column: fc.nat(size - 1),
        counts: fc.boolean(),
        weight: fc.integer({ min: 0, max: 64 }).map((eighths) => eighths / 8),
      }),
      { maxLength: 60 },
    ),
    isMasked: fc.boolean(),
  }),
)

describe('counting by histograms', () => {
  it('finds what looking at each person finds, whatever the length, the mask and the number of values', () => {
    fc.assert(
      fc.property(drawn, ({ size, people, isMasked }) => {
        const rows = { cells: Uint8Array.from(people, ({ row }) => row), size }
        const columns = { cells: Uint16Array.from(people, ({ column }) => column), size }
        const bytes = isMasked ? Uint8Array.from(people, ({ counts }) => Number(counts)) : null
        const weights = Float64Array.from(people, ({ weight }) => weight)
        const scope = { length: people.length, bytes }
        const kept = people.filter(({ counts }) => !isMasked || counts)
        const expected = new Array<number>(size).fill(0)
        const pairs = new Array<number>(size * size).fill(0)
        const sums = [...pairs]
        const squares = [...pairs]
        for (const { row, column, weight } of kept) {
          const at = row * size + column
          expected[row]! += 1
          pairs[at]! += 1
          sums[at]! += weight
          squares[at]! += weight ** 2
        }
        expect([...tally(rows, scope)]).toEqual(expected)
        expect([...tallyPairs(rows, columns, scope)]).toEqual(pairs)
        const weighted = tallyWeightedPairs(rows, columns, weights, scope)
        expect([...weighted.counts]).toEqual(pairs)
        expect([...weighted.weights]).toEqual(sums)
        expect([...weighted.squares]).toEqual(squares)
      }),
    )
  })
})

describe('cells of two questions', () => {
  const codes = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1))
  const questionnaire = aQuestionnaire([
    single('one', codes(3)),
    multi('few', codes(4)),
    multi('some', codes(12)),
    multi('many', codes(40)),
  ])
  const answer = (size: number) => fc.subarray(codes(size), { minLength: 0, maxLength: 3 })
  const person = fc.record({
    one: fc.constantFrom(...codes(3)),
    few: answer(4),
    some: answer(12),
    many: answer(40),
    weight: fc.integer({ min: 1, max: 40 }).map((quarters) => quarters / 4),
  })

  it('are counted alike for one answer, for sets in one word, and for sets in several', () => {
    const key = fc.constantFrom('one', 'few', 'some', 'many')
    fc.assert(
      fc.property(fc.array(person, { maxLength: 30 }), key, key, (people, down, across) => {
        const columns = buildColumns(questionnaire)
        for (const { weight: _, ...answers } of people) {
          appendResponse(columns, { mode: 'CAWI', localityId: null, answers })
        }
        const [rows, beside] = [optionColumnOf(columns, down)!, optionColumnOf(columns, across)!]
        const weights = Float64Array.from(people, ({ weight }) => weight)
        const counted = countWeightedPairs(columns, rows, beside, { mask: null, weights })
        const chosen = (one: (typeof people)[number], asked: 'one' | 'few' | 'some' | 'many') =>
          [one[asked]].flat()
        const both = people.filter((one) => chosen(one, down).length > 0 && chosen(one, across).length > 0)
        const total = (some: typeof people) => some.reduce((sum, { weight }) => sum + weight, 0)
        expect(counted.validCount).toBe(both.length)
        expect(counted.validWeight).toBe(total(both))
        rows.dictionary.options.forEach((row, r) => {
          const inRow = both.filter((one) => chosen(one, down).includes(row.code))
          expect(counted.rowTotals[r]).toBe(inRow.length)
          expect(counted.rowWeights[r]).toBe(total(inRow))
          beside.dictionary.options.forEach((column, c) => {
            const inCell = inRow.filter((one) => chosen(one, across).includes(column.code))
            const at = r * counted.width + c
            expect([counted.cells[at], counted.weights[at]]).toEqual([inCell.length, total(inCell)])
            expect(counted.squares[at]).toBe(inCell.reduce((sum, { weight }) => sum + weight ** 2, 0))
          })
        })
        expect(countPairs(columns, rows, beside, null).cells).toEqual(counted.cells)
      }),
      { numRuns: 60 },
    )
  })
})

describe('numbers in narrow cells', () => {
  it('become as wide as the widest number needs, and keep what is there', () => {
    const widths = [7, 255, 256, 65_536, -1, 2 ** 31, 0.5].map((value) => {
      let cells: NumberCells = Uint8Array.of(1, 2, 3)
      cells = holding(cells, value)
      cells[1] = value
      expect([...cells]).toEqual([1, value, 3])
      return cells.BYTES_PER_ELEMENT
    })
    expect(widths).toEqual([1, 1, 2, 4, 4, 8, 8])
  })
})
