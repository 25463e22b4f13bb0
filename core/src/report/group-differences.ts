import { groupsDifferBy, holm } from '../analysis/index.ts'
import type { Protected, ProtectedFrequency } from '../disclosure/index.ts'
import { shareWithRange } from './certainty.ts'

/** A group of people with the share of each option among them, as shown. */
export interface ComparedGroup {
  readonly label: string
  readonly base: Protected<number> | null
  readonly lines: readonly ProtectedFrequency[]
}

const SIGNIFICANT = 0.05
const MOST_TOLD = 3
const NO_DIFFERENCE = 'Dane nie pozwalają stwierdzić różnicy między grupami.'

interface Pair {
  readonly p: number
  readonly points: number
  readonly sentence: string
}

function compare(row: number, one: ComparedGroup, other: ComparedGroup): Pair | null {
  const [first, second] = [one.lines[row], other.lines[row]]
  if (!first?.share || !second?.share || first.share.limit || second.share.limit) return null
  if (one.base === null || other.base === null) return null
  const points = first.share.percent - second.share.percent
  const p = groupsDifferBy(
    { share: first.share.percent / 100, base: one.base },
    { share: second.share.percent / 100, base: other.base },
  )
  const numbers = `${shareWithRange(first.share, one.base)} w grupie „${one.label}” i ${shareWithRange(second.share, other.base)} w grupie „${other.label}”`
  const higher = points > 0 ? one.label : other.label
  return {
    p,
    points: Math.abs(points),
    sentence: `„${first.label}”: ${numbers} – w grupie „${higher}” częściej.`,
  }
}

/**
 * Sentences on the differences between groups of people, of what is shown alone: only those that a test of two shares,
 * adjusted by Holm for all pairs and options, has found; the largest three.
 *
 * @returns none where there is nothing to compare
 */
export function groupDifferences(groups: readonly ComparedGroup[]): readonly string[] {
  const rowCount = groups[0]?.lines.length ?? 0
  const pairs = groups.flatMap((one, at) =>
    groups
      .slice(at + 1)
      .flatMap((other) =>
        Array.from({ length: rowCount }, (_, row) => compare(row, one, other) ?? []).flat(),
      ),
  )
  if (pairs.length === 0) return []
  const adjusted = holm(pairs.map(({ p }) => p))
  const found = pairs
    .filter(({ points }, at) => points > 0 && adjusted[at]! < SIGNIFICANT)
    .sort((left, right) => right.points - left.points)
  return found.length === 0 ? [NO_DIFFERENCE] : found.slice(0, MOST_TOLD).map(({ sentence }) => sentence)
}
