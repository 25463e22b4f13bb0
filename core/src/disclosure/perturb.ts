import TABLE from './perturbation.json' with { type: 'json' }

/** Rows by true count, the last for all larger ones: what may be added, and how likely. */
const ROWS = TABLE as readonly (readonly (readonly number[])[])[]

/**
 * A uniform number in [0, 1) out of the first bytes of a keyed hash. Whoever asks again with the same key gets the same
 * number, so that averaging tells nothing.
 *
 * @param hash - HMAC-SHA-256 of a secret over question, set of people and category; never random numbers
 */
export function uniformOf(hash: Uint8Array): number {
  let value = 0
  for (let at = 0; at < 6; at++) value = value * 256 + (hash[at] ?? 0)
  return value / 256 ** 6
}

/**
 * A count of people with noise, for open data: mean 0, variance 2, at most 5 either way, never negative; nobody stays
 * nobody (maximum-entropy table, D = 5, V = 2). An additional layer, never instead of the audit.
 *
 * @param uniform - in [0, 1), see `uniformOf`
 */
export function perturbCount(count: number, uniform: number): number {
  const row = ROWS[Math.min(count, ROWS.length - 1)] ?? []
  let left = uniform
  for (const [change = 0, probability = 0] of row) {
    if (left < probability) return count + change
    left -= probability
  }
  return count + (row.at(-1)?.[0] ?? 0)
}
