import { ArgumentRefusedError } from '../errors.ts'

function ascending(pValues: readonly number[]): number[] {
  if (!pValues.every((p) => p >= 0 && p <= 1))
    throw new ArgumentRefusedError('wartości p muszą leżeć między 0 a 1.')
  return [...pValues.keys()].sort((a, b) => pValues[a]! - pValues[b]!)
}

/**
 * Holm's step-down adjustment for all pairs: the smallest p times m, the next times m − 1, …, never falling.
 *
 * @returns adjusted p-values in the order given, 1 at most
 * @see Holm (1979), Scand. J. Statist. 6
 */
export function holm(pValues: readonly number[]): number[] {
  const adjusted = new Array<number>(pValues.length)
  let largest = 0
  ascending(pValues).forEach((at, rank) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValues[at]!))
    adjusted[at] = largest
  })
  return adjusted
}

/**
 * Benjamini and Hochberg's adjustment for "which of them differ": the p of rank i times m/i, never rising from
 * the largest down. Compare with the false discovery rate wished (0.05).
 *
 * @returns adjusted p-values in the order given, 1 at most
 * @see Benjamini and Hochberg (1995), J. Roy. Statist. Soc. B 57
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const adjusted = new Array<number>(pValues.length)
  let smallest = 1
  const order = ascending(pValues)
  for (let rank = order.length; rank >= 1; rank--) {
    const at = order[rank - 1]!
    smallest = Math.min(smallest, (pValues.length / rank) * pValues[at]!)
    adjusted[at] = smallest
  }
  return adjusted
}
