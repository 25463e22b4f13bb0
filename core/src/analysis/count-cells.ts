import { IS_NOT_APPLICABLE, IS_REFUSED, UNANSWERED, VALID, type OptionColumn } from './column.ts'
import type { Columns } from './columns.ts'
import type { Mask } from './mask.ts'
import type { SummaryBase } from './model.ts'

/** Responses to look at: a mask keeps to those that were there when it was made. */
export function rowCount({ responseCount }: Columns, mask: Mask | null): number {
  return mask === null ? responseCount : mask.bytes.length
}

/** How often each value of a cell occurs among the responses that count; index = value. */
export function countCells(
  cells: Uint8Array | Uint16Array,
  valueCount: number,
  columns: Columns,
  mask: Mask | null,
): Uint32Array {
  const counts = new Uint32Array(valueCount)
  const length = rowCount(columns, mask)
  if (mask === null) {
    for (let i = 0; i < length; i++) counts[cells[i]!]!++
    return counts
  }
  const { bytes } = mask
  const both = new Uint32Array(valueCount * 2)
  for (let i = 0; i < length; i++) both[cells[i]! * 2 + bytes[i]!]!++
  for (let value = 0; value < valueCount; value++) counts[value] = both[value * 2 + 1]!
  return counts
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
  words: Uint32Array,
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

/** Counts one column of options. */
export function countOptions(column: OptionColumn, columns: Columns, mask: Mask | null): OptionCounts {
  const size = column.dictionary.options.length
  if (column.kind === 'code') {
    const counts = countCells(column.cells, VALID + size, columns, mask)
    return { base: baseOf(counts), counts: [...counts.subarray(VALID)] }
  }
  const counts = new Array<number>(size).fill(0)
  const count = (index: number) => {
    counts[index]!++
  }
  const length = rowCount(columns, mask)
  for (let i = 0; i < length; i++) {
    if (mask !== null && mask.bytes[i] === 0) continue
    eachBit(column.words, i * column.wordCount, column.wordCount, count)
  }
  return { base: baseOf(countCells(column.cells, VALID + 1, columns, mask)), counts }
}
