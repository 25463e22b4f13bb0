import { multiply, transpose, zeros, type Matrix } from '../linear-algebra.ts'
import { blocksOf, columnCountOf, type Block, type Calibration } from './calibration.ts'
import type { SampleDesign } from './sample-design.ts'
import { momentsOfPeople } from './people-moments.ts'
import { momentsOfUnits } from './unit-moments.ts'
import { refuseSingles } from './variance.ts'

/**
 * Covariances of estimators whose score depends only on the person's cell in a table: `w·u[cell]`.
 *
 * @param coefficients - one array per estimator, a value per cell
 */
export type CellCovariance = (coefficients: readonly Float64Array[]) => Matrix

/**
 * Prepares the covariances of all estimators of one table in one pass over the people. With A the weighted cells of a
 * sampling unit, X its weighted margins and `B = (A, X)`, kept are `G = Σ_h a_h·Σ(B − B̄_h)(B − B̄_h)'` and `X'D·1_cell`;
 * for an estimator with coefficients u and `β = (X'DX)⁻¹X'Du` the variance is `(u, −β)'G(u, −β)`.
 *
 * @param cells - the cell of each row, −1 where it does not count
 * @throws SinglePsuError when the design refuses single-unit strata
 */
export function cellCovariance(design: SampleDesign, cells: Int32Array, cellCount: number): CellCovariance {
  refuseSingles(design)
  const { calibration } = design
  const margins = calibration ? blocksOf(calibration.basis) : []
  const blocks: Block[] = [
    { at: 0, codes: cells },
    ...margins.map((margin) => ({ ...margin, at: margin.at + cellCount })),
  ]
  const columnCount = cellCount + (calibration ? columnCountOf(calibration.basis) : 0)
  const { moments, initial } = isDrawnAlone(design)
    ? momentsOfPeople(design, blocks, columnCount, calibration?.initialWeights ?? design.weights)
    : {
        moments: momentsOfUnits(design, blocks, columnCount),
        initial: calibration && initialSums(calibration, cells, cellCount),
      }
  return (coefficients) => {
    const combined = combine(coefficients, cellCount, columnCount, calibration, initial)
    return multiply(combined, multiply(moments, transpose(combined)))
  }
}

/** One stage, every row a unit, no stratum that needs a centre of its own, no calibration to numbers. */
function isDrawnAlone({ stages, singlePsu, singlePsuStrata, calibration, rowCount }: SampleDesign): boolean {
  const isCentred = singlePsuStrata.length === 0 || singlePsu === 'certainty' || singlePsu === 'average'
  return (
    stages.length === 1 &&
    stages[0]!.groupOfUnit.length === rowCount &&
    isCentred &&
    (calibration?.basis.numbers.length ?? 0) === 0
  )
}

/** `X'D·1_cell`: initial weights by margin column and cell. */
function initialSums({ basis, initialWeights }: Calibration, cells: Int32Array, cellCount: number): Matrix {
  const sums = zeros(columnCountOf(basis), cellCount)
  for (const block of blocksOf(basis)) addInitialSums(sums, block, cells, initialWeights)
  return sums
}

function addInitialSums(
  sums: Matrix,
  { at, codes, numbers }: Block,
  cells: Int32Array,
  weights: Float64Array,
): void {
  const { values, columnCount } = sums
  if (codes) {
    for (let row = 0; row < cells.length; row++)
      if (cells[row]! >= 0) values[(at + codes[row]!) * columnCount + cells[row]!]! += weights[row]!
  } else
    for (let row = 0; row < cells.length; row++)
      if (cells[row]! >= 0) values[at * columnCount + cells[row]!]! += weights[row]! * numbers![row]!
}

/** Every estimator as a row `(u, −β)`. */
function combine(
  coefficients: readonly Float64Array[],
  cellCount: number,
  columnCount: number,
  calibration: Calibration | null,
  initial: Matrix | null,
): Matrix {
  const combined = zeros(coefficients.length, columnCount)
  coefficients.forEach((u, at) => {
    combined.values.set(u, at * columnCount)
    if (!calibration || !initial) return
    const sums = multiply(initial, { rowCount: cellCount, columnCount: 1, values: u }).values
    const slopes = calibration.factor.solve(sums).map((slope) => -slope)
    combined.values.set(slopes, at * columnCount + cellCount)
  })
  return combined
}
