/** A 95 % interval of an estimate, in the unit of the estimate. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Confidence of every interval of the product. */
export const CONFIDENCE = 0.95

/** The probability below the upper end of a two-sided interval: 0.975. */
export const UPPER_TAIL_START = 1 - (1 - CONFIDENCE) / 2
