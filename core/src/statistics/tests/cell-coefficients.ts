import { sumsOfTable } from './chi-square.ts'
import type { DesignTable } from './design-table.ts'

/** Share of cell c of everybody: coefficient `(1_c − p_c)/W` by own cell. */
export function shareCoefficients({
  weighted,
  weightSum,
}: Pick<DesignTable, 'weighted' | 'weightSum'>): Float64Array[] {
  const shares = weighted.flat().map((weight) => weight / weightSum)
  return shares.map((share, cell) =>
    Float64Array.from(shares, (_, own) => ((own === cell ? 1 : 0) - share) / weightSum),
  )
}

/** How far a cell is from independence, in people: `Y_ij = N_ij − N_i·N_j/N`. */
export interface Departure {
  readonly row: number
  readonly column: number
  readonly people: number
  /** By own cell: `1_ij − 1_i·N_j/N − 1_j·N_i/N + N_i·N_j/N²`. */
  readonly coefficients: Float64Array
}

/** Departures from independence of all cells, row by row. */
export function departuresOf({ weighted, columnCount }: DesignTable): Departure[] {
  const { rowSums, columnSums, sum } = sumsOfTable(weighted)
  const cells = weighted.flat()
  return cells.map((people, cell) => {
    const row = Math.floor(cell / columnCount)
    const column = cell % columnCount
    const expected = (rowSums[row]! * columnSums[column]!) / sum
    const coefficients = Float64Array.from(cells, (_, own) => {
      const isRow = Math.floor(own / columnCount) === row
      const isColumn = own % columnCount === column
      return (
        (own === cell ? 1 : 0) -
        (isRow ? columnSums[column]! / sum : 0) -
        (isColumn ? rowSums[row]! / sum : 0) +
        expected / sum
      )
    })
    return { row, column, people: people - expected, coefficients }
  })
}
