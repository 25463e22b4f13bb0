import { zeros, type Matrix } from '../linear-algebra.ts'
import type { Block } from './calibration.ts'
import { profilesOf, type MarginProfiles } from './margin-profiles.ts'
import type { SampleDesign, Stage } from './sample-design.ts'
import { groupFactors } from './variance.ts'

/** What does not depend on the table: weights as they enter the variance, and the moments of the margins. */
interface Prepared {
  readonly factors: Float64Array
  /** `a_h·w²` of each person. */
  readonly squares: Float64Array
  readonly marginMoments: Matrix
  /** Weighted sums of each stratum over the margins. */
  readonly marginSums: Matrix
  readonly profiles: MarginProfiles
}

/** Many tables are asked of one design; what they share is computed once. */
const preparedDesigns = new WeakMap<SampleDesign, Prepared>()

/** `moments[a, b] += amounts` over all people, a and b their columns in two blocks. */
function addPairs({ values, columnCount }: Matrix, a: Block, b: Block, amounts: Float64Array): void {
  const [codesA, codesB] = [a.codes!, b.codes!]
  for (let row = 0; row < amounts.length; row++) {
    const codeA = codesA[row]!
    const codeB = codesB[row]!
    if (codeA >= 0 && codeB >= 0) values[(a.at + codeA) * columnCount + b.at + codeB]! += amounts[row]!
  }
}

/** Weighted sums of each stratum over the columns of a block. */
function addSums(sums: Matrix, { at, codes }: Block, { groupOfUnit }: Stage, weights: Float64Array): void {
  for (let row = 0; row < weights.length; row++) {
    const code = codes![row]!
    if (code >= 0) sums.values[groupOfUnit[row]! * sums.columnCount + at + code]! += weights[row]!
  }
}

function prepare(design: SampleDesign, margins: readonly Block[], columnCount: number): Prepared {
  const profiles = profilesOf(design.calibration?.basis.factors ?? [], design.rowCount)
  const stage = design.stages[0]!
  const factors = groupFactors(stage, design.singlePsu)
  const squares = design.weights.map((weight, row) => factors[stage.groupOfUnit[row]!]! * weight * weight)
  const marginMoments = zeros(columnCount, columnCount)
  const marginSums = zeros(factors.length, columnCount)
  for (const a of margins) {
    addSums(marginSums, a, stage, design.weights)
    for (const b of margins) addPairs(marginMoments, a, b, squares)
  }
  return { factors, squares, marginMoments, marginSums, profiles }
}

/** Puts a block of columns into a wider matrix, moved right (and down) by `shift`. */
function place(target: Matrix, part: Matrix, shift: number, isSquare: boolean): void {
  for (let i = 0; i < part.rowCount; i++)
    for (let j = 0; j < part.columnCount; j++)
      target.values[(i + (isSquare ? shift : 0)) * target.columnCount + j + shift] =
        part.values[i * part.columnCount + j]!
}

/** `G −= a_h/n_h·ΣB·ΣB'` of every stratum. */
function subtractMeans(moments: Matrix, sums: Matrix, factors: Float64Array, { unitsInGroup }: Stage): void {
  const size = moments.columnCount
  factors.forEach((factor, group) => {
    for (let i = 0; i < size; i++) {
      const own = (sums.values[group * size + i]! * factor) / unitsInGroup[group]!
      if (own === 0) continue
      for (let j = 0; j < size; j++) moments.values[i * size + j]! -= own * sums.values[group * size + j]!
    }
  })
}

/** What a table needs of people drawn one by one. */
export interface PeopleMoments {
  /** `Σ_h a_h·(ΣBB' − ΣB·ΣB'/n_h)`. */
  readonly moments: Matrix
  /** `X'D·1_cell`: initial weights by margin column and cell. */
  readonly initial: Matrix
}

/** Adds sums by profile and cell up to sums by the columns of the margins and cell. */
function spread(byProfile: Float64Array, profiles: MarginProfiles, cellCount: number, to: Matrix): void {
  for (const columns of profiles.columns)
    for (let profile = 0; profile < profiles.count; profile++)
      for (let cell = 0; cell < cellCount; cell++)
        to.values[columns[profile]! * cellCount + cell]! += byProfile[profile * cellCount + cell]!
}

/**
 * `Σ_h a_h·(ΣBB' − ΣB·ΣB'/n_h)` for people drawn one by one: B has one value of each block, so that only sums by
 * pairs of columns are kept.
 *
 * @param blocks - the cells of the table, then the margins
 * @param initialWeights - the weights before calibration; those of the design without one
 */
export function momentsOfPeople(
  design: SampleDesign,
  blocks: readonly Block[],
  columnCount: number,
  initialWeights: Float64Array,
): PeopleMoments {
  const stage = design.stages[0]!
  const [{ codes }, ...margins] = blocks as readonly [Block, ...Block[]]
  const cellCount = margins[0]?.at ?? columnCount
  const marginCount = columnCount - cellCount
  let prepared = preparedDesigns.get(design)
  if (!prepared) {
    const moved = margins.map((margin) => ({ ...margin, at: margin.at - cellCount }))
    preparedDesigns.set(design, (prepared = prepare(design, moved, marginCount)))
  }
  const moments = zeros(columnCount, columnCount)
  const sums = zeros(prepared.factors.length, columnCount)
  place(moments, prepared.marginMoments, cellCount, true)
  place(sums, prepared.marginSums, cellCount, false)
  const { squares, initials } = countPeople(design, prepared, codes!, cellCount, sums, initialWeights)
  addCells(moments, squares, prepared.profiles, cellCount)
  const initial = zeros(marginCount, cellCount)
  spread(initials, prepared.profiles, cellCount, initial)
  subtractMeans(moments, sums, prepared.factors, stage)
  return { moments, initial }
}

/** The one pass over the people: squares and initial weights by profile and cell, and the sums of the strata. */
function countPeople(
  { weights, stages: [stage] }: SampleDesign,
  { squares: squareOfRow, profiles }: Prepared,
  cells: Int32Array,
  cellCount: number,
  sums: Matrix,
  initialWeights: Float64Array,
): { readonly squares: Float64Array; readonly initials: Float64Array } {
  const squares = new Float64Array(profiles.count * cellCount)
  const initials = new Float64Array(profiles.count * cellCount)
  const { groupOfUnit } = stage!
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!
    if (cell < 0) continue
    const at = profiles.ofRow[row]! * cellCount + cell
    squares[at]! += squareOfRow[row]!
    initials[at]! += initialWeights[row]!
    sums.values[groupOfUnit[row]! * sums.columnCount + cell]! += weights[row]!
  }
  return { squares, initials }
}

/** Moments of the cells with themselves (a person is in one) and with the margins, on both sides of the diagonal. */
function addCells(moments: Matrix, squares: Float64Array, profiles: MarginProfiles, cellCount: number): void {
  const { values, columnCount } = moments
  squares.forEach((square, at) => (values[(at % cellCount) * (columnCount + 1)]! += square))
  const byMargin = zeros(columnCount - cellCount, cellCount)
  spread(squares, profiles, cellCount, byMargin)
  byMargin.values.forEach((square, at) => {
    const [column, cell] = [cellCount + Math.floor(at / cellCount), at % cellCount]
    values[column * columnCount + cell] = square
    values[cell * columnCount + column] = square
  })
}
