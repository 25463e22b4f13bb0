import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { protectFrequencies, type CountedOption } from './protect.ts'

const option = (code: string, count: number, weighted: number): CountedOption => ({
  code,
  label: code,
  count,
  weighted,
})

const byWeight = (options: readonly CountedOption[], effective: number) => ({
  weighted: options.reduce((sum, { weighted = 0 }) => sum + weighted, 0),
  effective,
})

const percents = (options: readonly CountedOption[], isWeighted = true) => {
  const validCount = options.reduce((sum, { count }) => sum + count, 0)
  return protectFrequencies(options, {
    validCount,
    isMultiple: false,
    ...(isWeighted && { byWeight: byWeight(options, validCount / 2) }),
  })
}

describe('weighted answers for outsiders', () => {
  it('have the shares of the population among the people who answered', () => {
    const shown = percents([option('yes', 30, 10), option('no', 10, 30)])

    expect(shown.frequencies.map(({ share }) => share?.percent)).toEqual([25, 75])
    expect(shown.shareOf(['yes'])).toMatchObject({ base: 40, share: { percent: 25 } })
    expect([shown.base, shown.certainBase]).toEqual([40, 20])
  })

  it('are of who is left where some are left out', () => {
    const shown = percents([option('a', 20, 10), option('b', 20, 30), option('rest', 10, 60)])

    expect(shown.shareOf(['b'], ['rest'])).toMatchObject({ base: 40, share: { percent: 75 } })
  })

  it('are withheld where few people said so, whatever these stand for', () => {
    const shown = percents([option('a', 30, 10), option('b', 12, 30), option('few', 3, 900)])

    expect(shown.frequencies.at(-1)?.share).toBeNull()
    expect(shown.shareOf(['few'])).toBeNull()
    expect(shown.shareOf(['a', 'b'])).toBeNull()
  })

  it('are nobody and everybody only of nobody and everybody', () => {
    const all = percents([option('a', 40, 0.1 + 0.2), option('b', 0, 0)])
    const most = percents([option('a', 40, 100_000), option('b', 6, 1)])

    expect(all.frequencies.map(({ share }) => share)).toEqual([
      { percent: 100, limit: null },
      { percent: 0, limit: null },
    ])
    expect(most.frequencies.map(({ share }) => share)).toEqual([
      { percent: 99, limit: 'ABOVE' },
      { percent: 1, limit: 'BELOW' },
    ])
  })

  it('are withheld in the same places as without weights', () => {
    const anOption = fc.record({
      count: fc.integer({ min: 0, max: 60 }),
      weight: fc.double({ min: 0.3, max: 3, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(anOption, { minLength: 2, maxLength: 6 }), (drawn) => {
        const options = drawn.map(({ count, weight }, at) => option(`o${at}`, count, count * weight))
        const hidden = (isWeighted: boolean) =>
          percents(options, isWeighted).frequencies.map(({ share }) => share === null)
        expect(hidden(true)).toEqual(hidden(false))
      }),
    )
  })
})
