import type { Frequency } from '../analysis/index.ts'
import { asProtected, type Protected } from './brand.ts'
import { displayBase, displayShare, type DisplayedShare } from './display.ts'
import { isSmall, isTelling, rulesOf, type DisclosureRules } from './rules.ts'
import { guardLine } from './suppression.ts'

/** An option as it may leave the organisation: `null` where it is withheld. */
export interface ProtectedFrequency {
  readonly code: string
  readonly label: string
  readonly share: DisplayedShare | null
}

interface FrequencyProtection {
  readonly validCount: number
  readonly isMultiple: boolean
  readonly giveUpFirst?: readonly string[]
  /** The usual ones when absent. */
  readonly rules?: DisclosureRules
}

/** The answers to one question as they may leave the organisation. */
export interface ProtectedDistribution {
  /** People with a valid answer, to the nearest 5; `null`: too few, and nothing is shown. */
  readonly base: Protected<number> | null
  readonly frequencies: readonly Protected<ProtectedFrequency>[]
  /** Of how many options something is withheld. */
  readonly hiddenCount: number
  /**
   * The share of several options together, if those that are shown tell it anyway: their sum, or what they leave of
   * the base. With `without` it is a share of those who chose none of these.
   */
  shareOf(codes: readonly string[], without?: readonly string[]): ProtectedShare | null
  /** The same with more options withheld. */
  withheld(codes: readonly string[]): ProtectedDistribution
}

/** A share with the people it is of, to the nearest 5. */
export interface ProtectedShare {
  readonly share: DisplayedShare
  readonly base: Protected<number>
}

interface Known {
  readonly frequencies: readonly Frequency[]
  readonly hidden: readonly boolean[]
  readonly validCount: number
  readonly rules: DisclosureRules
}

/** People in the options; `null` when one of them is withheld. */
function sumOf({ frequencies, hidden }: Known, isCounted: (code: string) => boolean): number | null {
  return frequencies.reduce<number | null>((sum, { code, count }, index) => {
    if (!isCounted(code)) return sum
    return sum === null || hidden[index] ? null : sum + count
  }, 0)
}

function shareOf(known: Known, codes: readonly string[], without: readonly string[]): ProtectedShare | null {
  const { validCount, rules } = known
  const left = sumOf(known, (code) => without.includes(code))
  if (left === null) return null
  const people = validCount - left
  const base = displayBase(people, rules.minimumBase)
  const inside = sumOf(known, (code) => codes.includes(code))
  const outside = sumOf(known, (code) => !codes.includes(code) && !without.includes(code))
  const count = inside ?? (outside === null ? null : people - outside)
  if (base === null || count === null || isTelling(count, people)) return null
  return { base, share: displayShare((count / people) * 100, people, rules) }
}

function distribution(known: Known): ProtectedDistribution {
  const { frequencies, hidden, validCount, rules } = known
  return {
    base: displayBase(validCount, rules.minimumBase),
    hiddenCount: hidden.filter(Boolean).length,
    frequencies: frequencies.map(({ code, label, count }, index) =>
      asProtected({
        code,
        label,
        share: hidden[index] ? null : displayShare((count / validCount) * 100, validCount, rules),
      }),
    ),
    shareOf: (codes, without = []) => shareOf(known, codes, without),
    withheld: (codes) =>
      distribution({
        ...known,
        hidden: hidden.map((isHidden, index) => isHidden || codes.includes(frequencies[index]!.code)),
      }),
  }
}

/** Of a question with two answers one tells the other: both go. */
const bothOfTwo = (hidden: readonly boolean[]): readonly boolean[] =>
  hidden.length === 2 && hidden.some(Boolean) ? hidden.map(() => true) : hidden

/**
 * The answers to a question for a report that leaves the organisation: counts of 1 to 4 people are withheld, and as
 * many further ones as keep a reader from computing them from the base. Where several answers are allowed the options
 * do not add up, but each tells how many did not choose it: 1 to 4 of those are withheld too. Below the least base
 * everything is.
 *
 * @param giveUpFirst - codes to withhold before others when more must go („nie wiem”), in this order
 */
export function protectFrequencies(
  frequencies: readonly Frequency[],
  { validCount, isMultiple, giveUpFirst = [], rules = rulesOf() }: FrequencyProtection,
): ProtectedDistribution {
  const counts = frequencies.map(({ count }) => count)
  const places = giveUpFirst.map((code) => frequencies.findIndex((frequency) => frequency.code === code))
  const line = () =>
    bothOfTwo(
      guardLine(
        counts,
        counts.map(isSmall),
        places.filter((index) => index >= 0),
      ),
    )
  const hidden =
    validCount < rules.minimumBase
      ? counts.map(() => true)
      : isMultiple
        ? counts.map((count) => isTelling(count, validCount))
        : line()
  return distribution({ frequencies, hidden, validCount, rules })
}
