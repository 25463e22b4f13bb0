import { describe, expect, it } from 'vitest'
import { quantile } from './quantile.ts'

describe('quantile', () => {
  // R: quantile(x, p, type = 2) is the same definition for unweighted data.
  // `datasets::sleep`, group 1, sorted: quantile(…, c(.25, .5, .75), type = 2) gives −0.2, 0.35, 2.
  it.each([
    { probability: 0.25, expected: -0.2 },
    { probability: 0.5, expected: 0.35 },
    { probability: 0.75, expected: 2 },
    { probability: 0, expected: -1.6 },
    { probability: 1, expected: 3.7 },
  ])('$probability of the sleep data is $expected as in R, type 2', ({ probability, expected }) => {
    const sorted = [-1.6, -1.2, -0.2, -0.1, 0, 0.7, 0.8, 2, 3.4, 3.7]

    expect(quantile(sorted, probability)).toBeCloseTo(expected, 12)
  })

  it('takes the mean of two neighbours only at equality', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5)
    expect(quantile([1, 2, 3], 0.5)).toBe(2)
    expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.1)).toBe(1.5)
  })

  it('of nothing does not exist', () => {
    expect(quantile([], 0.5)).toBeNull()
  })
})
