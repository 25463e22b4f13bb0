import type { Code } from './model.ts'
import { stemsOf } from './words.ts'

/** An answer that somebody has coded. */
export interface CodedText {
  readonly text: string
  readonly codes: readonly string[]
}

/** Says for a text which codes it may have, best first. */
export type CodeSuggester = (text: string) => readonly string[]

const MOST_SUGGESTED = 3
/** Share of what the text says that must speak for a code. */
const LEAST_SHARE = 0.2
/** A word that neither codes nor coded answers hold says little of anything. */
const UNKNOWN_WEIGHT = 0.5
/** A word of a code's own name counts like so many coded answers that have it. */
const NAME_WEIGHT = 3

interface Counts {
  readonly withStem: Map<string, number>
  total: number
}

const add = (counts: Map<string, number>, stem: string, weight: number) =>
  counts.set(stem, (counts.get(stem) ?? 0) + weight)

function countStems(codes: readonly Code[], coded: readonly CodedText[]) {
  const byCode = new Map<string, Counts>(codes.map(({ id }) => [id, { withStem: new Map(), total: 0 }]))
  const everywhere = new Map<string, number>()
  for (const { id, label, description } of codes) {
    const counts = byCode.get(id)!
    for (const stem of stemsOf(label)) add(counts.withStem, stem, NAME_WEIGHT)
    for (const stem of stemsOf(description)) add(counts.withStem, stem, 1)
  }
  for (const { text, codes: ids } of coded) {
    const stems = stemsOf(text)
    for (const stem of stems) add(everywhere, stem, 1)
    for (const id of ids) {
      const counts = byCode.get(id)
      if (counts === undefined) continue
      counts.total++
      for (const stem of stems) add(counts.withStem, stem, 1)
    }
  }
  return { byCode, everywhere }
}

/**
 * Suggests codes by a simple local method, without a dictionary and without sending anything anywhere: how large a
 * part of a text's words (rare words count for more, `log((1 + N)/(1 + n))`) speaks for a code because its name, its
 * description or the answers already coded by it hold the same words, lessened by how often such answers got other
 * codes. A suggestion is only an offer; nothing is coded by it.
 */
export function createSuggester(codes: readonly Code[], coded: readonly CodedText[]): CodeSuggester {
  const { byCode, everywhere } = countStems(codes, coded)
  const isKnown = (stem: string) =>
    everywhere.has(stem) || [...byCode.values()].some(({ withStem }) => withStem.has(stem))
  const rarity = (stem: string) =>
    isKnown(stem) ? Math.log((2 + coded.length) / (1 + (everywhere.get(stem) ?? 0))) : UNKNOWN_WEIGHT
  const fit = ({ withStem }: Counts, stem: string) => {
    const own = withStem.get(stem) ?? 0
    return own / Math.max(own, 1 + (everywhere.get(stem) ?? 0))
  }
  return (text) => {
    const stems = [...stemsOf(text)]
    const whole = stems.reduce((sum, stem) => sum + rarity(stem), 0)
    if (whole <= 0) return []
    return codes
      .map(({ id }) => {
        const counts = byCode.get(id)!
        const speaks = stems.reduce((sum, stem) => sum + rarity(stem) * fit(counts, stem), 0)
        return { id, share: speaks / whole }
      })
      .filter(({ share }) => share >= LEAST_SHARE)
      .sort((one, other) => other.share - one.share)
      .slice(0, MOST_SUGGESTED)
      .map(({ id }) => id)
  }
}
