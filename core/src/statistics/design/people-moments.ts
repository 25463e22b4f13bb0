import { zeros, type Matrix } from '../linear-algebra.ts'
import type { Block } from './calibration.ts'
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
  const stage = design.stages[0]!
  const factors = groupFactors(stage, design.singlePsu)
  const squares = design.weights.map((weight, row) => factors[stage.groupOfUnit[row]!]! * weight * weight)
  const marginMoments = zeros(columnCount, columnCount)
  const marginSums = zeros(factors.length, columnCount)
  for (const a of margins) {
    addSums(marginSums, a, stage, design.weights)
    for (const b of margins) addPairs(marginMoments, a, b, squares)
  }
  return { factors, squares, marginMoments, marginSums }
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

/**
 * `Σ_h a_h·(ΣBB' − ΣB·ΣB'/n_h)` for people drawn one by one: B has one value of each block, so that only sums by
 * pairs of columns are kept.
 *
 * @param blocks - the cells of the table, then the margins
 */
export function momentsOfPeople(design: SampleDesign, blocks: readonly Block[], columnCount: number): Matrix {
  const stage = design.stages[0]!
  const [cells, ...margins] = blocks as readonly [Block, ...Block[]]
  const cellCount = margins[0]?.at ?? columnCount
  let prepared = preparedDesigns.get(design)
  if (!prepared) {
    const moved = margins.map((margin) => ({ ...margin, at: margin.at - cellCount }))
    preparedDesigns.set(design, (prepared = prepare(design, moved, columnCount - cellCount)))
  }
  const moments = zeros(columnCount, columnCount)
  const sums = zeros(prepared.factors.length, columnCount)
  place(moments, prepared.marginMoments, cellCount, true)
  place(sums, prepared.marginSums, cellCount, false)
  addSums(sums, cells, stage, design.weights)
  for (const block of blocks) addPairs(moments, cells, block, prepared.squares)
  for (let i = cellCount; i < columnCount; i++)
    for (let j = 0; j < cellCount; j++)
      moments.values[i * columnCount + j] = moments.values[j * columnCount + i]!
  subtractMeans(moments, sums, prepared.factors, stage)
  return moments
}
