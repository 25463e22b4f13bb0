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

/** An option as it was counted. */
export interface CountedOption {
  readonly code: string
  readonly label: string
  /** People: they alone decide what is withheld. */
  readonly count: number
  /** What they stand for; shares are of these where there are weights. */
  readonly weighted?: number
}

/** What the people of a base stand for by weights. */
export interface WeightedBase {
  readonly weighted: number
  /** How many unweighted answers they are worth. */
  readonly effective: number
}

interface FrequencyProtection {
  readonly validCount: number
  /** Absent: everybody counts the same. */
  readonly byWeight?: WeightedBase | undefined
  readonly isMultiple: boolean
  readonly giveUpFirst?: readonly string[]
  /** The usual ones when absent. */
  readonly rules?: DisclosureRules
}

/** The answers to one question as they may leave the organisation. */
export interface ProtectedDistribution {
  /** People with a valid answer, to the nearest 5; `null`: too few, and nothing is shown. */
  readonly base: Protected<number> | null
  /** How many answers its shares are as certain as: the base, of weighted ones what it is worth, to the nearest 5. */
  readonly certainBase: Protected<number> | null
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
  readonly frequencies: readonly CountedOption[]
  readonly byWeight: WeightedBase | undefined
  readonly hidden: readonly boolean[]
  readonly validCount: number
  readonly rules: DisclosureRules
}

/** People, and what they stand for: without weights themselves. */
interface Amount {
  readonly people: number
  readonly size: number
}

const sizeOf = ({ count, weighted }: CountedOption, { byWeight }: Pick<Known, 'byWeight'>): number =>
  byWeight === undefined ? count : (weighted ?? 0)

const wholeOf = ({ validCount, byWeight }: Known): Amount => ({
  people: validCount,
  size: byWeight?.weighted ?? validCount,
})

const less = (whole: Amount, part: Amount): Amount => ({
  people: whole.people - part.people,
  size: whole.size - part.size,
})

/** People in the options; `null` when one of them is withheld. */
function sumOf(known: Known, isCounted: (code: string) => boolean): Amount | null {
  const { frequencies, hidden } = known
  return frequencies.reduce<Amount | null>(
    (sum, option, index) => {
      if (!isCounted(option.code)) return sum
      if (sum === null || hidden[index]) return null
      return { people: sum.people + option.count, size: sum.size + sizeOf(option, known) }
    },
    { people: 0, size: 0 },
  )
}

function shareOf(known: Known, codes: readonly string[], without: readonly string[]): ProtectedShare | null {
  const { rules } = known
  const left = sumOf(known, (code) => without.includes(code))
  if (left === null) return null
  const all = less(wholeOf(known), left)
  const base = displayBase(all.people, rules.minimumBase)
  const inside = sumOf(known, (code) => codes.includes(code))
  const outside = sumOf(known, (code) => !codes.includes(code) && !without.includes(code))
  const part = inside ?? (outside === null ? null : less(all, outside))
  if (base === null || part === null || isTelling(part.people, all.people)) return null
  return { base, share: displayShare(percentOf(part, all), all.people, rules) }
}

/** Nobody is 0 and everybody 100, whatever the rounding of sums of weights. */
function percentOf(part: Amount, whole: Amount): number {
  if (part.people === 0) return 0
  return part.people === whole.people ? 100 : (part.size / whole.size) * 100
}

function distribution(known: Known): ProtectedDistribution {
  const { frequencies, hidden, validCount, byWeight, rules } = known
  const base = displayBase(validCount, rules.minimumBase)
  const percent = (option: CountedOption) =>
    percentOf({ people: option.count, size: sizeOf(option, known) }, wholeOf(known))
  return {
    base,
    certainBase: base === null || byWeight === undefined ? base : displayBase(byWeight.effective, 1),
    hiddenCount: hidden.filter(Boolean).length,
    frequencies: frequencies.map((option, index) =>
      asProtected({
        code: option.code,
        label: option.label,
        share: hidden[index] ? null : displayShare(percent(option), validCount, rules),
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
 * everything is. Weights change the shares, never what is withheld.
 *
 * @param giveUpFirst - codes to withhold before others when more must go („nie wiem”), in this order
 */
export function protectFrequencies(
  frequencies: readonly CountedOption[],
  { validCount, byWeight, isMultiple, giveUpFirst = [], rules = rulesOf() }: FrequencyProtection,
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
  return distribution({ frequencies, hidden, validCount, byWeight, rules })
}
