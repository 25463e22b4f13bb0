import type { MatrixRowSummary } from '../analysis/index.ts'
import type {
  CountedOption,
  DisclosureRules,
  DisplayedShare,
  Protected,
  ProtectedDistribution,
  ProtectedFrequency,
} from '../disclosure/index.ts'
import { DONT_KNOW } from '../questionnaire/index.ts'
import type { ChartTone } from './model.ts'
import { behindOf, showDistribution } from './shown-frequency.ts'

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
  /** To the nearest 5; `null`: too few, and nothing is shown. */
  readonly base: Protected<number> | null
  /** The levels of the scale, or `null` when the unmet ones are too small to be shown apart. */
  readonly levels: readonly ProtectedFrequency[] | null
  /** The levels with the unmet ones as one category. */
  readonly mergedLevels: readonly ProtectedFrequency[]
  /** Needed now: used or not. */
  readonly needed: DisplayedShare | null
  /** Needed now and not met. */
  readonly unmet: DisplayedShare | null
  /** Needed within 5 years. */
  readonly future: DisplayedShare | null
}

/** The unmet levels can be shown apart when neither of them is withheld. */
const isApart = ({ frequencies }: ProtectedDistribution): boolean =>
  frequencies.every(({ code, share }) => share !== null || (code !== NOT_USED && code !== NOT_ENOUGH))

/**
 * Clear one row of the need matrix of small cells.
 *
 * A share of several levels is shown only if it can be added up from levels that are shown (or subtracted from
 * the base with levels that are shown), so it never tells more than they do.
 */
export function showNeed(
  { key, label, base, frequencies }: MatrixRowSummary,
  rules: DisclosureRules,
): ShownNeed {
  const behind = behindOf(base, rules)
  const levels = showDistribution(frequencies, behind, GIVE_UP)
  const merged = showDistribution(mergeUnmet(frequencies), behind, GIVE_UP)
  const share = (...codes: readonly string[]) => merged.shareOf(codes)?.share ?? null
  return {
    code: key,
    label,
    base: levels.base,
    levels: isApart(levels) ? levels.frequencies : null,
    mergedLevels: merged.frequencies,
    needed: share(UNMET_CODE, ENOUGH),
    unmet: share(UNMET_CODE),
    future: share(LATER),
  }
}

function mergeUnmet(frequencies: readonly CountedOption[]): readonly CountedOption[] {
  const isUnmet = ({ code }: { readonly code: string }) => code === NOT_USED || code === NOT_ENOUGH
  const unmet = frequencies.filter(isUnmet)
  const count = unmet.reduce((sum, frequency) => sum + frequency.count, 0)
  const weighted = unmet.reduce((sum, frequency) => sum + (frequency.weighted ?? 0), 0)
  const first = frequencies.findIndex(isUnmet)
  const merged = { code: UNMET_CODE, label: UNMET_LABEL, count, weighted }
  return frequencies.flatMap((frequency, index) =>
    index === first ? [merged] : isUnmet(frequency) ? [] : [frequency],
  )
}
