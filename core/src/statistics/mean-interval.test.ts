import { describe, expect, it } from 'vitest'
import { meanInterval } from './mean-interval.ts'
import { moments } from './moments.ts'

/** Gosset's sleep data, the extra hours of the first drug: `datasets::sleep` of R, group 1. */
const SLEEP = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]

describe('mean and its interval', () => {
  it('of the sleep data are those of R: t.test(extra)', () => {
    const sleep = moments(SLEEP)!
    const interval = meanInterval(sleep)!

    expect(sleep.mean).toBeCloseTo(0.75, 12)
    expect(sleep.standardDeviation).toBeCloseTo(1.78901, 5)
    expect(interval.low).toBeCloseTo(-0.5297804, 6)
    expect(interval.high).toBeCloseTo(2.0297804, 6)
  })

  it('of two values uses 12.706, the t of one degree of freedom (any printed t table)', () => {
    const interval = meanInterval(moments([0, 2])!)!

    expect(interval.high - 1).toBeCloseTo(12.7062, 4)
  })

  it('from frequencies are those of the values written out', () => {
    expect(moments([1, 2, 5], [2, 0, 3])).toEqual(moments([1, 1, 5, 5, 5]))
  })

  it('keep their digits for large values close together (NIST StRD NumAcc4: mean 10000000.2, s 0.1)', () => {
    const values = [
      10000000.2,
      ...Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 10000000.1 : 10000000.3)),
    ]
    const result = moments(values)!

    expect(result.mean).toBeCloseTo(10000000.2, 7)
    expect(result.standardDeviation).toBeCloseTo(0.1, 7)
  })

  it('of one value has no spread, of none does not exist', () => {
    expect(moments([3])).toEqual({ count: 1, mean: 3, standardDeviation: null })
    expect(meanInterval({ count: 1, mean: 3, standardDeviation: null })).toBeNull()
    expect(moments([])).toBeNull()
  })
})
