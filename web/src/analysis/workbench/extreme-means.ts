import { meanWords } from './figure-words.ts'
import type { Grid } from './grid.ts'

/** The groups with the highest and the lowest mean, in words. */
export interface ExtremeMeans {
  readonly high: string
  readonly highMean: string
  readonly low: string
  readonly lowMean: string
}

/** Which of several questions has the highest mean and which the lowest; `null` for fewer than two known means. */
export function extremeMeans({ groups }: Grid): ExtremeMeans | null {
  const known = groups.flatMap(({ label, mean }) =>
    typeof mean?.mean === 'number' ? [{ label, mean, value: mean.mean }] : [],
  )
  const sorted = known.sort((one, other) => other.value - one.value)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last || first === last) return null
  return {
    high: first.label,
    highMean: meanWords(first.mean),
    low: last.label,
    lowMean: meanWords(last.mean),
  }
}
