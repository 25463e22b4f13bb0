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

/** How the category of a response is looked up: `table[cells[row] · width + others[row]]`. */
interface Lookup {
  readonly table: Int32Array
  readonly cells: TraitCells['cells']
  /** Of the second trait; `null` where there is one only. */
  readonly others: TraitCells['cells'] | null
  readonly width: number
}

/** @param none - what stands for people in no category */
function lookupOf(columns: Columns, { traits, categories }: RecipeMargin, none: number): Lookup | null {
  const [one, other] = traits.map((trait) => cellsOf(columns, trait))
  if (!one || other === null) return null
  const width = other ? widthOf(other) : 1
  const table = new Int32Array(widthOf(one) * width).fill(none)
  const cellOf = (trait: TraitCells, code: string | undefined) => {
    const index = trait.indexOf.get(code ?? '')
    return index === undefined ? null : trait.first + index
  }
  categories.forEach(({ members }, category) => {
    for (const codes of members) {
      const row = cellOf(one, codes[0])
      const column = other ? cellOf(other, codes[1]) : 0
      if (row !== null && column !== null) table[row * width + column] = category
    }
  })
  return { table, width, cells: one.cells, others: other?.cells ?? null }
}

/**
 * The category of each response in a margin, −1 for who did not answer or gave an answer that is in none.
 *
 * @returns `null` when the survey has no such trait
 */
export function marginCodes(columns: Columns, margin: RecipeMargin): Int32Array | null {
  const lookup = lookupOf(columns, margin, -1)
  if (lookup === null) return null
  const { table, cells, others, width } = lookup
  const codes = new Int32Array(columns.responseCount)
  if (others === null) for (let row = 0; row < codes.length; row++) codes[row] = table[cells[row]!]!
  else for (let row = 0; row < codes.length; row++) codes[row] = table[cells[row]! * width + others[row]!]!
  return codes
}

/**
 * Whether the responses are in the same categories as before.
 *
 * @param before - as `marginCodes`, but with the number of categories for people in none
 */
export function hasCodes(columns: Columns, margin: RecipeMargin, before: Int32Array): boolean {
  const lookup = lookupOf(columns, margin, margin.categories.length)
  if (lookup === null || before.length !== columns.responseCount) return false
  const { table, cells, others, width } = lookup
  let differences = 0
  if (others === null)
    for (let row = 0; row < before.length; row++) differences |= before[row]! ^ table[cells[row]!]!
  else
    for (let row = 0; row < before.length; row++)
      differences |= before[row]! ^ table[cells[row]! * width + others[row]!]!
  return differences === 0
}
