import type { ReliabilityClass } from './table.ts'

/** Fewer people, or fewer effective ones, than this tell nothing of a group (NCHS). */
export const FEWEST_PEOPLE = 30

/** What decides how far a number can be trusted. */
interface Trusted {
  readonly n: number
  /** Kish's effective number. */
  readonly effective: number
  readonly standardError: number
}

interface TrustedShare extends Trusted {
  /** All 0 to 1. */
  readonly share: number
  readonly low: number
  readonly high: number
}

/** Widths of an interval of a share: too wide to be shown, narrow enough in any case, and relative to the share. */
const WIDEST = 0.3
const NARROW = 0.05
const WIDEST_RELATIVE = 1.3

const isTooFew = ({ n, effective }: Trusted) => n < FEWEST_PEOPLE || effective < FEWEST_PEOPLE

/** By the coefficient of variation; what is narrow enough is shown however small it is. */
function gradeOf(variation: number): ReliabilityClass {
  if (variation <= 0.1) return 'A'
  return variation <= 0.2 ? 'B' : 'C'
}

/**
 * The class of a share: D by the rule of the NCHS (under 30 people or effective people, an interval of 30 points or
 * more, or wider than 1.3 times the share unless it is at most 5 points wide), else A, B or C by the coefficient of
 * variation of at most 10 %, 20 % or more; 0 % that may be shown is A.
 *
 * @see Parker et al. (2017), NCHS Data Presentation Standards for Proportions, Vital Health Stat 2(175)
 */
export function shareReliability(share: TrustedShare): ReliabilityClass {
  const width = share.high - share.low
  if (isTooFew(share) || width >= WIDEST) return 'D'
  if (width > NARROW && width > WIDEST_RELATIVE * share.share) return 'D'
  return share.share > 0 ? gradeOf(share.standardError / share.share) : 'A'
}

interface TrustedMean extends Trusted {
  readonly mean: number
  /** Ends of the scale; `null` for numbers without any. */
  readonly range: { readonly from: number; readonly to: number } | null
}

/** Above this coefficient of variation a mean says nothing. */
const WORST_VARIATION = 0.33

/**
 * The class of a mean: D under 30 people or effective people or with a coefficient of variation over 33 %; on a scale
 * a mean whose standard error is small beside the scale is shown, however near to 0 it is.
 */
export function meanReliability(mean: TrustedMean): ReliabilityClass {
  if (isTooFew(mean)) return 'D'
  const { range, standardError } = mean
  const variation = standardError === 0 ? 0 : standardError / Math.abs(mean.mean)
  const isNarrow = range !== null && standardError * 4 <= NARROW * (range.to - range.from)
  return variation > WORST_VARIATION && !isNarrow ? 'D' : gradeOf(variation)
}
