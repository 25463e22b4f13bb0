import { zeros, type Matrix } from '../linear-algebra.ts'
import type { Block } from './calibration.ts'
import type { SampleDesign, SinglePsuRule, Stage } from './sample-design.ts'
import { groupFactors } from './variance.ts'

/** Weighted sums of every block's columns over each unit of a stage. */
function unitSums(
  stage: Stage,
  blocks: readonly Block[],
  weights: Float64Array,
  columnCount: number,
): Matrix {
  const sums = zeros(stage.groupOfUnit.length, columnCount)
  for (const { at, codes, numbers } of blocks)
    for (let row = 0; row < weights.length; row++) {
      const code = codes ? codes[row]! : 0
      if (code >= 0)
        sums.values[stage.unitOfRow[row]! * columnCount + at + code]! +=
          weights[row]! * (numbers ? numbers[row]! : 1)
    }
  return sums
}

/** What each group's units are compared with: their mean; for a single unit the mean of all units, or 0. */
function centresOf(stage: Stage, sums: Matrix, rule: SinglePsuRule): Matrix {
  const { columnCount, rowCount } = sums
  const centres = zeros(stage.unitsInGroup.length, columnCount)
  const overall = new Float64Array(columnCount)
  for (let unit = 0; unit < rowCount; unit++)
    for (let j = 0; j < columnCount; j++) {
      const sum = sums.values[unit * columnCount + j]!
      const group = stage.groupOfUnit[unit]!
      overall[j]! += sum / rowCount
      centres.values[group * columnCount + j]! += sum / stage.unitsInGroup[group]!
    }
  stage.unitsInGroup.forEach((count, group) => {
    if (count === 1)
      for (let j = 0; j < columnCount; j++)
        centres.values[group * columnCount + j] = rule === 'adjust' ? overall[j]! : 0
  })
  return centres
}

/**
 * `Σ_stages Σ_h a_h·Σ_i (B_hi − B̄_h)(B_hi − B̄_h)'`, B the weighted sums of the blocks over sampling units; for any
 * design.
 */
export function momentsOfUnits(design: SampleDesign, blocks: readonly Block[], columnCount: number): Matrix {
  const moments = zeros(columnCount, columnCount)
  for (const stage of design.stages) {
    const sums = unitSums(stage, blocks, design.weights, columnCount)
    const centres = centresOf(stage, sums, design.singlePsu)
    const factors = groupFactors(stage, design.singlePsu)
    for (let unit = 0; unit < sums.rowCount; unit++) {
      const group = stage.groupOfUnit[unit]!
      if (factors[group] === 0) continue
      const deviation = sums.values.subarray(unit * columnCount, (unit + 1) * columnCount)
      for (let j = 0; j < columnCount; j++) deviation[j]! -= centres.values[group * columnCount + j]!
      addSquare(moments, deviation, factors[group]!)
    }
  }
  return moments
}

function addSquare({ values, columnCount }: Matrix, deviation: Float64Array, factor: number): void {
  for (let i = 0; i < columnCount; i++) {
    const own = deviation[i]! * factor
    if (own === 0) continue
    for (let j = 0; j < columnCount; j++) values[i * columnCount + j]! += own * deviation[j]!
  }
}
