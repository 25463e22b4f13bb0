import { ArgumentRefusedError } from './errors.ts'

/** A 95 % interval of an estimate, in the unit of the estimate. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Confidence of every interval of the product. */
export const CONFIDENCE = 0.95

/**
 * A confidence must lie between 0 and 1, both excluded: 0.95, not 95.
 *
 * @returns the confidence
 * @throws ArgumentRefusedError otherwise
 */
export function checkedConfidence(confidence: number): number {
  if (!(confidence > 0 && confidence < 1))
    throw new ArgumentRefusedError('poziom ufności musi leżeć między 0 a 1, na przykład 0,95.')
  return confidence
}

/** Effective numbers of people are products of shares; rounding is no mistake. */
const ROUNDING = 1e-9

/**
 * People with a trait among people asked, as shares need them: from 0 up, not more of them than were asked.
 *
 * @throws ArgumentRefusedError otherwise
 */
export function checkCount(successCount: number, trialCount: number): void {
  const slack = ROUNDING * trialCount
  if (!(successCount >= -slack && successCount <= trialCount + slack && Number.isFinite(trialCount)))
    throw new ArgumentRefusedError(
      `osób z cechą (${successCount}) nie może być mniej niż zero ani więcej niż zapytanych (${trialCount}).`,
    )
}

/** The probability below the upper end of a two-sided interval: 0.975. */
export const UPPER_TAIL_START = 1 - (1 - CONFIDENCE) / 2
