import { cellCovariance } from '../design/cell-moments.ts'
import type { SampleDesign } from '../design/sample-design.ts'
import { sumsOfTable } from './chi-square.ts'
import { checkCrossed, type CrossedQuestions } from './design-table.ts'

/** A share with its error. */
export interface Share {
  /** 0 to 1. */
  readonly estimate: number
  readonly standardError: number
}

/** One cell of a weighted crosstab. Shares are null where nobody is in the base. */
export interface CellEstimate {
  readonly row: number
  readonly column: number
  /** People asked, of a weight above 0. */
  readonly n: number
  /** People they stand for. */
  readonly weighted: number
  readonly ofAll: Share | null
  readonly ofRow: Share | null
  readonly ofColumn: Share | null
}

interface Count {
  readonly cells: Int32Array
  readonly n: readonly number[]
  readonly weighted: readonly number[]
}

function count(design: SampleDesign, crossed: CrossedQuestions): Count {
  const { rowCodes, columnCodes, rowCount, columnCount, domain } = crossed
  const cells = new Int32Array(design.rowCount).fill(-1)
  const n = new Array<number>(rowCount * columnCount).fill(0)
  const weighted = new Array<number>(rowCount * columnCount).fill(0)
  for (let row = 0; row < cells.length; row++) {
    if (rowCodes[row]! < 0 || columnCodes[row]! < 0 || design.weights[row] === 0) continue
    if (domain && !domain[row]) continue
    const cell = rowCodes[row]! * columnCount + columnCodes[row]!
    cells[row] = cell
    n[cell]!++
    weighted[cell]! += design.weights[row]!
  }
  return { cells, n, weighted }
}

/** Coefficients of the share of `cell` among the cells of its base: `(1_cell − p·1_base)/N_base`. */
function coefficientsOf(
  cell: number,
  share: number,
  people: number,
  isInBase: (own: number) => boolean,
  size: number,
) {
  return Float64Array.from({ length: size }, (_, own) =>
    isInBase(own) ? ((own === cell ? 1 : 0) - share) / people : 0,
  )
}

/**
 * Every cell of a weighted crosstab with the linearised errors of its three percentages, calibrated weights and
 * strata, clusters and finite populations included. Empty rows and columns stay.
 *
 * @returns cells row by row
 * @throws ArgumentRefusedError when a question is of another length than the design, or has a category too many
 * @throws SinglePsuError when the design refuses single-unit strata
 * @see Binder (1983), Int. Statist. Rev. 51; R survey: svymean(~interaction(a, b)), svyby(~a, ~b, svymean)
 */
export function crosstabEstimates(design: SampleDesign, crossed: CrossedQuestions): CellEstimate[] {
  const { rowCount, columnCount } = crossed
  checkCrossed(design, crossed)
  const size = rowCount * columnCount
  const { cells, n, weighted } = count(design, crossed)
  const table = Array.from({ length: rowCount }, (_, i) =>
    weighted.slice(i * columnCount, (i + 1) * columnCount),
  )
  const { rowSums, columnSums, sum } = sumsOfTable(table)
  const covariance = cellCovariance(design, cells, size)
  const share = (cell: number, people: number, isInBase: (own: number) => boolean): Share | null => {
    if (!(people > 0)) return null
    const estimate = weighted[cell]! / people
    const variance = covariance([coefficientsOf(cell, estimate, people, isInBase, size)]).values[0]!
    return { estimate, standardError: Math.sqrt(Math.max(variance, 0)) }
  }
  return weighted.map((people, cell) => {
    const row = Math.floor(cell / columnCount)
    const column = cell % columnCount
    return {
      row,
      column,
      n: n[cell]!,
      weighted: people,
      ofAll: share(cell, sum, () => true),
      ofRow: share(cell, rowSums[row]!, (own) => Math.floor(own / columnCount) === row),
      ofColumn: share(cell, columnSums[column]!, (own) => own % columnCount === column),
    }
  })
}
