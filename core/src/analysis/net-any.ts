import { VALID } from './column.ts'
import { optionColumnOf, type Columns } from './columns.ts'
import { rowCount } from './count-cells.ts'
import { choseAny } from './indicators-coding.ts'
import type { Mask } from './mask.ts'
import type { Proportion } from './model.ts'
import { proportion } from './proportion.ts'

/** People with a trait among people who could have it. */
export interface Share {
  readonly count: number
  readonly base: number
  readonly proportion: Proportion | null
}

/**
 * „Co najmniej jedna z…”: people who chose at least one option of a set, each counted once. The sum of the options'
 * percentages is something else wherever several answers are allowed, and is never offered.
 *
 * @param key - a question, or a row of a matrix (`key/rowKey`)
 * @param leaveOut - options whose people are not in the base at all (a „nie wiem” an indicator does without)
 * @returns `null` when the key names no question with options
 */
export function netAny(
  columns: Columns,
  key: string,
  codes: readonly string[],
  { mask = null, leaveOut = [] }: { readonly mask?: Mask | null; readonly leaveOut?: readonly string[] } = {},
): Share | null {
  const column = optionColumnOf(columns, key)
  if (column === null) return null
  const isCounted = choseAny(column, codes)
  const isLeftOut = choseAny(column, leaveOut)
  const length = rowCount(columns, mask)
  let count = 0
  let base = 0
  for (let i = 0; i < length; i++) {
    if (column.cells[i]! < VALID || (mask !== null && mask.bytes[i] === 0)) continue
    if (leaveOut.length > 0 && isLeftOut(i)) continue
    base++
    if (isCounted(i)) count++
  }
  return { count, base, proportion: proportion(count, base) }
}
