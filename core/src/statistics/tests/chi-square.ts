import { chiSquareUpperTail } from '../distributions.ts'
import { TestNotPossibleError } from '../errors.ts'
import { adjustedResiduals } from './residuals.ts'
import { trimTable, type Table } from './table.ts'

/** Tests of independence for unweighted answers of people drawn one by one. */
export interface ChiSquareTest {
  /** Pearson's `Σ(O − E)²/E`, without continuity correction. */
  readonly pearson: number
  readonly degreesOfFreedom: number
  readonly pValue: number
  /** The likelihood ratio `2·ΣO·ln(O/E)` and its p-value. */
  readonly likelihoodRatio: number
  readonly likelihoodRatioPValue: number
  /** 0 (independent) to 1 (fully associated); `√(X²/(n·min(r − 1, c − 1)))`. */
  readonly cramersV: number
  /** The smallest expected count; under 5 the test is rough. */
  readonly smallestExpected: number
  /** Adjusted residuals of the table without its empty rows and columns, row by row; beyond ±2 a cell is marked. */
  readonly residuals: readonly (readonly number[])[]
}

/**
 * Pearson's and the likelihood-ratio test of independence. Empty rows and columns are left out first.
 *
 * @param counts - people, or weighted people scaled to n; every row as long as the first
 * @throws TestNotPossibleError when fewer than two rows or columns have anybody
 * @see Pearson (1900), Phil. Mag. 50; Cramér (1946), Mathematical Methods of Statistics, §21.9
 */
export function chiSquareTest(counts: Table): ChiSquareTest {
  const table = trimTable(counts)
  const { rowSums, columnSums, sum } = sumsOfTable(table)
  let pearson = 0
  let likelihoodRatio = 0
  let smallestExpected = Infinity
  table.forEach((row, i) =>
    row.forEach((count, j) => {
      const expected = (rowSums[i]! * columnSums[j]!) / sum
      pearson += (count - expected) ** 2 / expected
      if (count > 0) likelihoodRatio += 2 * count * Math.log(count / expected)
      smallestExpected = Math.min(smallestExpected, expected)
    }),
  )
  const degreesOfFreedom = (rowSums.length - 1) * (columnSums.length - 1)
  return {
    pearson,
    degreesOfFreedom,
    pValue: chiSquareUpperTail(pearson, degreesOfFreedom),
    likelihoodRatio,
    likelihoodRatioPValue: chiSquareUpperTail(likelihoodRatio, degreesOfFreedom),
    cramersV: cramersV(pearson, sum, rowSums.length, columnSums.length),
    smallestExpected,
    residuals: adjustedResiduals(table),
  }
}

/** Cramér's V of a Pearson statistic; 1 at most, also where rounding says more. */
export function cramersV(pearson: number, n: number, rowCount: number, columnCount: number): number {
  const smaller = Math.min(rowCount, columnCount) - 1
  if (smaller < 1 || n <= 0) throw new TestNotPossibleError('Tabela ma mniej niż dwa wiersze lub kolumny.')
  return Math.min(1, Math.sqrt(pearson / (n * smaller)))
}

/** Sums of rows, of columns and of all. */
export function sumsOfTable(table: Table): {
  readonly rowSums: readonly number[]
  readonly columnSums: readonly number[]
  readonly sum: number
} {
  const rowSums = table.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columnSums = table[0]!.map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0))
  return { rowSums, columnSums, sum: rowSums.reduce((sum, count) => sum + count, 0) }
}
