import { quantile } from './quantile.ts'

/** One bar of a histogram: `from` inclusive, `to` exclusive but for the last bar. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
}

const MAX_BINS = 12
const MIN_BINS = 6

/** The smallest of 1, 2, 5 · 10ᵏ that is not below `width`. */
function roundWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width))
  const factor = [1, 2, 5].find((step) => step * power >= width * (1 - 1e-9)) ?? 10
  return Number((factor * power).toPrecision(12))
}

/** Width by Freedman and Diaconis, `2·IQR / ∛n`, kept between a twelfth and a sixth of the range. */
function idealWidth(sorted: ArrayLike<number>, range: number, frequencies?: ArrayLike<number>): number {
  const at = (probability: number) => quantile(sorted, probability, frequencies) ?? 0
  let count = sorted.length
  if (frequencies !== undefined) {
    count = 0
    for (let i = 0; i < sorted.length; i++) count += frequencies[i]!
  }
  const width = (2 * (at(0.75) - at(0.25))) / Math.cbrt(count)
  return Math.min(Math.max(width, range / MAX_BINS), range / MIN_BINS)
}

/**
 * Bars of a histogram on round edges: widths of 1, 2 or 5 times a power of ten, at least `minimumWidth`,
 * edges whole multiples of the width, at most thirteen bars.
 *
 * @param sorted - ascending, without missing values
 * @param minimumWidth - the step in which answers are given (1 for whole numbers)
 * @param frequencies - how often each value stands there, all above 0; once without them
 * @returns counts in values, bars without gaps from the smallest to the largest value; none for no values
 * @see Freedman and Diaconis (1981), Z. Wahrscheinlichkeitstheorie 57
 */
export function histogram(
  sorted: ArrayLike<number>,
  minimumWidth = 1,
  frequencies?: ArrayLike<number>,
): Bin[] {
  if (sorted.length === 0) return []
  const smallest = sorted[0]!
  const largest = sorted[sorted.length - 1]!
  const width = roundWidth(Math.max(idealWidth(sorted, largest - smallest, frequencies), minimumWidth))
  const first = Math.floor(smallest / width + 1e-9)
  const counts = new Array<number>(Math.floor(largest / width + 1e-9) - first + 1).fill(0)
  for (let i = 0; i < sorted.length; i++)
    counts[Math.floor(sorted[i]! / width + 1e-9) - first]! += frequencies?.[i] ?? 1
  const edge = (index: number) => Number(((first + index) * width).toPrecision(12))
  return counts.map((count, index) => ({ from: edge(index), to: edge(index + 1), count }))
}
