import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { histogram } from './histogram.ts'

const sortedNumbers = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)

describe('histogram', () => {
  it('puts ages into round bars of twenty years', () => {
    const ages = sortedNumbers([18, 19, 23, 31, 37, 38, 44, 45, 52, 58, 61, 66, 70, 79, 85])

    const bins = histogram(ages)

    expect(bins.map((bin) => bin.from)).toEqual([0, 20, 40, 60, 80])
    expect(bins.map((bin) => bin.count)).toEqual([2, 4, 4, 4, 1])
  })

  it('never cuts whole numbers finer than one', () => {
    expect(histogram([1, 1, 2, 2, 2, 3])).toEqual([
      { from: 1, to: 2, count: 2 },
      { from: 2, to: 3, count: 3 },
      { from: 3, to: 4, count: 1 },
    ])
  })

  it('counts every value once, in bars without gaps, at most thirteen', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 100_000 }), { minLength: 1, maxLength: 300 }),
        (numbers) => {
          const bins = histogram(sortedNumbers(numbers))

          expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(numbers.length)
          expect(bins.length).toBeLessThanOrEqual(13)
          for (const bin of bins) {
            const isLast = bin === bins.at(-1)
            const inside = numbers.filter((n) => n >= bin.from && (isLast ? n <= bin.to : n < bin.to))
            expect(inside.length).toBe(bin.count)
          }
          bins.slice(1).forEach((bin, index) => expect(bin.from).toBe(bins[index]!.to))
        },
      ),
    )
  })

  it('of nothing has no bars', () => {
    expect(histogram([])).toEqual([])
  })
})
