import { describe, expect, it } from 'vitest'
import {
  chiSquareUpperTail,
  fQuantile,
  fUpperTail,
  normalTwoSidedTail,
  tMultiplier,
  tTwoSidedTail,
} from './distributions.ts'

/** Of the same relative size: p-values of 1e-219 differ by nothing absolutely. */
const relative = (found: number, expected: number) => Math.abs(found / expected - 1)

describe('tails', () => {
  // SciPy 1.17: chi2.sf, f.sf, 2·t.sf, 2·norm.sf
  it.each([
    { name: 'χ² far out', found: chiSquareUpperTail(1000, 1), expected: 1.7958327848007363e-219 },
    { name: 'χ² with broken degrees', found: chiSquareUpperTail(3.2, 2.5), expected: 0.2797151516381101 },
    { name: 'F', found: fUpperTail(50, 2, 49), expected: 1.468048435672227e-12 },
    { name: 'F with broken degrees', found: fUpperTail(3.1, 1.89, 92.66), expected: 0.05256890119053343 },
    { name: 't far out', found: tTwoSidedTail(40, 30), expected: 1.3726045194406417e-27 },
    { name: 't', found: tTwoSidedTail(-2.1, 7), expected: 0.07387119621292265 },
    { name: 'normal far out', found: normalTwoSidedTail(-30), expected: 9.813427854295816e-198 },
  ])('of $name keep their digits', ({ found, expected }) => {
    expect(relative(found, expected)).toBeLessThan(1e-10)
  })

  it('start at 1', () => {
    expect([chiSquareUpperTail(0, 3), fUpperTail(0, 2, 5), tTwoSidedTail(0, 4)]).toEqual([1, 1, 1])
  })

  it('multiply by 12.706 with one degree of freedom (any printed t table)', () => {
    expect(tMultiplier(0.95, 1)).toBeCloseTo(12.7062047361747, 9)
  })

  // SciPy 1.17: f.ppf([0.025, 0.975], 29, 174)
  it('give quantiles of F on both sides', () => {
    expect(fQuantile(0.025, 29, 174)).toBeCloseTo(0.5369655425274906, 12)
    expect(fQuantile(0.975, 29, 174)).toBeCloseTo(1.6615384170288148, 12)
  })
})
