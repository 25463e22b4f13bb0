import { describe, expect, it } from 'vitest'
import { cronbachAlpha } from './cronbach-alpha.ts'
import { ArgumentRefusedError, NothingToEstimateError } from './errors.ts'

const item = (...answers: number[]) => Float64Array.from(answers)

describe("Cronbach's alpha", () => {
  it('of two items of equal variance is 2r/(1 + r) (Spearman–Brown)', () => {
    const found = cronbachAlpha([item(1, 2, 3, 4), item(1, 3, 2, 4)])!

    // r = 0.8
    expect(found.alpha).toBeCloseTo(1.6 / 1.8, 12)
    expect(found.standardisedAlpha).toBeCloseTo(1.6 / 1.8, 12)
    expect(found.items).toEqual([
      { alphaIfDeleted: null, itemRestCorrelation: expect.closeTo(0.8, 12) },
      { alphaIfDeleted: null, itemRestCorrelation: expect.closeTo(0.8, 12) },
    ])
  })

  it('has the interval of Feldt', () => {
    const found = cronbachAlpha([item(1, 2, 3, 4), item(1, 3, 2, 4)])!

    // SciPy 1.17: 1 − (1 − α)·f.ppf([0.975, 0.025], 3, 3)
    expect(found.interval!.low).toBeCloseTo(-0.7154647087496979, 10)
    expect(found.interval!.high).toBeCloseTo(0.9928033034143012, 10)
  })

  it('is listwise: who left one out is left out', () => {
    const complete = cronbachAlpha([item(1, 2, 3, 4, 5), item(2, 2, 4, 4, 4), item(1, 3, 3, 5, 4)])
    const gaps = cronbachAlpha([
      item(1, 2, 3, 4, 5, Number.NaN),
      item(2, 2, 4, 4, 4, 1),
      item(1, 3, 3, 5, 4, 2),
    ])

    expect(gaps).toEqual(complete)
  })

  it('with equal weights is the same, with whole weights that of people written out but for n', () => {
    const items = [item(1, 2, 3, 4), item(2, 2, 4, 3)]
    const plain = cronbachAlpha(items)!
    const written = cronbachAlpha(items.map((column) => item(...column, ...column.subarray(2))))!

    expect(cronbachAlpha(items, { weights: [3, 3, 3, 3] })!.alpha).toBeCloseTo(plain.alpha, 12)
    expect(cronbachAlpha(items, { weights: [1, 1, 2, 2] })!.alpha).toBeCloseTo(written.alpha, 12)
    expect(cronbachAlpha([item(1, 2, 9), item(2, 4, 0)], { weights: [1, 1, 0] })!.n).toBe(2)
  })

  it('hints at a reversed question', () => {
    const items = [item(1, 2, 3, 4, 5), item(2, 2, 3, 5, 5), item(5, 4, 3, 2, 1)]

    expect(cronbachAlpha(items)!.mayHaveReversedItems).toBe(true)
    expect(cronbachAlpha([items[0]!, items[1]!])!.mayHaveReversedItems).toBe(false)
  })

  it('of one question does not exist', () => {
    expect(cronbachAlpha([item(1, 2, 3)])).toBeNull()
  })

  it('has no correlation with an item that does not vary, and no NaN anywhere', () => {
    const found = cronbachAlpha([item(1, 2, 4), item(0.1, 0.1, 0.1), item(2, 3, 3)])!

    expect(found.items[1]!.itemRestCorrelation).toBeNull()
    expect(found.standardisedAlpha).toBeNull()
    expect(JSON.stringify(found)).not.toContain('NaN')
  })

  it('is refused without two complete answers or without any difference', () => {
    expect(() => cronbachAlpha([item(1, Number.NaN), item(Number.NaN, 2)])).toThrow(NothingToEstimateError)
    expect(() => cronbachAlpha([item(0.1, 0.1, 0.1), item(0.3, 0.3, 0.3)])).toThrow('taka sama')
    expect(() => cronbachAlpha([item(0.1, 0.2, 0.4), item(0.9, 0.8, 0.6)])).toThrow('taka sama')
    expect(() => cronbachAlpha([item(1, 2), item(1)])).toThrow(ArgumentRefusedError)
  })
})
