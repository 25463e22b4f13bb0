import {
  ArgumentRefusedError,
  TestNotPossibleError,
  differenceOf,
  estimateOf,
  meanOf,
  ratioOf,
  tTest,
  type Domain,
  type Estimate,
  type Linearised,
} from '@rozeznanie/core/statistics/design'
import { groupingOf, listOf, type Results } from '../case.ts'
import { domainOfCode, groupsOf, hasAnybody, withoutFpc, type CaseContext } from '../context.ts'
import { categoricalOf, numericOf } from '../expressions.ts'
import { printed } from '../output.ts'

/** `ratio`: a ratio of totals, with the finite population correction of the case and without it. */
export function ratio({ task, frame, design, domain, confidence }: CaseContext): Results {
  if (!task.numerator || !task.denominator)
    throw new ArgumentRefusedError('iloraz wymaga licznika i mianownika.')
  const numerator = numericOf(frame, task.numerator)
  const denominator = numericOf(frame, task.denominator)
  const of = (chosen: typeof design) => {
    const { estimate, ...rest } = printed(
      estimateOf(chosen, ratioOf(chosen, numerator, denominator, domain), confidence),
    )
    return { ratio: estimate, ...rest }
  }
  const withFpc = of(design)
  return { ...withFpc, withFpc, withoutFpc: of(withoutFpc(design)), ...byGroup() }

  function byGroup(): Results {
    const by = groupingOf(task)
    if (!by) return {}
    const ofGroup = (group: Domain) =>
      printed(estimateOf(design, ratioOf(design, numerator, denominator, group), confidence))
    return {
      by: groupsOf(frame, by.columns, domain)
        .filter(({ domain: group }) => hasAnybody(design, [numerator, denominator], group))
        .map(({ name, domain: group }) => {
          const { estimate, ...rest } = ofGroup(group)
          return { ...name, ratio: estimate, ...rest }
        }),
    }
  }
}

function tested(difference: Estimate, lostDegrees: 0 | 1): Results {
  try {
    const { t, degreesOfFreedom: df, pValue: p } = tTest(difference, 0, lostDegrees)
    return { ...printed(difference), test: { t, df, p } }
  } catch (error) {
    if (error instanceof TestNotPossibleError) return { ...printed(difference), test: null }
    throw error
  }
}

/** `difference`, `t_test`: two groups by one score vector, and each group against everybody. */
export function differences({ task, frame, design, domain, confidence }: CaseContext): Results {
  const group = task.group ?? groupingOf(task)?.columns[0]
  const [variable] = listOf(task.variables)
  if (!group || !variable) throw new ArgumentRefusedError('porównanie wymaga zmiennej i grup.')
  const { codes, levels } = categoricalOf(frame, group)
  const values = numericOf(frame, variable)
  // Degrees of freedom are those of the people compared: a missing answer is no observation of a regression.
  const answered = Uint8Array.from(values, (value, row) =>
    Number.isFinite(value) && (!domain || domain[row]) ? 1 : 0,
  )
  const means = levels.map((_, code) => {
    const people = domainOfCode(codes, code, answered)
    return hasAnybody(design, [values], people) ? meanOf(design, values, people) : null
  })
  const [first, second] = (task.groups ?? levels.slice(0, 2)).map((level) => levels.indexOf(level))
  const whole = meanOf(design, values, domain)
  const a = means[first ?? -1]
  const b = means[second ?? -1]
  if (!a || !b) throw new ArgumentRefusedError('porównanie wymaga dwóch grup, które są w danych.')
  const ofGroups = (resultOf: (mean: Linearised) => Results) =>
    Object.fromEntries(
      levels.flatMap((level, code) => (means[code] ? [[level, resultOf(means[code])] as const] : [])),
    )
  return {
    groups: ofGroups((mean) => printed(estimateOf(design, mean, confidence))),
    difference: tested(estimateOf(design, differenceOf(b, a), confidence), 1),
    partVersusWhole: ofGroups((mean) => tested(estimateOf(design, differenceOf(mean, whole), confidence), 0)),
  }
}
