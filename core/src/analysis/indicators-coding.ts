import { VALID, type CodeColumn, type MatrixColumn, type OptionColumn, type RankColumn } from './column.ts'
import type { Columns } from './columns.ts'
import type { Coding } from './indicators-count.ts'
import { ANSWERED_SHARE } from './indicators-rules.ts'

/** A question, or a row of a matrix, with options that can be counted. */
export interface Place {
  /** The question, or `key/rowKey`. */
  readonly key: string
  readonly questionKey: string
  /** The row; `null` where the question has none. */
  readonly rowKey: string | null
  readonly rowLabel: string | null
  readonly column: OptionColumn
}

/** The places of a question: itself, or its rows; none when the questionnaire does not ask it. */
export function placesOf(columns: Columns, questionKey: string): readonly Place[] {
  const column = columns.byKey.get(questionKey)
  if (column?.kind === 'code' || column?.kind === 'set')
    return [{ key: questionKey, questionKey, rowKey: null, rowLabel: null, column }]
  if (column?.kind !== 'matrix') return []
  return column.rows.map(({ key, label, column: row }) => ({
    key: `${questionKey}/${key}`,
    questionKey,
    rowKey: key,
    rowLabel: label,
    column: row,
  }))
}

/** One cell per option, in the order of the dictionary; whoever gave no valid answer is out. */
export function codingOfCodes(column: CodeColumn): Coding {
  const { cells, dictionary } = column
  return { cellOf: (at) => Math.max(cells[at]! - VALID, -1), cellCount: dictionary.options.length, column }
}

/** A test of whether a person with a valid answer chose any of these options. */
export function choseAny(column: OptionColumn, codes: readonly string[]): (at: number) => boolean {
  const wanted = codes.flatMap((code) => column.dictionary.indexOf.get(code) ?? [])
  if (column.kind === 'code') {
    const isWanted = new Uint8Array(VALID + column.dictionary.options.length)
    for (const index of wanted) isWanted[VALID + index] = 1
    return (at) => isWanted[column.cells[at]!] === 1
  }
  const { words, wordCount } = column
  const bits = new Uint32Array(wordCount)
  for (const index of wanted) bits[index >>> 5]! |= 1 << (index & 31)
  return (at) => {
    for (let word = 0; word < wordCount; word++)
      if ((words[at * wordCount + word]! & bits[word]!) !== 0) return true
    return false
  }
}

/** Cell 1 for people with any of the codes, 0 for others with a valid answer that is not left out. */
export function codingOfAny(
  column: OptionColumn,
  codes: readonly string[],
  leaveOut: readonly string[] = [],
): Coding {
  const has = choseAny(column, codes)
  const isOut = leaveOut.length === 0 ? () => false : choseAny(column, leaveOut)
  return {
    cellCount: 2,
    cellOf: (at) => (column.cells[at]! < VALID || isOut(at) ? -1 : has(at) ? 1 : 0),
  }
}

/** Cell 1 for people with any of the codes in any row, 0 for others with an answer in any row. */
export function codingOfAnyRow({ rows, cells }: MatrixColumn, codes: readonly string[]): Coding {
  const tests = rows.map(({ column }) => choseAny(column, codes))
  const cellOf = (at: number) => {
    if (cells[at]! < VALID) return -1
    for (const isFound of tests) if (isFound(at)) return 1
    return 0
  }
  return { cellCount: 2, cellOf }
}

/**
 * Cell 1 for people with any of the codes in these rows, 0 for others; only people count who answered at least 60 %
 * of the rows, whatever they answered, so that gaps do not make a group look more (or less) dependent.
 */
export function codingOfRows(
  { rows }: MatrixColumn,
  isWanted: (rowKey: string) => boolean,
  codes: readonly string[],
): Coding {
  const tests = rows
    .filter(({ key }) => isWanted(key))
    .map(({ column }) => ({ cells: () => column.cells, has: choseAny(column, codes) }))
  const needed = tests.length * ANSWERED_SHARE
  const cellOf = (at: number) => {
    let answered = 0
    let found = 0
    for (const { cells, has } of tests) {
      if (cells()[at]! < VALID) continue
      answered++
      if (has(at)) found = 1
    }
    return answered === 0 || answered < needed ? -1 : found
  }
  return { cellCount: 2, cellOf }
}

/** Keeps of the people of one coding only those whom another puts into cell 1. */
export function among({ cellOf, cellCount }: Coding, group: Coding): Coding {
  return { cellCount, cellOf: (at) => (group.cellOf(at) === 1 ? cellOf(at) : -1) }
}

/** Cell 0 for people who ranked others only, else the place, from 1. */
export function codingOfPlace({ cells, places, top }: RankColumn, index: number): Coding {
  const cellOf = (at: number) => {
    if (cells[at]! < VALID) return -1
    for (let place = 0; place < top; place++) if (places[at * top + place] === 1 + index) return place + 1
    return 0
  }
  return { cellCount: top + 1, cellOf }
}

/** Two codings at once: `one · other.cellCount + other`; people in both. */
export function crossed(one: Coding, other: Coding): Coding {
  const cellOf = (at: number) => {
    const first = one.cellOf(at)
    const second = first < 0 ? -1 : other.cellOf(at)
    return second < 0 ? -1 : first * other.cellCount + second
  }
  return { cellCount: one.cellCount * other.cellCount, cellOf }
}
