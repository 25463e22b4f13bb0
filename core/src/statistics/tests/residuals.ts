import type { Table } from './table.ts'

/**
 * Adjusted residuals `(O − E)/√(E(1 − row share)(1 − column share))`: about normal when rows and columns are
 * independent, so that cells beyond ±2 stand out.
 *
 * @param table - counts without empty rows and columns
 * @see Haberman (1973), Biometrics 29
 */
export function adjustedResiduals(table: Table): readonly (readonly number[])[] {
  const rowSums = table.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columnSums = (table[0] ?? []).map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0))
  const all = rowSums.reduce((sum, count) => sum + count, 0)
  return table.map((row, i) =>
    row.map((count, j) => {
      const expected = (rowSums[i]! * columnSums[j]!) / all
      const spread = expected * (1 - rowSums[i]! / all) * (1 - columnSums[j]! / all)
      return spread > 0 ? (count - expected) / Math.sqrt(spread) : 0
    }),
  )
}
