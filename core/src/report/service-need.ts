import type { MatrixRowSummary } from '../analysis/index.ts'
import { SMALLEST_SHOWN } from '../disclosure/index.ts'
import { DONT_KNOW } from '../questionnaire/index.ts'
import { roundTo } from './format-number.ts'
import type { ChartTone } from './model.ts'
import { showDistribution, type ShownFrequency } from './shown-frequency.ts'
import { MINIMUM_BASE } from './withhold.ts'

/** Codes of the scale `SC_NEED4`. */
const NOT_NEEDED = '1'
const LATER = '2'
const NOT_USED = '3'
const ENOUGH = '4'
const NOT_ENOUGH = '5'

/** Category made of „needs, does not use” and „uses, but not enough”, where these are too small to be shown apart. */
export const UNMET_CODE = '3+5'
const UNMET_LABEL = 'Potrzebuję: nie korzystam lub to nie wystarcza'

/** Colours of the levels: rust for what is lacking, teal for what is there. */
export const NEED_TONES: Readonly<Record<string, ChartTone>> = {
  [NOT_NEEDED]: 3,
  [LATER]: 4,
  [NOT_USED]: 1,
  [UNMET_CODE]: 1,
  [ENOUGH]: 5,
  [NOT_ENOUGH]: 2,
}

/** What is given up first when more cells must be withheld, so that the unmet need stays readable. */
const GIVE_UP = [DONT_KNOW, NOT_NEEDED, LATER, ENOUGH]

/** The need for one service as it may be shown; `null` in a share is withheld. */
export interface ShownNeed {
  readonly code: string
  readonly label: string
  readonly base: number
  /** The levels of the scale, or `null` when the unmet ones are too small to be shown apart. */
  readonly levels: readonly ShownFrequency[] | null
  /** The levels with the unmet ones as one category. */
  readonly mergedLevels: readonly ShownFrequency[]
  /** Needed now, 0 to 100: used or not. */
  readonly needed: number | null
  /** Needed now and not met, 0 to 100. */
  readonly unmet: number | null
  /** Needed within 5 years, 0 to 100. */
  readonly future: number | null
}

/**
 * Clear one row of the need matrix of small cells.
 *
 * A share of several levels is shown only if it can be added up from levels that are shown (or subtracted from
 * the base with levels that are shown), so it never tells more than they do.
 */
export function showNeed({ key, label, base, frequencies }: MatrixRowSummary): ShownNeed {
  const people = base.validCount
  const hide = people < MINIMUM_BASE
  const clear = (shown: readonly ShownFrequency[]) =>
    hide ? shown.map((level) => ({ ...level, count: null, percent: null })) : shown
  const levels = clear(showDistribution(frequencies, people, GIVE_UP))
  const mergedLevels = clear(showDistribution(mergeUnmet(frequencies), people, GIVE_UP))
  const isApart = levels.every(
    ({ code, count }) => count !== null || (code !== NOT_USED && code !== NOT_ENOUGH),
  )
  const share = (codes: readonly string[]) => shareOf(mergedLevels, codes, people)
  return {
    code: key,
    label,
    base: people,
    levels: isApart ? levels : null,
    mergedLevels,
    needed: share([UNMET_CODE, ENOUGH]),
    unmet: share([UNMET_CODE]),
    future: share([LATER]),
  }
}

function mergeUnmet(frequencies: MatrixRowSummary['frequencies']): MatrixRowSummary['frequencies'] {
  const isUnmet = ({ code }: { readonly code: string }) => code === NOT_USED || code === NOT_ENOUGH
  const count = frequencies.filter(isUnmet).reduce((sum, frequency) => sum + frequency.count, 0)
  const first = frequencies.findIndex(isUnmet)
  const merged = { code: UNMET_CODE, label: UNMET_LABEL, count, ofRespondents: null, ofAnswers: null }
  return frequencies.flatMap((frequency, index) =>
    index === first ? [merged] : isUnmet(frequency) ? [] : [frequency],
  )
}

function sumOf(levels: readonly ShownFrequency[]): number | null {
  return levels.reduce<number | null>(
    (sum, { count }) => (sum === null || count === null ? null : sum + count),
    0,
  )
}

/** The share of the listed codes in percent, if the levels that are shown already tell it. */
export function shareOf(
  levels: readonly ShownFrequency[],
  codes: readonly string[],
  base: number,
): number | null {
  const inside = sumOf(levels.filter(({ code }) => codes.includes(code)))
  const outside = sumOf(levels.filter(({ code }) => !codes.includes(code)))
  const count = inside ?? (outside === null ? null : base - outside)
  const isSmall = (people: number) => people > 0 && people < SMALLEST_SHOWN
  return count === null || base === 0 || isSmall(count) || isSmall(base - count)
    ? null
    : roundTo((count / base) * 100, 1)
}
