import { ArgumentRefusedError } from '../errors.ts'

/** Limits of a single weight, in people. */
export interface TrimmingLimits {
  readonly low?: number
  readonly high?: number
}

const MOST_ROUNDS = 100

/**
 * Trims weights to limits and gives what was cut off, in equal parts, to those inside, so that the sum stays. Weights
 * pushed over a limit by this are trimmed in turn, until all are inside.
 *
 * @returns a value per row; rows of weight 0 stay 0
 * @throws ArgumentRefusedError when the mean weight is outside of the limits, so that no such weights exist
 * @see Potter (1990), Proc. ASA Survey Research Methods; R survey: trimWeights(strict = TRUE)
 */
export function trimWeights(
  weights: Float64Array,
  { low = 0, high = Infinity }: TrimmingLimits,
): Float64Array {
  const rows = [...weights.keys()].filter((row) => weights[row]! > 0)
  const sum = rows.reduce((total, row) => total + weights[row]!, 0)
  if (rows.length === 0 || !(sum >= low * rows.length) || !(sum <= high * rows.length))
    throw new ArgumentRefusedError('średnia waga musi mieścić się w podanych granicach.')
  const trimmed = Float64Array.from(weights)
  const isFixed = new Uint8Array(weights.length)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const cutOff = cut(trimmed, isFixed, rows, { low, high })
    const free = rows.filter((row) => !isFixed[row])
    if (cutOff === null) break
    if (free.length === 0) return redistributeAmongFixed(trimmed, rows, sum, { low, high })
    for (const row of free) trimmed[row]! += cutOff / free.length
  }
  return trimmed
}

/** Clips what is outside and marks it; what was cut off in all (below 0 when added), null when all were inside. */
function cut(
  weights: Float64Array,
  isFixed: Uint8Array,
  rows: readonly number[],
  limits: Required<TrimmingLimits>,
): number | null {
  let cutOff = 0
  let isChanged = false
  for (const row of rows) {
    const inside = Math.min(Math.max(weights[row]!, limits.low), limits.high)
    if (inside === weights[row]) continue
    cutOff += weights[row]! - inside
    weights[row] = inside
    isFixed[row] = 1
    isChanged = true
  }
  return isChanged ? cutOff : null
}

/** Every weight hit a limit: the rest goes to those at the other limit, as far as they have room. */
function redistributeAmongFixed(
  weights: Float64Array,
  rows: readonly number[],
  sum: number,
  { low, high }: Required<TrimmingLimits>,
): Float64Array {
  const rest = sum - rows.reduce((total, row) => total + weights[row]!, 0)
  const limit = rest > 0 ? high : low
  const room = rows.reduce((total, row) => total + Math.abs(limit - weights[row]!), 0)
  if (room > 0) for (const row of rows) weights[row]! += (rest * Math.abs(limit - weights[row]!)) / room
  return weights
}
