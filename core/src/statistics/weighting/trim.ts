import { ArgumentRefusedError } from '../errors.ts'

/** Limits of a single weight, in people. */
export interface TrimmingLimits {
  readonly low?: number
  readonly high?: number
}

/** Each round cuts a share of what the last one gave too much; this many leave nothing. */
const MOST_ROUNDS = 1000

/**
 * Trims weights to limits and gives what was cut off, in equal parts, to those inside, so that the sum stays. Weights
 * pushed over a limit by this are trimmed in turn, until all are inside; a weight that stands on a limit counts as
 * inside, so it takes its part in the next round.
 *
 * @returns a value per row; rows of weight 0 stay 0
 * @throws ArgumentRefusedError when a weight is no number from 0 up, or the mean weight is outside of the limits, so that no such weights exist
 * @see Potter (1990), Proc. ASA Survey Research Methods; R survey: trimWeights(strict = TRUE), which, other than
 *   here, loses people where every weight is outside of the limits
 */
export function trimWeights(
  weights: Float64Array,
  { low = 0, high = Infinity }: TrimmingLimits,
): Float64Array {
  const rows = [...weights.keys()].filter((row) => weights[row]! > 0)
  const sum = rows.reduce((total, row) => total + weights[row]!, 0)
  const wrong = weights.findIndex((weight) => !(weight >= 0 && weight < Infinity))
  if (wrong >= 0)
    throw new ArgumentRefusedError(`waga w wierszu ${wrong + 1} nie jest liczbą od zera w górę.`)
  if (rows.length === 0 || !(sum >= low * rows.length) || !(sum <= high * rows.length))
    throw new ArgumentRefusedError('średnia waga musi mieścić się w podanych granicach.')
  const trimmed = Float64Array.from(weights)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { cutOff, inside, outsideCount } = cut(trimmed, rows, { low, high })
    if (outsideCount === 0) return trimmed
    if (inside.length === 0) break
    for (const row of inside) trimmed[row]! += cutOff / inside.length
  }
  cut(trimmed, rows, { low, high })
  return fillRoom(trimmed, rows, sum, { low, high })
}

/** Clips what is outside: what was cut off in all (below 0 when added), and the rows that were inside. */
function cut(
  weights: Float64Array,
  rows: readonly number[],
  { low, high }: Required<TrimmingLimits>,
): { readonly cutOff: number; readonly inside: readonly number[]; readonly outsideCount: number } {
  let cutOff = 0
  const inside: number[] = []
  for (const row of rows) {
    const kept = Math.min(Math.max(weights[row]!, low), high)
    if (kept === weights[row]) inside.push(row)
    else cutOff += weights[row]! - kept
    weights[row] = kept
  }
  return { cutOff, inside, outsideCount: rows.length - inside.length }
}

/** No weight was inside: the rest goes to those at the other limit, as far as they have room. */
function fillRoom(
  weights: Float64Array,
  rows: readonly number[],
  sum: number,
  { low, high }: Required<TrimmingLimits>,
): Float64Array {
  const rest = sum - rows.reduce((total, row) => total + weights[row]!, 0)
  const limit = rest > 0 ? high : low
  const room = rows.reduce((total, row) => total + Math.abs(limit - weights[row]!), 0)
  if (room > 0 && Number.isFinite(room))
    for (const row of rows) weights[row]! += (rest * Math.abs(limit - weights[row]!)) / room
  return weights
}
