import { chiSquareUpperTail, fUpperTail } from '../distributions.ts'
import { TestNotPossibleError } from '../errors.ts'
import type { SampleDesign } from '../design/sample-design.ts'
import { cellCovariance, type CellCovariance } from '../design/cell-moments.ts'
import { degreesOfFreedom } from '../design/variance.ts'
import { factorise, multiply, transpose, zeros, type Matrix } from '../linear-algebra.ts'
import { shareCoefficients } from './cell-coefficients.ts'
import { chiSquareTest } from './chi-square.ts'
import { designTableOf, type CrossedQuestions, type DesignTable } from './design-table.ts'

/** Rao and Scott's corrections of Pearson's test for a weighted, clustered sample. */
export interface RaoScottTest {
  /** `n · Pearson statistic of the weighted shares`; what a naive program would print. */
  readonly pearson: number
  readonly tableDegreesOfFreedom: number
  /** First order: the p-value of `X²/mean eigenvalue of Δ` on χ² with (r − 1)(c − 1). */
  readonly firstOrderPValue: number
  /** Second order: `F = X²/tr(Δ)`; the test to be shown. */
  readonly f: number
  readonly numeratorDegrees: number
  readonly denominatorDegrees: number
  readonly pValue: number
  /** The mean generalised design effect of the table. */
  readonly meanDesignEffect: number
  readonly cramersV: number
  /** People with both answers. */
  readonly n: number
}

/** Sum-zero contrasts of a factor (Helmert), one a column. */
function helmert(count: number): Matrix {
  const contrasts = zeros(count, count - 1)
  for (let k = 1; k < count; k++) {
    const length = Math.sqrt(k * (k + 1))
    for (let i = 0; i < k; i++) contrasts.values[i * (count - 1) + k - 1] = 1 / length
    contrasts.values[k * (count - 1) + k - 1] = -k / length
  }
  return contrasts
}

/** Interaction contrasts, orthogonal to both main effects: products of sum-zero contrasts. */
function interactionContrasts(rowCount: number, columnCount: number): Matrix {
  const rows = helmert(rowCount)
  const columns = helmert(columnCount)
  const contrasts = zeros(rowCount * columnCount, rows.columnCount * columns.columnCount)
  for (let cell = 0; cell < contrasts.rowCount; cell++)
    for (let at = 0; at < contrasts.columnCount; at++) {
      const i = Math.floor(cell / columnCount)
      const j = cell % columnCount
      const k = Math.floor(at / columns.columnCount)
      const l = at % columns.columnCount
      contrasts.values[cell * contrasts.columnCount + at] =
        rows.values[i * rows.columnCount + k]! * columns.values[j * columns.columnCount + l]!
    }
  return contrasts
}

/** A weighted crosstab without empty rows and columns, however it was counted. */
export type WeightedCells = Omit<DesignTable, 'cells'>

/** `Δ = (C'D⁻¹C/n)⁻¹·(C'D⁻¹VD⁻¹C)`, D the diagonal of the shares (an empty cell's inverse is 0). */
function generalisedDesignEffects(table: WeightedCells, cells: CellCovariance, n: number): Matrix {
  const covariance = cells(shareCoefficients(table))
  const contrasts = interactionContrasts(table.rowCount, table.columnCount)
  const inverse = table.weighted.flat().map((weight) => (weight > 0 ? table.weightSum / weight : 0))
  const scaled: Matrix = {
    ...contrasts,
    values: contrasts.values.map((value, at) => value * inverse[Math.floor(at / contrasts.columnCount)]!),
  }
  const simple = multiply(transpose(contrasts), scaled)
  const factor = factorise({ ...simple, values: simple.values.map((value) => value / n) })
  const actual = multiply(transpose(scaled), multiply(covariance, scaled))
  const columns = transpose(actual)
  const size = actual.columnCount
  const solved = Array.from({ length: size }, (_, j) =>
    factor.solve(columns.values.subarray(j * size, (j + 1) * size)),
  )
  return transpose({
    rowCount: size,
    columnCount: size,
    values: Float64Array.from(solved.flatMap((x) => [...x])),
  })
}

function traceOf({ values, columnCount }: Matrix): number {
  let sum = 0
  for (let i = 0; i < columnCount; i++) sum += values[i * columnCount + i]!
  return sum
}

/** A smaller sum of design effects means that nothing varies between clusters. */
const NO_VARIANCE = 1e-12

/**
 * Rao–Scott tests of independence of two questions. Empty rows and columns are left out first.
 *
 * @param nominalN - what `X²` is multiplied by, people with both answers by default; F and both p-values do not
 *   depend on it
 * @throws TestNotPossibleError for fewer than two rows or columns, without degrees of freedom or without variance
 * @throws NothingToEstimateError when nobody answered both
 * @see Rao and Scott (1984), Ann. Statist. 12; Thomas and Rao (1987), J. Amer. Statist. Assoc. 82
 */
export function raoScottTest(
  design: SampleDesign,
  crossed: CrossedQuestions,
  nominalN?: number,
): RaoScottTest {
  const table = designTableOf(design, crossed)
  const { domain } = crossed
  const df = degreesOfFreedom(design, domain ? (row) => domain[row] === 1 : undefined)
  const covariance = cellCovariance(design, table.cells, table.weighted.flat().length)
  return raoScottOf(table, { covariance, degreesOfFreedom: df }, nominalN)
}

/** What the sample says of a table beside its weighted counts. */
export interface CellErrors {
  readonly covariance: CellCovariance
  /** Clusters minus strata among the people of the table. */
  readonly degreesOfFreedom: number
}

/** The tests from what was counted already; see `raoScottTest`. */
export function raoScottOf(
  table: WeightedCells,
  { covariance, degreesOfFreedom: df }: CellErrors,
  nominalN: number = table.n,
): RaoScottTest {
  if (df < 1) throw new TestNotPossibleError('W próbie jest za mało wylosowanych jednostek.')
  const plain = chiSquareTest(
    table.weighted.map((row) => row.map((weight) => (weight / table.weightSum) * nominalN)),
  )
  const effects = generalisedDesignEffects(table, covariance, nominalN)
  const trace = traceOf(effects)
  if (!(trace > NO_VARIANCE))
    throw new TestNotPossibleError('Odpowiedzi nie różnią się między jednostkami próby.')
  const numeratorDegrees = trace ** 2 / traceOf(multiply(effects, effects))
  const f = plain.pearson / trace
  const meanDesignEffect = trace / plain.degreesOfFreedom
  return {
    pearson: plain.pearson,
    tableDegreesOfFreedom: plain.degreesOfFreedom,
    firstOrderPValue: chiSquareUpperTail(plain.pearson / meanDesignEffect, plain.degreesOfFreedom),
    f,
    numeratorDegrees,
    denominatorDegrees: numeratorDegrees * df,
    pValue: fUpperTail(f, numeratorDegrees, numeratorDegrees * df),
    meanDesignEffect,
    cramersV: plain.cramersV,
    n: table.n,
  }
}
