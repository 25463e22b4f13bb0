import { VALID } from '../analysis/column.ts'
import type { Columns } from '../analysis/columns.ts'
import { BY_LOCALITY } from '../analysis/filter.ts'
import type { RecipeMargin } from './model.ts'

/** A trait as columns hold it: a cell of `first + i` names the option `i`, anything below says none. */
interface TraitCells {
  readonly cells: Uint8Array | Uint16Array
  readonly first: number
  readonly indexOf: ReadonlyMap<string, number>
}

function cellsOf(columns: Columns, trait: string): TraitCells | null {
  if (trait === BY_LOCALITY)
    return { cells: columns.localityCells, first: 1, indexOf: columns.localities.indexOf }
  const column = columns.byKey.get(trait)
  if (column?.kind !== 'code') return null
  return { cells: column.cells, first: VALID, indexOf: column.dictionary.indexOf }
}

const widthOf = ({ first, indexOf }: TraitCells) => first + indexOf.size

/** The category of each pair of cells, −1 for none. */
function tableOf({ categories }: RecipeMargin, traits: readonly TraitCells[]): Int32Array {
  const [one, other] = traits
  const width = other ? widthOf(other) : 1
  const table = new Int32Array((one ? widthOf(one) : 0) * width).fill(-1)
  const cellOf = (trait: TraitCells | undefined, code: string | undefined) => {
    const index = code === undefined ? undefined : trait?.indexOf.get(code)
    return trait === undefined || index === undefined ? null : trait.first + index
  }
  categories.forEach(({ members }, category) => {
    for (const codes of members) {
      const row = cellOf(one, codes[0])
      const column = other ? cellOf(other, codes[1]) : 0
      if (row !== null && column !== null) table[row * width + column] = category
    }
  })
  return table
}

/**
 * The category of each response in a margin, −1 for who did not answer or gave an answer that is in none.
 *
 * @returns `null` when the survey has no such trait
 */
export function marginCodes(columns: Columns, margin: RecipeMargin): Int32Array | null {
  const traits = margin.traits.map((trait) => cellsOf(columns, trait))
  if (!traits.every((trait) => trait !== null)) return null
  const table = tableOf(margin, traits)
  const codes = new Int32Array(columns.responseCount)
  const [one, other] = traits
  if (!one) return null
  const { cells } = one
  if (!other) {
    for (let row = 0; row < codes.length; row++) codes[row] = table[cells[row]!]!
    return codes
  }
  const width = widthOf(other)
  const second = other.cells
  for (let row = 0; row < codes.length; row++) codes[row] = table[cells[row]! * width + second[row]!]!
  return codes
}
