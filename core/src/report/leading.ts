import { answersDifferBy } from '../analysis/index.ts'
import type { DisplayedShare, Protected, ProtectedFrequency } from '../disclosure/index.ts'

/** An answer whose share is shown. */
export type NamedLine = ProtectedFrequency & { readonly share: DisplayedShare }

/** The largest shares of a question, and how many of them may be called the most frequent. */
export interface Leading {
  /** At most three, largest first. */
  readonly named: readonly NamedLine[]
  /** So many of these are larger than every other answer by a test; 0: no order can be told. */
  readonly certainCount: number
  /** Something is withheld that may be larger than what is shown. */
  readonly isPartial: boolean
}

const MOST_NAMED = 3
const SIGNIFICANT = 0.05

interface Compared {
  /** In percent. */
  readonly one: number
  readonly other: number
  readonly base: number
  readonly comparisons: number
}

const isLarger = ({ one, other, base, comparisons }: Compared): boolean =>
  one > other && answersDifferBy(one / 100, other / 100, base) * comparisons < SIGNIFICANT

const isNamed = (line: ProtectedFrequency): line is NamedLine => line.share !== null && line.share.percent > 0

interface Shown {
  readonly lines: readonly ProtectedFrequency[]
  readonly base: Protected<number> | null
  readonly isMultiple: boolean
}

/** The largest share that something withheld may have. */
function largestHidden({ lines, isMultiple }: Shown): number {
  if (lines.every(({ share }) => share !== null)) return 0
  const shown = lines.reduce((sum, { share }) => sum + (share?.percent ?? 0), 0)
  return isMultiple ? 100 : Math.max(0, 100 - shown)
}

/**
 * Which answers lead, judged by what is shown of them: as many of the first three as are each larger than every answer
 * that is not among them, adjusted for the number of those.
 */
export function leadingOf(shown: Shown): Leading {
  const sorted = shown.lines.filter(isNamed).sort((one, other) => other.share.percent - one.share.percent)
  const named = sorted.slice(0, MOST_NAMED)
  const hidden = largestHidden(shown)
  const { base } = shown
  const isCertain = (count: number) => {
    const least = named[count - 1]?.share.percent ?? 0
    const next = Math.max(hidden, sorted[count]?.share.percent ?? 0)
    const others = shown.lines.length - count
    return base !== null && others > 0 && isLarger({ one: least, other: next, base, comparisons: others })
  }
  const certainCount = [3, 2, 1].find((count) => count <= named.length && isCertain(count)) ?? 0
  return { named, certainCount, isPartial: hidden > (named[0]?.share.percent ?? 0) }
}
