function sumOf(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return sum
}

/** The value at a place of the list in which each stands as often as its frequency says. */
function valueAt(sorted: ArrayLike<number>, place: number, frequencies?: ArrayLike<number>): number {
  if (frequencies === undefined) return sorted[place]!
  let at = 0
  for (let before = frequencies[0]!; before <= place; before += frequencies[at]!) at++
  return sorted[at]!
}

/**
 * A quantile as Eurostat defines it: the smallest value whose cumulated count exceeds `p·n`; where the
 * cumulated count equals `p·n` exactly, the mean of that value and the next. The median of an even number of
 * values is so the mean of the two in the middle.
 *
 * @param sorted - ascending, without missing values
 * @param probability - 0 to 1
 * @param frequencies - how often each value stands there; once without them
 * @returns in the unit of the values; `null` when there is no value
 * @see Eurostat, EU-SILC quantile definition (laeken::weightedQuantile); equal to `quantile(type = 2)` of R
 */
export function quantile(
  sorted: ArrayLike<number>,
  probability: number,
  frequencies?: ArrayLike<number>,
): number | null {
  const count = frequencies === undefined ? sorted.length : sumOf(frequencies)
  if (count === 0) return null
  const position = probability * count
  const nearest = Math.round(position)
  const isExact = Math.abs(position - nearest) < 1e-9 * count
  const index = isExact ? nearest : Math.ceil(position)
  const below = valueAt(sorted, Math.max(index - 1, 0), frequencies)
  if (!isExact || index === 0 || index === count) return below
  return (below + valueAt(sorted, index, frequencies)) / 2
}
