import {
  chiSquareTest,
  normalTwoSidedTail,
  raoScottOf,
  tTwoSidedTail,
  TestNotPossibleError,
  type CellErrors,
} from '../statistics/design/index.ts'
import { multiply, transpose, type Matrix } from '../statistics/linear-algebra.ts'
import {
  covarianceOfGroups,
  groupOf,
  varianceOfGroups,
  type Combination,
  type Group,
} from './estimate-group.ts'
import type { Sample } from './estimate-variance.ts'

/** How far a cell is from independence, in standard errors, and how likely that is by chance. */
export interface CellResidual {
  readonly residual: number
  readonly p: number
}

/** A test of independence of rows and columns that share no people. */
export interface IndependenceTest {
  readonly kind: 'PEARSON' | 'RAO_SCOTT'
  /** Chi-square, or F. */
  readonly statistic: number
  readonly df: number
  readonly denominatorDf: number | null
  readonly p: number
  readonly cramersV: number
  /** Rows or columns of the tested table, whichever are fewer. */
  readonly shorterSide: number
  /** By cell as given; `null` in rows and columns without anybody. */
  readonly cells: readonly (readonly (CellResidual | null)[])[]
}

/** Why there is no test. */
export type NoTest = 'EMPTY' | 'SPARSE' | 'LARGE' | 'SAME'

/** More cells are not tested: nobody could read it. */
const MOST_CELLS = 400

interface Grid {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly cells: readonly (readonly Group[])[]
}

/** The table without its empty rows and columns. */
function trimmed(cells: readonly (readonly Group[])[]): Grid {
  const rows = [...cells.keys()].filter((r) => cells[r]!.some(({ n }) => n > 0))
  const columns = [...(cells[0] ?? []).keys()].filter((c) => cells.some((line) => line[c]!.n > 0))
  return { rows, columns, cells: rows.map((r) => columns.map((c) => cells[r]![c]!)) }
}

/**
 * Cochran's rule on expected counts of people: all at least 1 and at most a fifth under 5; of two by two all at
 * least 5.
 */
function isSparse(counts: readonly (readonly number[])[]): boolean {
  const rowSums = counts.map((line) => line.reduce((sum, n) => sum + n, 0))
  const columnSums = counts[0]!.map((_, c) => counts.reduce((sum, line) => sum + line[c]!, 0))
  const all = rowSums.reduce((sum, n) => sum + n, 0)
  const expected = rowSums.flatMap((row) => columnSums.map((column) => (row * column) / all))
  const few = expected.filter((count) => count < 5).length
  if (expected.length === 4) return few > 0
  return few > expected.length / 5 || expected.some((count) => count < 1)
}

function addedUp({ profiles }: Sample, groups: readonly Group[]): Group {
  const people = new Float64Array(profiles.count)
  for (const group of groups) for (let p = 0; p < people.length; p++) people[p]! += group.people[p]!
  return groupOf(profiles, people)
}

interface Crossing {
  readonly cell: Group
  readonly row: Group
  readonly column: Group
  readonly all: Group
}

/** `N_ij − N_i·N_j/N`, the departure of a cell from independence, in people. */
function departureOf({ cell, row, column, all }: Crossing): Combination {
  const ofColumn = column.weighted / all.weighted
  const ofRow = row.weighted / all.weighted
  const rest = ofColumn * ofRow
  const squares =
    cell.squares * (1 - ofColumn - ofRow + rest) ** 2 +
    (row.squares - cell.squares) * (rest - ofColumn) ** 2 +
    (column.squares - cell.squares) * (rest - ofRow) ** 2 +
    (all.squares - row.squares - column.squares + cell.squares) * rest ** 2
  return {
    terms: [
      [cell, 1],
      [row, -ofColumn],
      [column, -ofRow],
      [all, rest],
    ],
    squares,
    total: cell.weighted - (row.weighted * column.weighted) / all.weighted,
  }
}

/** A variance below this share of the people squared is rounding. */
const NO_VARIANCE = 1e-20

function designResidual(sample: Sample, crossing: Crossing): CellResidual {
  const { all } = crossing
  const departure = departureOf(crossing)
  const variance = varianceOfGroups(sample, departure) ?? 0
  if (variance <= NO_VARIANCE * all.weighted ** 2) return { residual: 0, p: 1 }
  const residual = departure.total / Math.sqrt(variance)
  return { residual, p: tTwoSidedTail(residual, Math.max(1, all.n - 1)) }
}

type Tested = Omit<IndependenceTest, 'cells' | 'shorterSide'> & {
  readonly residuals: readonly (readonly CellResidual[])[]
}

function pearson({ cells }: Grid): Tested {
  const test = chiSquareTest(cells.map((line) => line.map(({ n }) => n)))
  return {
    kind: 'PEARSON',
    statistic: test.pearson,
    df: test.degreesOfFreedom,
    denominatorDf: null,
    p: test.pValue,
    cramersV: test.cramersV,
    residuals: test.residuals.map((line) =>
      line.map((residual) => ({ residual, p: normalTwoSidedTail(residual) })),
    ),
  }
}

/** Covariances of estimators that depend on the cell only, from those of the weighted cells. */
function cellErrors(sample: Sample, { cells }: Grid, n: number): CellErrors {
  const flat = cells.flat()
  const values = covarianceOfGroups(sample, flat)
  const ofCells: Matrix = {
    rowCount: flat.length,
    columnCount: flat.length,
    values: values ?? new Float64Array(flat.length ** 2),
  }
  return {
    degreesOfFreedom: n - 1,
    covariance: (coefficients) => {
      const combined: Matrix = {
        rowCount: coefficients.length,
        columnCount: flat.length,
        values: Float64Array.from(coefficients.flatMap((line) => [...line])),
      }
      return multiply(combined, multiply(ofCells, transpose(combined)))
    },
  }
}

function raoScott(sample: Sample, grid: Grid): Tested {
  const { cells } = grid
  const all = addedUp(sample, cells.flat())
  const rows = cells.map((line) => addedUp(sample, line))
  const columns = cells[0]!.map((_, c) =>
    addedUp(
      sample,
      cells.map((line) => line[c]!),
    ),
  )
  const table = {
    weighted: cells.map((line) => line.map(({ weighted }) => weighted)),
    rowCount: rows.length,
    columnCount: columns.length,
    n: all.n,
    weightSum: all.weighted,
  }
  const test = raoScottOf(table, cellErrors(sample, grid, all.n))
  return {
    kind: 'RAO_SCOTT',
    statistic: test.f,
    df: test.numeratorDegrees,
    denominatorDf: test.denominatorDegrees,
    p: test.pValue,
    cramersV: test.cramersV,
    residuals: cells.map((line, r) =>
      line.map((cell, c) => designResidual(sample, { cell, row: rows[r]!, column: columns[c]!, all })),
    ),
  }
}

/** The residuals of the trimmed table where they were in the table as given. */
function spread(
  given: readonly (readonly Group[])[],
  { rows, columns }: Grid,
  residuals: Tested['residuals'],
): (CellResidual | null)[][] {
  return given.map((line, r) => line.map((_, c) => residuals[rows.indexOf(r)]?.[columns.indexOf(c)] ?? null))
}

/**
 * Tests whether rows and columns are independent: Pearson's chi-square of people without weights, Rao and Scott's
 * second-order F of weighted ones. Empty rows and columns are left out first.
 *
 * @param cells - groups that share no people, every row as long as the first
 * @returns why not, where the test would not hold
 */
export function testIndependence(
  cells: readonly (readonly Group[])[],
  sample: Sample,
): IndependenceTest | NoTest {
  const grid = trimmed(cells)
  if (grid.rows.length < 2 || grid.columns.length < 2) return 'EMPTY'
  if (grid.rows.length * grid.columns.length > MOST_CELLS) return 'LARGE'
  if (isSparse(grid.cells.map((line) => line.map(({ n }) => n)))) return 'SPARSE'
  try {
    const { residuals, ...test } = sample.isWeighted ? raoScott(sample, grid) : pearson(grid)
    const shorterSide = Math.min(grid.rows.length, grid.columns.length)
    return { ...test, shorterSide, cells: spread(cells, grid, residuals) }
  } catch (error) {
    if (error instanceof TestNotPossibleError) return 'SAME'
    throw error
  }
}
