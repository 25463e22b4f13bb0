/**
 * A quantile as Eurostat defines it: the smallest value whose cumulated count exceeds `p·n`; where the
 * cumulated count equals `p·n` exactly, the mean of that value and the next. The median of an even number of
 * values is so the mean of the two in the middle.
 *
 * @param sorted - ascending, without missing values
 * @param probability - 0 to 1
 * @returns in the unit of the values; `null` when there is no value
 * @see Eurostat, EU-SILC quantile definition (laeken::weightedQuantile); equal to `quantile(type = 2)` of R
 */
export function quantile(sorted: ArrayLike<number>, probability: number): number | null {
  const count = sorted.length
  if (count === 0) return null
  const position = probability * count
  const nearest = Math.round(position)
  const isExact = Math.abs(position - nearest) < 1e-9 * count
  const index = isExact ? nearest : Math.ceil(position)
  const below = sorted[Math.max(index - 1, 0)]!
  if (!isExact || index === 0 || index === count) return below
  return (below + sorted[index]!) / 2
}
