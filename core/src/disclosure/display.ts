import { asProtected, type Protected } from './brand.ts'
import { SMALLEST_BASE, type DisclosureRules } from './rules.ts'

/** Below this many people a sensitive share near 0 or 100 would tell what each of them said. */
const HOMOGENEOUS_BELOW = 30
const EXTREME = 5

const roundTo = (value: number, step: number): number => Math.round(value / step) * step

/** People behind a number, to the nearest 5 („n ≈ 310”), so that bases differing by a few people look alike. */
export function displayBase(count: number, minimum = SMALLEST_BASE): Protected<number> | null {
  return count < minimum ? null : asProtected(roundTo(count, 5))
}

/** People of the population, to the nearest 10. */
export function displayWeighted(people: number): Protected<number> {
  return asProtected(roundTo(people, 10))
}

/** To so many significant digits: 3.4567 → 3.46, 1234 → 1230. Zero stays zero. */
export function displayNumber(value: number, digits = 3): Protected<number> {
  return asProtected(Number(value.toPrecision(digits)))
}

/** A mean or a median to three significant digits: it is of at least ten people. */
export const displayMean = (value: number): Protected<number> => displayNumber(value)

/** A share as it is shown: `limit` says that it is only a bound („<5 %”, „>95 %”, „<1 %”, „>99 %”). */
export interface DisplayedShare {
  /** 0 to 100, whole. */
  readonly percent: Protected<number>
  readonly limit: 'BELOW' | 'ABOVE' | null
}

/**
 * A share in whole percent, where 0 is nobody and 100 everybody. Of a sensitive question in a group of fewer than thirty whatever is below 5 or above 95 is
 * told only as „<5 %” and „>95 %”, because there „nobody” and „everybody” are said of each person.
 *
 * @param percent - 0 to 100
 */
export function displayShare(
  percent: number,
  base: number,
  { hidesHomogeneity }: DisclosureRules,
): DisplayedShare {
  if (hidesHomogeneity && base < HOMOGENEOUS_BELOW) {
    if (percent < EXTREME) return { percent: asProtected(EXTREME), limit: 'BELOW' }
    if (percent > 100 - EXTREME) return { percent: asProtected(100 - EXTREME), limit: 'ABOVE' }
  }
  if (percent > 0 && percent < 0.5) return { percent: asProtected(1), limit: 'BELOW' }
  if (percent > 99.5 && percent < 100) return { percent: asProtected(99), limit: 'ABOVE' }
  return { percent: asProtected(Math.round(percent)), limit: null }
}
