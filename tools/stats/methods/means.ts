import {
  degreesOfFreedom,
  designEffect,
  estimateOf,
  indicatorOf,
  meanOf,
  quantileOf,
  totalOf,
  weightSpread,
  type DesignEffectForm,
  type Domain,
} from '@rozeznanie/core/statistics/design'
import { capitalised, groupingOf, listOf, type Results } from '../case.ts'
import { groupsOf, hasAnybody, type CaseContext } from '../context.ts'
import { categoricalOf, numericOf } from '../expressions.ts'
import { printed, printedShare } from '../output.ts'

function meanResult(
  { design, frame, task, confidence }: CaseContext,
  name: string,
  domain: Domain | null,
): Results {
  const values = numericOf(frame, name)
  const mean = meanOf(design, values, domain)
  const form: DesignEffectForm = task.deff === 'replace' ? 'replace' : 'wor'
  return printed(estimateOf(design, mean, confidence), designEffect(design, values, mean, form))
}

function totalResult({ design, frame, confidence, domain }: CaseContext, name: string): Results {
  return printed(estimateOf(design, totalOf(design, numericOf(frame, name), domain), confidence))
}

/** Means and totals by the levels of columns, in the order of the levels. */
export function byLevels(context: CaseContext, variable: string, columns: readonly string[]): Results[] {
  const { frame, design, confidence, domain } = context
  const values = numericOf(frame, variable)
  return groupsOf(frame, columns, domain).flatMap(({ name, domain: group }) => {
    if (!hasAnybody(design, [values], group)) return []
    const { estimate, se, ...rest } = meanResult(context, variable, group)
    const total = estimateOf(design, totalOf(design, values, group), confidence)
    return [{ ...name, mean: estimate, se, ...rest, total: total.estimate, seTotal: total.standardError }]
  })
}

function proportionsOf({ frame, design, domain, confidence }: CaseContext, name: string): Results {
  const labels = frame.has(name) ? frame.labels(name) : null
  const { levels, codes } = categoricalOf(frame, name)
  const effectiveN = weightSpread(
    design.weights,
    Uint8Array.from(codes, (code, row) => (code >= 0 && (!domain || domain[row]) ? 1 : 0)),
  )?.effectiveN
  return Object.fromEntries(
    levels.map((level, code) => {
      const values = labels
        ? indicatorOf(labels, (label) => label === level)
        : Float64Array.from(codes, (own) => (own < 0 ? Number.NaN : own === code ? 1 : 0))
      const share = estimateOf(design, meanOf(design, values, domain), confidence)
      return [`${name}${level}`, printedShare(share, effectiveN ?? share.n, confidence)]
    }),
  )
}

/** `mean`, `total`, `proportion`: means, totals and shares with their errors, by levels too. */
export function means(context: CaseContext): Results {
  const { task, design, domain } = context
  const variables = listOf(task.variables)
  const totals = listOf(task.totals)
  const isList = Array.isArray(task.variables)
  const meansByName = Object.fromEntries(variables.map((name) => [name, meanResult(context, name, domain)]))
  const totalsByName = Object.fromEntries(totals.map((name) => [name, totalResult(context, name)]))
  const total = totals.length === 1 ? totalsByName[totals[0]!]! : undefined
  const by = groupingOf(task)
  return {
    df: degreesOfFreedom(design, domain ? (row) => domain[row] === 1 : undefined),
    ...(variables.length > 0 ? { means: meansByName } : {}),
    ...(variables.length > 0 && !isList ? { mean: meansByName[variables[0]!] } : {}),
    ...(totals.length > 0 ? { total: isList || !total ? totalsByName : total, totals: totalsByName } : {}),
    ...(total ? { varTotal: Number(total.se) ** 2 } : {}),
    ...(task.proportions
      ? {
          proportions: Object.assign(
            {},
            ...listOf(task.proportions).map((name) => proportionsOf(context, name)),
          ),
        }
      : {}),
    ...(by?.variable ? byResults(context, by.variable, by.columns) : {}),
  }
}

function byResults(context: CaseContext, variable: string, columns: readonly string[]): Results {
  const groups = byLevels(context, variable, columns)
  return { by: groups, [nameOfGroups(variable, columns)]: groups }
}

/** `npsMeanByGmina`. */
export const nameOfGroups = (variable: string, columns: readonly string[]) =>
  `${variable}MeanBy${columns.map(capitalised).join('')}`

/** `quantile`: weighted quantiles with Woodruff's intervals. */
export function quantiles({ task, design, frame, domain, confidence }: CaseContext): Results {
  const rule = task.qrule === 'math' || task.qrule === 'hf1' ? 'smallest' : 'eurostat'
  const ofVariable = (name: string) =>
    Object.fromEntries(
      listOf(task.quantiles ?? 0.5).map((probability) => {
        const values = numericOf(frame, name)
        const found = quantileOf(design, values, probability, { domain, rule, confidence })
        const { estimate, standardError: se, degreesOfFreedom: df, n, low, high } = found
        return [String(probability), { estimate, se, df, n, ci: { lower: low, upper: high } }]
      }),
    )
  return { quantiles: Object.fromEntries(listOf(task.variables).map((name) => [name, ofVariable(name)])) }
}
