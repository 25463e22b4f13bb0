import { VALID } from './column.ts'
import { optionColumnOf, type Columns } from './columns.ts'
import { countOptions, rowCount } from './count-cells.ts'
import { countWeightedPairs, type WeightedPairCounts } from './count-pairs.ts'
import { canonicalFilter, type Filter } from './filter.ts'
import { maskOf } from './mask.ts'
import type { SummaryBase } from './model.ts'
import { tallyWeighted } from './tally.ts'

/** Weights that are the same for all people who gave the same answers to some questions, as margins give them. */
export interface CategoryWeights {
  /** Keys of results and dimensions that decide. */
  readonly keys: readonly string[]
  /** A weight for each line of columns in which only the columns of `keys` need be filled. */
  readonly weigh: (columns: Columns) => Float64Array
}

/** Whom cells count, and how much each weighs; without weights everybody weighs 1. */
export interface CellScope {
  readonly filter: Filter
  readonly weights: CategoryWeights | null
}

/** Who gave which answer to a question with options. */
export interface OptionCells {
  readonly codes: readonly string[]
  readonly base: SummaryBase
  /** People by option, in the order of `codes`. */
  readonly counts: readonly number[]
  /** Sum of the weights of people with a valid answer. */
  readonly validWeight: number
}

/** Who stands where in a crosstab of two questions with options. */
export interface PairCells extends WeightedPairCounts {
  readonly rowCodes: readonly string[]
  readonly columnCodes: readonly string[]
}

/**
 * Where cells come from: columns in memory, or a database that counts for itself. Both give equal cells; whoever makes
 * statistics of them need not know which it was.
 */
export interface CellSource {
  /** @param key - a question with options or a row of a matrix; `null` when there is none of this key */
  question(key: string, scope: CellScope): Promise<OptionCells | null>
  /** Both keys as in `question`; only people with a valid answer to both count. */
  pair(rowKey: string, columnKey: string, scope: CellScope): Promise<PairCells | null>
}

/** All keys that have to be known of each response. */
export const keysOfScope = ({ filter, weights }: CellScope): readonly string[] => [
  ...canonicalFilter(filter).map(({ dimension }) => dimension),
  ...(weights?.keys ?? []),
]

const codesOf = (options: readonly { readonly code: string }[]) => options.map(({ code }) => code)

/** Weights of the lines of columns. */
const weightsOf = (columns: Columns, weights: CategoryWeights | null): Float64Array =>
  weights === null ? new Float64Array(columns.responseCount).fill(1) : weights.weigh(columns)

/** The cells of one question, counted from columns. */
export function questionCells(
  columns: Columns,
  key: string,
  { filter, weights }: CellScope,
): OptionCells | null {
  const column = optionColumnOf(columns, key)
  if (column === null) return null
  const mask = maskOf(columns, filter)
  const { base, counts } = countOptions(column, columns, mask)
  const { options } = column.dictionary
  const isValid = { cells: Uint8Array.from(column.cells, (cell) => Number(cell >= VALID)), size: 2 }
  const lines = weightsOf(columns, weights)
  const { frequencies } = columns
  const weighed = frequencies === null ? lines : lines.map((weight, at) => weight * frequencies[at]!)
  const scope = { length: rowCount(columns, mask), bytes: mask?.bytes ?? null }
  const validWeight = tallyWeighted(isValid, weighed, scope).weights[1]!
  return { codes: codesOf(options), base, counts, validWeight }
}

/** The cells of two questions, counted from columns. */
export function pairCells(
  columns: Columns,
  rowKey: string,
  columnKey: string,
  { filter, weights }: CellScope,
): PairCells | null {
  const down = optionColumnOf(columns, rowKey)
  const across = optionColumnOf(columns, columnKey)
  if (down === null || across === null) return null
  const counting = { mask: maskOf(columns, filter), weights: weightsOf(columns, weights) }
  const counted = countWeightedPairs(columns, down, across, counting)
  const rowCodes = codesOf(down.dictionary.options)
  return { ...counted, rowCodes, columnCodes: codesOf(across.dictionary.options) }
}
