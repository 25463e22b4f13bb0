import { fUpperTail, tTwoSidedTail } from '../distributions.ts'
import { TestNotPossibleError } from '../errors.ts'
import type { SampleDesign } from '../design/sample-design.ts'
import { cellCovariance } from '../design/cell-moments.ts'
import { degreesOfFreedom } from '../design/variance.ts'
import { factorise, type Matrix } from '../linear-algebra.ts'
import { departuresOf, type Departure } from './cell-coefficients.ts'
import { designTableOf, type CrossedQuestions, type DesignTable } from './design-table.ts'

export interface FTest {
  readonly f: number
  readonly numeratorDegrees: number
  readonly denominatorDegrees: number
  readonly pValue: number
}

export interface WaldTests {
  /** `W/k` on F(k, df), k = (r − 1)(c − 1). */
  readonly wald: FTest
  /** `W·(df − k + 1)/(k·df)` on F(k, df − k + 1); null when df < k. */
  readonly adjusted: FTest | null
}

const designDegrees = (design: SampleDesign, { domain }: CrossedQuestions) =>
  degreesOfFreedom(design, domain ? (row) => domain[row] === 1 : undefined)

/**
 * Wald tests of independence from the departures `N_ij − N_i·N_j/N` of all cells but the first row and column and
 * their design-based covariance, `W = Y'V⁻¹Y`. Plain Wald is too eager where df is small; show Rao–Scott, or the
 * adjusted one.
 *
 * @throws TestNotPossibleError for fewer than two rows or columns, without degrees of freedom, or when the
 *   covariance cannot be inverted (too few clusters for the table)
 * @see Koch, Freeman and Freeman (1975), Int. Statist. Rev. 43; R survey: svychisq("Wald", "adjWald")
 */
export function waldTests(design: SampleDesign, crossed: CrossedQuestions): WaldTests {
  const table = designTableOf(design, crossed)
  const df = designDegrees(design, crossed)
  const departures = departuresOf(table).filter(({ row, column }) => row > 0 && column > 0)
  const k = departures.length
  const factor = factorise(covarianceOfDepartures(design, table, departures))
  if (df < 1 || factor.rank < k)
    throw new TestNotPossibleError('W próbie jest za mało wylosowanych jednostek na tak dużą tabelę.')
  const y = departures.map(({ people }) => people)
  const statistic = factor.solve(y).reduce((sum, value, at) => sum + value * y[at]!, 0)
  return {
    wald: fTest(statistic / k, k, df),
    adjusted: df >= k ? fTest((statistic * (df - k + 1)) / (k * df), k, df - k + 1) : null,
  }
}

function fTest(f: number, numeratorDegrees: number, denominatorDegrees: number): FTest {
  return {
    f,
    numeratorDegrees,
    denominatorDegrees,
    pValue: fUpperTail(f, numeratorDegrees, denominatorDegrees),
  }
}

/** How far one cell is from independence. */
export interface CellResidual {
  /** Places in the table without its empty rows and columns. */
  readonly row: number
  readonly column: number
  /** Departure over its standard error; beyond about ±2 the cell is marked. 0 where nothing varies. */
  readonly residual: number
  /** Two-sided, of Student's t with the degrees of freedom of the design; adjust for the number of cells. */
  readonly pValue: number
}

/**
 * Design-based adjusted residuals: the departure of every cell from independence over its own linearised error. For
 * a simple random sample they are near Haberman's.
 *
 * @returns row by row; departures are of people, residuals have no unit
 * @throws TestNotPossibleError for fewer than two rows or columns or without degrees of freedom
 * @see Haberman (1973), Biometrics 29; Thomas, Singh and Roberts (1996), Int. Statist. Rev. 64 for the covariance
 */
export function designResiduals(design: SampleDesign, crossed: CrossedQuestions): CellResidual[] {
  const table = designTableOf(design, crossed)
  const df = designDegrees(design, crossed)
  if (df < 1) throw new TestNotPossibleError('W próbie jest za mało wylosowanych jednostek.')
  const departures = departuresOf(table)
  const { values } = covarianceOfDepartures(design, table, departures)
  return departures.map(({ row, column, people }, at) => {
    const variance = values[at * departures.length + at]!
    const residual = variance > NO_VARIANCE * table.weightSum ** 2 ? people / Math.sqrt(variance) : 0
    return { row, column, residual, pValue: tTwoSidedTail(residual, df) }
  })
}

/** A variance below this share of the population squared is rounding. */
const NO_VARIANCE = 1e-24

function covarianceOfDepartures(
  design: SampleDesign,
  table: DesignTable,
  departures: readonly Departure[],
): Matrix {
  const covariance = cellCovariance(design, table.cells, table.rowCount * table.columnCount)
  return covariance(departures.map(({ coefficients }) => coefficients))
}
