import { wilsonInterval } from '../statistics/index.ts'
import type { Proportion } from './model.ts'

/** A share of people with its 95 % Wilson interval, 0 to 1; `null` where nobody stands behind it. */
export function proportion(count: number, base: number): Proportion | null {
  const interval = wilsonInterval(count, base)
  return interval === null ? null : { share: count / base, ...interval }
}
