import { MarginsRefusedError } from '../errors.ts'
import type { PreparedMargins } from './margins.ts'

/**
 * Post-stratification: inside each cell weights keep their proportions and add up to the people of the population,
 * `w = d·T_cell/Σ_cell d`. For cells of at least 20 people; thinner ones are in the notes of the margins.
 *
 * @param prepared - one margin: the cells
 * @returns weights, a value per row, in people of the population
 * @throws MarginsRefusedError when there is more than one margin (rake them instead)
 * @see Holt and Smith (1979), J. Roy. Statist. Soc. A 142
 */
export function postStratify({ margins, baseWeights }: PreparedMargins): Float64Array {
  if (margins.length !== 1)
    throw new MarginsRefusedError(['Poststratyfikacja wymaga jednego podziału na komórki.'])
  const { codes, targets, categories } = margins[0]!
  const sums = new Float64Array(categories.length)
  for (let row = 0; row < codes.length; row++) sums[codes[row]!]! += baseWeights[row]!
  return baseWeights.map((weight, row) =>
    weight === 0 ? 0 : (weight * targets[codes[row]!]!) / sums[codes[row]!]!,
  )
}
