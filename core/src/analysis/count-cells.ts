import {
  IS_NOT_APPLICABLE,
  IS_REFUSED,
  UNANSWERED,
  VALID,
  type OptionColumn,
  type SetColumn,
} from './column.ts'
import type { Columns } from './columns.ts'
import type { Mask } from './mask.ts'
import type { SummaryBase } from './model.ts'
import { tally, tallyWeighted, type Tallied } from './tally.ts'

/** Responses to look at: a mask keeps to those that were there when it was made. */
export function rowCount({ responseCount }: Columns, mask: Mask | null): number {
  return mask === null ? responseCount : mask.bytes.length
}

/** How often each value of a cell occurs among the responses that count; index = value. */
export function countCells(
  cells: Tallied['cells'],
  valueCount: number,
  columns: Columns,
  mask: Mask | null,
): Uint32Array {
  const scope = { length: rowCount(columns, mask), bytes: mask?.bytes ?? null }
  const { frequencies } = columns
  if (frequencies === null) return tally({ cells, size: valueCount }, scope)
  return Uint32Array.from(tallyWeighted({ cells, size: valueCount }, frequencies, scope).weights)
}

/** Who stands behind the counts of a column's cells; whatever is at least `VALID` is an answer. */
export function baseOf(counts: Uint32Array): SummaryBase {
  let validCount = 0
  for (let value = VALID; value < counts.length; value++) validCount += counts[value]!
  const unansweredCount = counts[UNANSWERED]!
  const notApplicableCount = counts[IS_NOT_APPLICABLE]!
  const refusedCount = counts[IS_REFUSED]!
  const askedCount = validCount + unansweredCount + notApplicableCount + refusedCount
  return { askedCount, validCount, unansweredCount, notApplicableCount, refusedCount }
}

/** Answers of a column by option. With several answers allowed the counts add up to more than the people. */
export interface OptionCounts {
  readonly base: SummaryBase
  /** People per option, in the order of the dictionary. */
  readonly counts: readonly number[]
}

/** Calls `visit` for each option chosen in one response of a set column. */
export function eachBit(
  words: ArrayLike<number>,
  from: number,
  wordCount: number,
  visit: (index: number) => void,
): void {
  for (let word = 0; word < wordCount; word++) {
    let bits = words[from + word]!
    while (bits !== 0) {
      const lowest = bits & -bits
      visit(word * 32 + 31 - Math.clz32(lowest))
      bits ^= lowest
    }
  }
}

/** Beyond so many different sets they are gone through one by one. */
const MOST_TALLIED = 1024

function countSets(
  { words, wordCount, dictionary }: SetColumn,
  columns: Columns,
  mask: Mask | null,
): number[] {
  const size = dictionary.options.length
  const counts = new Array<number>(size).fill(0)
  if (wordCount === 1 && 2 ** size <= MOST_TALLIED) {
    countCells(words, 2 ** size, columns, mask).forEach((count, word) => {
      eachBit([word], 0, 1, (index) => (counts[index]! += count))
    })
    return counts
  }
  const length = rowCount(columns, mask)
  for (let i = 0; i < length; i++) {
    if (mask !== null && mask.bytes[i] === 0) continue
    eachBit(words, i * wordCount, wordCount, (index) => (counts[index]! += columns.frequencies?.[i] ?? 1))
  }
  return counts
}

/** Counts one column of options. */
export function countOptions(column: OptionColumn, columns: Columns, mask: Mask | null): OptionCounts {
  const size = column.dictionary.options.length
  if (column.kind === 'code') {
    const counts = countCells(column.cells, VALID + size, columns, mask)
    return { base: baseOf(counts), counts: [...counts.subarray(VALID)] }
  }
  const base = baseOf(countCells(column.cells, VALID + 1, columns, mask))
  return { base, counts: countSets(column, columns, mask) }
}
