import {
  ArgumentRefusedError,
  basisOf,
  calibrateLinearly,
  diagnoseWeights,
  estimateOf,
  meanOf,
  postStratify,
  prepareMargins,
  rake,
  totalOf,
  trimWeights,
  weightSpread,
  withWeights,
  type CalibrationBasis,
  type Margin,
  type PreparedMargins,
  type SampleDesign,
  type WeightBounds,
} from '@rozeznanie/core/statistics/design'
import { groupingOf, listOf, type CaseTask, type Results } from '../case.ts'
import type { CaseContext } from '../context.ts'
import { numericOf } from '../expressions.ts'
import { factorOf, type Frame } from '../frame.ts'
import { printed, printedSpread } from '../output.ts'
import { byLevels, means, nameOfGroups } from './means.ts'

/** What may stand between the labels of a combined category: `K:18-34`. */
const SEPARATORS = [':', '.', ' x ', ' ', '|', '_', '-', '/']

/** A margin of one column, or of several combined (`sex:ageg`). */
function marginOf(frame: Frame, name: string, targets: Readonly<Record<string, number>>): Margin {
  const categories = Object.keys(targets)
  const columns = frame.has(name) ? [name] : name.split(/\s*[:*+,]\s*|\s+x\s+/)
  const parts = columns.map((column) => frame.labels(column))
  const labelsWith = (separator: string) =>
    parts[0]!.map((_, row) =>
      parts.some((part) => part[row] === null) ? null : parts.map((part) => part[row]!).join(separator),
    )
  const isKnown = (label: string | null) => label === null || label in targets
  const labels = SEPARATORS.map(labelsWith).find((joined) => joined.every(isKnown)) ?? labelsWith(':')
  const { codes } = factorOf(labels, categories)
  return { name, categories, targets: Object.values(targets), codes }
}

function boundsOf({ bounds }: CaseTask): WeightBounds | null {
  if (!bounds) return null
  const [low = 0, high = Infinity] = Array.isArray(bounds)
    ? (bounds as readonly number[])
    : [(bounds as Partial<WeightBounds>).low, (bounds as Partial<WeightBounds>).high]
  return { low, high }
}

/** Means, totals and groups with both kinds of error. */
function estimates(context: CaseContext, weights: Float64Array, basis: CalibrationBasis): Results {
  const { design, frame, task, confidence, domain } = context
  const calibrated = withWeights(design, weights, basis)
  const asGiven = withWeights(design, weights, null)
  const both = (of: typeof meanOf, name: string) => {
    const values = numericOf(frame, name)
    const { se, ...rest } = printed(estimateOf(calibrated, of(calibrated, values, domain), confidence))
    const given = estimateOf(asGiven, of(asGiven, values, domain), confidence)
    return { ...rest, se, seCalibrated: se, seWeightsAsGiven: given.standardError }
  }
  const variables = listOf(task.variables)
  const ofEach = (of: typeof meanOf) => Object.fromEntries(variables.map((name) => [name, both(of, name)]))
  const [first] = variables
  const isList = Array.isArray(task.variables)
  return {
    ...means({ ...context, design: calibrated }),
    ...groupsWithBothErrors(context, calibrated, asGiven),
    means: ofEach(meanOf),
    ...(first && !isList
      ? { mean: both(meanOf, first), total: both(totalOf, first) }
      : { total: ofEach(totalOf) }),
  }
}

/** Groups of a case: `se` takes the weights as given, `seCalibrated` the residuals from the margins. */
function groupsWithBothErrors(
  context: CaseContext,
  calibrated: SampleDesign,
  asGiven: SampleDesign,
): Results {
  const by = groupingOf(context.task)
  if (!by?.variable) return {}
  const { variable, columns } = by
  const errors = byLevels({ ...context, design: calibrated }, variable, columns)
  const groups = byLevels({ ...context, design: asGiven }, variable, columns).map((group, at) => ({
    ...group,
    seWeightsAsGiven: group.se,
    seCalibrated: errors[at]!.se,
  }))
  return { by: groups, [nameOfGroups(variable, columns)]: groups }
}

function described(weights: Float64Array, prepared: PreparedMargins, domain: CaseContext['domain']): Results {
  const diagnostics = diagnoseWeights(weights, prepared)
  return {
    kish: printedSpread(weightSpread(weights, domain)),
    efficiency: diagnostics?.efficiencyPercent ?? null,
    verdict: diagnostics?.verdict ?? null,
    problems: diagnostics?.problems ?? [],
    notes: prepared.notes.map(({ message }) => message),
    weights: [...weights],
  }
}

/** `post_stratify`: weights to known cells, and what they give. */
export function postStratification(context: CaseContext): Results {
  const { frame, design, task, domain } = context
  const cells = listOf(task.cells).join(':')
  if (!cells || !task.population)
    throw new ArgumentRefusedError('poststratyfikacja wymaga komórek i ich liczebności.')
  const prepared = prepareMargins(design.weights, [marginOf(frame, cells, task.population)])
  const weights = postStratify(prepared)
  const [margin] = prepared.margins
  const counts = margin!.categories.map(
    (_, cell) => weights.filter((weight, row) => weight > 0 && margin!.codes[row] === cell).length,
  )
  return {
    weightByCell: Object.fromEntries(
      margin!.categories.map((category, cell) => [category, margin!.targets[cell]! / counts[cell]!]),
    ),
    ...described(weights, prepared, domain),
    ...estimates(context, weights, basisOf(prepared)),
  }
}

const marginsOf = ({ frame, task, design }: CaseContext) => {
  if (!task.margins) throw new ArgumentRefusedError('ważenie wymaga rozkładów populacji.')
  const margins = Object.entries(task.margins).map(([name, targets]) => marginOf(frame, name, targets))
  return prepareMargins(design.weights, margins)
}

/** Tighter than this, rounding decides. */
const TIGHTEST = 1e-12

/** `rake`: raked weights, trimmed when the case has bounds, and what they give. */
export function raking(context: CaseContext): Results {
  const prepared = marginsOf(context)
  const { tol } = context.task
  const result = rake(prepared, {
    bounds: boundsOf(context.task),
    ...(tol === undefined ? {} : { tolerance: Math.max(Math.min(tol, 1e-9), TIGHTEST) }),
  })
  return {
    converged: result.converged,
    loops: result.loopCount,
    sweeps: result.sweepCount,
    ratio: { lower: result.ratioRange.low, upper: result.ratioRange.high },
    worst: result.worst,
    ...described(result.weights, prepared, context.domain),
    ...estimates(context, result.weights, basisOf(prepared)),
  }
}

/** `calibrate`: linear calibration to margins and known totals. */
export function calibration(context: CaseContext): Results {
  const prepared = marginsOf(context)
  const totals = Object.entries(context.task.knownTotals ?? {}).map(([name, total]) => ({
    name,
    total,
    values: numericOf(context.frame, name),
  }))
  const { weights, basis, ratioRange, hasNegative } = calibrateLinearly(prepared, totals)
  return {
    ratio: { lower: ratioRange.low, upper: ratioRange.high },
    hasNegative,
    ...described(weights, prepared, context.domain),
    ...estimates(context, weights, basis),
  }
}

/** `kish`: what the weights of the design cost. */
export function kish({ design, domain }: CaseContext): Results {
  return { kish: printedSpread(weightSpread(design.weights, domain)) }
}

/** `trim`: weights cut to `bounds` (in people), the rest shared out. */
export function trimming(context: CaseContext): Results {
  const bounds = boundsOf(context.task)
  if (!bounds) throw new ArgumentRefusedError('przycinanie wag wymaga granic.')
  const weights = trimWeights(context.design.weights, bounds)
  const design = withWeights(context.design, weights, null)
  return {
    ...means({ ...context, design }),
    kish: printedSpread(weightSpread(weights)),
    weights: [...weights],
  }
}
