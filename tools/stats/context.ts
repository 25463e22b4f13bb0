import {
  createDesign,
  ArgumentRefusedError,
  type Domain,
  type SampleDesign,
  type SinglePsuRule,
} from '@rozeznanie/core/statistics/design'
import type { CaseDesign, CaseTask } from './case.ts'
import { arithmeticOf, categoricalOf, conditionOf, numericOf } from './expressions.ts'
import { completeLabels, type Frame } from './frame.ts'

/** A case with its data and design, ready for its methods. */
export interface CaseContext {
  readonly task: CaseTask
  readonly frame: Frame
  readonly design: SampleDesign
  readonly domain: Domain | null
  readonly confidence: number
}

/** R's names of the rules for strata with one unit. R centres totals at zero. */
const SINGLE_PSU: Readonly<Record<string, SinglePsuRule>> = {
  fail: 'fail',
  certainty: 'certainty',
  remove: 'certainty',
  adjust: 'adjust-at-zero',
  average: 'average',
}

function sizesOf(frame: Frame, size: string | number | null | undefined): Float64Array | undefined {
  if (size === null || size === undefined) return undefined
  return typeof size === 'number' ? new Float64Array(frame.rowCount).fill(size) : numericOf(frame, size)
}

function singlePsuOf(rule: string): SinglePsuRule {
  const known = SINGLE_PSU[rule]
  if (!known) throw new ArgumentRefusedError(`sposób „${rule}” dla warstw z jedną jednostką nie jest znany.`)
  return known
}

/** Weights from the sampling fractions of both stages, where the case names no weights. */
function weightsFromStages({ stages, rowCount }: SampleDesign): Float64Array {
  const weights = new Float64Array(rowCount).fill(1)
  for (const { unitOfRow, groupOfUnit, unitsInGroup, population } of stages)
    weights.forEach((weight, row) => {
      const group = groupOfUnit[unitOfRow[row]!]!
      if (Number.isFinite(population[group]!))
        weights[row] = (weight * population[group]!) / unitsInGroup[group]!
    })
  return weights
}

/** The sample design a case describes. */
export function designOf(
  frame: Frame,
  described: CaseDesign | null,
  fileWeights: Float64Array | null,
): SampleDesign {
  const { weight, weightRule, strata, psu, ssu, fpc, singlePsu } = described ?? {}
  const columns = {
    weights: new Float64Array(frame.rowCount).fill(1),
    strata: strata ? completeLabels(frame, strata) : undefined,
    psus: psu ? completeLabels(frame, psu) : undefined,
    ssus: ssu ? completeLabels(frame, ssu) : undefined,
    psuPopulation: sizesOf(frame, fpc?.stage1 ?? fpc?.constant),
    ssuPopulation: sizesOf(frame, fpc?.stage2),
    singlePsu: singlePsuOf(singlePsu ?? 'fail'),
  }
  if (fileWeights) return createDesign({ ...columns, weights: fileWeights })
  if (weight) return createDesign({ ...columns, weights: numericOf(frame, weight) })
  if (weightRule) return createDesign({ ...columns, weights: arithmeticOf(frame, weightRule) })
  return createDesign({ ...columns, weights: weightsFromStages(createDesign(columns)) })
}

/** The same design without any finite population correction. */
export function withoutFpc(design: SampleDesign): SampleDesign {
  const [first] = design.stages
  return { ...design, stages: [{ ...first!, population: first!.population.map(() => Infinity) }] }
}

/** The people a case describes, or null for all. */
export function domainOf(frame: Frame, task: CaseTask): Domain | null {
  const condition = task.subset ?? task.domain
  return condition ? Uint8Array.from(conditionOf(frame, condition), (holds) => (holds === 1 ? 1 : 0)) : null
}

/** People of `domain` whose code is `code`. */
export function domainOfCode(codes: Int32Array, code: number, domain: Domain | null): Domain {
  return Uint8Array.from(codes, (own, row) => (own === code && (!domain || domain[row]) ? 1 : 0))
}

/** A group of people with what names it: `{ stype: 'E', awards: 'No' }`, numbers as numbers. */
export interface Group {
  readonly name: Readonly<Record<string, string | number>>
  readonly domain: Domain
}

const labelOf = (level: string) => (Number.isFinite(Number(level)) ? Number(level) : level)

/** People by the levels of columns; of several columns the levels of the first change fastest, as in R. */
export function groupsOf(frame: Frame, columns: readonly string[], domain: Domain | null): Group[] {
  const whole: Group[] = [{ name: {}, domain: domain ?? new Uint8Array(frame.rowCount).fill(1) }]
  return columns.reduceRight((groups, column) => {
    const { codes, levels } = categoricalOf(frame, column)
    return groups.flatMap((group) =>
      levels.map((level, code) => ({
        name: { [column]: labelOf(level), ...group.name },
        domain: domainOfCode(codes, code, group.domain),
      })),
    )
  }, whole)
}

/** Somebody in the group has a weight and all the answers. */
export function hasAnybody(design: SampleDesign, columns: readonly Float64Array[], group: Domain): boolean {
  return group.some(
    (isIn, row) =>
      isIn === 1 && design.weights[row]! > 0 && columns.every((column) => Number.isFinite(column[row]!)),
  )
}
