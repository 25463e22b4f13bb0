import { describe, expect, it } from 'vitest'
import { clopperPearsonInterval } from './clopper-pearson-interval.ts'
import { ArgumentRefusedError } from './errors.ts'
import { newcombeInterval } from './newcombe-interval.ts'
import { sampleSize } from './sample-size.ts'
import { wilsonInterval } from './wilson-interval.ts'

describe('intervals of a proportion', () => {
  // Newcombe (1998), Statist. Med. 17, 857–872, table I: methods 3 (Wilson) and 5 (Clopper–Pearson).
  it.each([
    { x: 81, n: 263, wilson: [0.2553, 0.3662], exact: [0.2527, 0.3676] },
    { x: 15, n: 148, wilson: [0.0624, 0.1605], exact: [0.0578, 0.1617] },
    { x: 0, n: 20, wilson: [0, 0.1611], exact: [0, 0.1684] },
    { x: 1, n: 29, wilson: [0.0061, 0.1718], exact: [0.0009, 0.1776] },
  ])('of $x in $n are those of Newcombe', ({ x, n, wilson, exact }) => {
    const w = wilsonInterval(x, n)!
    const e = clopperPearsonInterval(x, n)!

    expect([w.low, w.high, e.low, e.high].map((end) => Number(end.toFixed(4)))).toEqual([...wilson, ...exact])
  })

  it('do not exist where nobody was asked', () => {
    expect(clopperPearsonInterval(0, 0)).toBeNull()
    expect(
      newcombeInterval({ successCount: 0, trialCount: 0 }, { successCount: 1, trialCount: 2 }),
    ).toBeNull()
  })
})

describe('what an interval cannot be asked', () => {
  it('are more people with the trait than people, fewer than nobody, and a confidence of 95', () => {
    expect(() => wilsonInterval(5, 3)).toThrow('osób z cechą (5) nie może być')
    expect(() => clopperPearsonInterval(-1, 3)).toThrow(ArgumentRefusedError)
    expect(() =>
      newcombeInterval({ successCount: 1, trialCount: 2 }, { successCount: 3, trialCount: 2 }),
    ).toThrow(ArgumentRefusedError)
    expect(() => wilsonInterval(1, 3, 95)).toThrow('poziom ufności musi leżeć między 0 a 1')
    expect(() => clopperPearsonInterval(1, 3, 0)).toThrow(ArgumentRefusedError)
    expect(() => sampleSize({ margin: 0.05, confidence: 95 })).toThrow(ArgumentRefusedError)
  })

  it('is not the rounding of an effective number of people', () => {
    expect(clopperPearsonInterval(7.3 * (1 + 1e-15), 7.3)!.high).toBe(1)
  })
})

describe('interval of a difference', () => {
  // Newcombe (1998), Statist. Med. 17, 873–890, table II, method 10.
  it.each([
    { a: [56, 70], b: [48, 80], low: 0.0524, high: 0.3339 },
    { a: [9, 10], b: [3, 10], low: 0.1705, high: 0.809 },
    { a: [10, 10], b: [0, 10], low: 0.6075, high: 1 },
  ])('of $a and $b is that of Newcombe', ({ a, b, low, high }) => {
    const interval = newcombeInterval(
      { successCount: a[0]!, trialCount: a[1]! },
      { successCount: b[0]!, trialCount: b[1]! },
    )!

    expect(Number(interval.low.toFixed(4))).toBe(low)
    expect(Number(interval.high.toFixed(4))).toBe(high)
  })
})

describe('sample size', () => {
  it.each([
    { N: 3000, e: 0.05, deff: 1, n: 341 },
    { N: 3000, e: 0.05, deff: 1.3, n: 429 },
    { N: 8000, e: 0.05, deff: 1.5, n: 538 },
    { N: 20000, e: 0.03, deff: 1, n: 1014 },
    { N: 60000, e: 0.07, deff: 1, n: 196 },
  ])('of $N people for ±$e and deff $deff is $n', ({ N, e, deff, n }) => {
    expect(sampleSize({ populationSize: N, margin: e, designEffect: deff })).toBe(n)
  })

  it('of an unknown population is that of the textbooks: 385 for ±5 points (Cochran)', () => {
    expect(sampleSize({ margin: 0.05 })).toBe(385)
  })

  it('is never more than the population and refuses what makes no sense', () => {
    expect(sampleSize({ margin: 0.05, populationSize: 10, designEffect: 3 })).toBeLessThanOrEqual(10)
    expect(() => sampleSize({ margin: 0 })).toThrow(ArgumentRefusedError)
    expect(() => sampleSize({ margin: 0.05, share: 1 })).toThrow(ArgumentRefusedError)
  })
})
