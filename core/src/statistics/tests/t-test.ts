import { tTwoSidedTail } from '../distributions.ts'
import type { Estimate } from '../design/estimate.ts'
import { TestNotPossibleError } from '../errors.ts'

export interface TTest {
  readonly t: number
  readonly degreesOfFreedom: number
  readonly pValue: number
}

/**
 * Design-based t test that a linearised estimate (a mean, a difference of groups, a part against the whole, a paired
 * difference) equals `expected`: `t = (estimate − expected)/SE`.
 *
 * @param lostDegrees - 0 for one mean or a paired difference; 1 for two groups, as a regression on the group would
 *   take (R survey: svyttest)
 * To have the degrees of freedom of svyttest where answers are missing, the groups given to `meanOf` must hold only
 * those who answered.
 *
 * @returns t has the sign of `estimate − expected`; the p-value is two-sided
 * @throws TestNotPossibleError without an error or degrees of freedom, or when everybody answered the same
 * @see Korn and Graubard (1999), Analysis of Health Surveys; R survey: svyttest
 */
export function tTest(estimate: Estimate, expected = 0, lostDegrees: 0 | 1 = 0): TTest {
  const { standardError, degreesOfFreedom } = estimate
  const df = degreesOfFreedom - lostDegrees
  if (standardError === null || df < 1)
    throw new TestNotPossibleError('W próbie jest za mało wylosowanych jednostek.')
  if (standardError === 0)
    throw new TestNotPossibleError('Wszystkie odpowiedzi są jednakowe, więc nie widać ich zmienności.')
  const t = (estimate.estimate - expected) / standardError
  return { t, degreesOfFreedom: df, pValue: tTwoSidedTail(t, df) }
}
