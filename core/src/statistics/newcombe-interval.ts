import { CONFIDENCE, type Interval } from './interval.ts'
import { wilsonInterval } from './wilson-interval.ts'

/** People with a trait among people asked. */
export interface Count {
  readonly successCount: number
  readonly trialCount: number
}

/**
 * Interval of the difference of two independent proportions from their Wilson intervals (Newcombe's method 10):
 * `d − √((p₁ − l₁)² + (u₂ − p₂)²)` to `d + √((u₁ − p₁)² + (p₂ − l₂)²)`.
 *
 * @returns shares −1 to 1; null when nobody was asked in a group
 * @throws ArgumentRefusedError for more people with the trait than asked, or a confidence outside of 0 to 1
 * @see Newcombe (1998), Statist. Med. 17
 */
export function newcombeInterval(
  first: Count,
  second: Count,
  confidence: number = CONFIDENCE,
): (Interval & { readonly difference: number }) | null {
  const a = wilsonInterval(first.successCount, first.trialCount, confidence)
  const b = wilsonInterval(second.successCount, second.trialCount, confidence)
  if (!a || !b) return null
  const shareA = first.successCount / first.trialCount
  const shareB = second.successCount / second.trialCount
  const difference = shareA - shareB
  return {
    difference,
    low: difference - Math.hypot(shareA - a.low, b.high - shareB),
    high: difference + Math.hypot(a.high - shareA, shareB - b.low),
  }
}
