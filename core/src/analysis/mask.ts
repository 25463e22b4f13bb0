import { COLLECTION_MODES } from '../response/index.ts'
import { VALID, type CodeColumn } from './column.ts'
import type { Columns } from './columns.ts'
import type { ResponseFilter } from './model.ts'

/** Which responses count: a 1 for each that does, in the order of the columns. */
export interface Mask {
  readonly bytes: Uint8Array
  /** Number of ones. */
  readonly count: number
}

/** Question keys whose answers can be filtered by. */
export const SEX_QUESTION = 'dem_sex'
export const AGE_QUESTION = 'dem_age'

const isRestricting = (values: readonly string[] | undefined): values is readonly string[] =>
  values !== undefined && values.length > 0

/** Clears the responses whose cell is not among the wanted ones. */
function keepOnly(bytes: Uint8Array, cells: Uint8Array | Uint16Array, wanted: ReadonlySet<number>): void {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 1 && !wanted.has(cells[i]!)) bytes[i] = 0
}

function wantedCells(column: CodeColumn, codes: readonly string[]): Set<number> {
  const indexes = codes.map((code) => column.dictionary.indexOf.get(code))
  return new Set(indexes.filter((index) => index !== undefined).map((index) => VALID + index))
}

function keepAnswers(bytes: Uint8Array, columns: Columns, key: string, codes: readonly string[]): void {
  const column = columns.byKey.get(key)
  if (column?.kind === 'code') keepOnly(bytes, column.cells, wantedCells(column, codes))
  else bytes.fill(0)
}

/**
 * The responses a filter lets through: within a list any value, the lists together all. An empty or absent list
 * restricts nothing; a code or locality that no response has lets nobody through.
 *
 * @returns `null` when the filter restricts nothing
 */
export function maskOf(columns: Columns, filter: ResponseFilter): Mask | null {
  const { localityIds, sexCodes, ageCodes, modes } = filter
  if (![localityIds, sexCodes, ageCodes, modes].some(isRestricting)) return null
  const bytes = new Uint8Array(columns.responseCount).fill(1)
  if (isRestricting(localityIds)) {
    const indexes = localityIds.map((id) => columns.localities.indexOf.get(id))
    keepOnly(bytes, columns.localityCells, new Set(indexes.filter((i) => i !== undefined).map((i) => 1 + i)))
  }
  if (isRestricting(modes)) {
    const indexes = COLLECTION_MODES.flatMap((mode, index) => (modes.includes(mode) ? [index] : []))
    keepOnly(bytes, columns.modes, new Set(indexes))
  }
  if (isRestricting(sexCodes)) keepAnswers(bytes, columns, SEX_QUESTION, sexCodes)
  if (isRestricting(ageCodes)) keepAnswers(bytes, columns, AGE_QUESTION, ageCodes)
  return { bytes, count: bytes.reduce((sum, byte) => sum + byte, 0) }
}

/** How many responses count; everybody without a mask. */
export function maskedCount(columns: Columns, mask: Mask | null): number {
  return mask === null ? columns.responseCount : mask.count
}
