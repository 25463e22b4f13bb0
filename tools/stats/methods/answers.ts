import {
  ArgumentRefusedError,
  TestNotPossibleError,
  designResiduals,
  estimateOf,
  meanOf,
  raoScottTest,
  ratioOf,
  scaled,
  waldTests,
  weightedCounts,
} from '@rozeznanie/core/statistics/design'
import { lastWord, type Results } from '../case.ts'
import type { CaseContext } from '../context.ts'
import { categoricalOf, numericOf } from '../expressions.ts'
import type { Factor } from '../frame.ts'
import { printed } from '../output.ts'

function orNull<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof TestNotPossibleError) return null
    throw error
  }
}

function percentages(table: readonly (readonly number[])[], rows: Factor, columns: Factor): Results {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const rowSums = table.map(sum)
  const columnSums = columns.levels.map((_, j) => sum(table.map((row) => row[j]!)))
  const all = sum(rowSums)
  const named = (valueAt: (i: number, j: number) => number) =>
    Object.fromEntries(
      rows.levels.map((row, i) => [
        row,
        Object.fromEntries(columns.levels.map((column, j) => [column, valueAt(i, j)])),
      ]),
    )
  const percent = (part: number, base: number) => (base > 0 ? (100 * part) / base : 0)
  return {
    weighted: named((i, j) => table[i]![j]!),
    colPct: named((i, j) => percent(table[i]![j]!, columnSums[j]!)),
    rowPct: named((i, j) => percent(table[i]![j]!, rowSums[i]!)),
    totalPct: named((i, j) => percent(table[i]![j]!, all)),
  }
}

/** `crosstab`: weighted counts, percentages and the tests of independence. */
export function crosstab({ task, frame, design, domain }: CaseContext): Results {
  if (!task.rows || !task.cols) throw new ArgumentRefusedError('tabela wymaga wierszy i kolumn.')
  const rows = categoricalOf(frame, task.rows)
  const columns = categoricalOf(frame, task.cols)
  const crossed = {
    rowCodes: rows.codes,
    rowCount: rows.levels.length,
    columnCodes: columns.codes,
    columnCount: columns.levels.length,
    domain,
  }
  const inDomain = domain ? domain.reduce((sum, is) => sum + is, 0) : frame.rowCount
  const raoScott = orNull(() => raoScottTest(design, crossed, inDomain))
  const wald = orNull(() => waldTests(design, crossed))
  const f = (test: { f: number; numeratorDegrees: number; denominatorDegrees: number; pValue: number }) => ({
    statistic: test.f,
    parameter: { ndf: test.numeratorDegrees, ddf: test.denominatorDegrees },
    p: test.pValue,
  })
  return {
    ...percentages(weightedCounts(design, crossed), rows, columns),
    tests: {
      F: raoScott && f(raoScott),
      Chisq: raoScott && {
        statistic: raoScott.pearson,
        parameter: { df: raoScott.tableDegreesOfFreedom },
        p: raoScott.firstOrderPValue,
      },
      Wald: wald && f(wald.wald),
      adjWald: wald?.adjusted ? f(wald.adjusted) : null,
    },
    cramersV: raoScott?.cramersV ?? null,
    n: raoScott?.n ?? null,
    residuals: orNull(() => designResiduals(design, crossed)),
  }
}

/** `multi_select`: percent of people who saw the question (and so answered every option). */
export function multiSelect({ task, frame, design, domain, confidence }: CaseContext): Results {
  const options = (task.multi ?? []).map((name) => ({ name, values: numericOf(frame, name) }))
  const isComplete = Uint8Array.from({ length: frame.rowCount }, (_, row) =>
    options.every(({ values }) => Number.isFinite(values[row]!)) && (!domain || domain[row]) ? 1 : 0,
  )
  // Degrees of freedom stay those of the design: a missing answer is no filter.
  const seen = options.map(({ name, values }) => ({
    name,
    values: values.map((value, row) => (isComplete[row] ? value : Number.NaN)),
  }))
  const estimates = seen.map(({ name, values }) => ({
    name,
    estimate: estimateOf(design, scaled(meanOf(design, values, domain), 100), confidence),
  }))
  return {
    multi: Object.fromEntries(estimates.map(({ name, estimate }) => [name, printed(estimate)])),
    multiCases: estimates[0]?.estimate.n ?? 0,
  }
}

/** `nps`: share of 9 and 10 minus share of 0 to 6, −100 to 100. */
export function nps({ task, frame, design, domain, confidence }: CaseContext): Results {
  const scores = numericOf(frame, task.nps!).map((answer) => {
    if (Number.isNaN(answer)) return answer
    return answer >= 9 ? 100 : answer <= 6 ? -100 : 0
  })
  const { estimate, ...rest } = printed(estimateOf(design, meanOf(design, scores, domain), confidence))
  return { nps: { net: estimate, ...rest } }
}

/** `needs`: mean of need minus availability on 0–100 (paired), and the share of high needs that are unmet. */
export function needs({ task, frame, design, domain, confidence }: CaseContext): Results {
  const [needName, availabilityName] = task.gap!
  const [lowest = 1, highest = 5] = task.scale ?? []
  const need = numericOf(frame, needName!)
  const availability = numericOf(frame, availabilityName!)
  const gap = need.map((value, row) => (100 * (value - availability[row]!)) / (highest - lowest))
  const { estimate, ...rest } = printed(estimateOf(design, meanOf(design, gap, domain), confidence))
  const isHigh = need.map((value) => (Number.isNaN(value) ? value : value >= highest - 1 ? 1 : 0))
  const isUnmet = isHigh.map(
    (high, row) => high * (availability[row]! <= lowest + 1 ? 1 : 0) + 0 * availability[row]!,
  )
  const hasHigh = isHigh.some((high, row) => high === 1 && Number.isFinite(isUnmet[row]!))
  return {
    [`gap${lastWord(needName!)}`]: { gap: estimate, ...rest },
    [`unmet${lastWord(needName!)}`]: hasHigh
      ? printed(estimateOf(design, ratioOf(design, isUnmet, isHigh, domain), confidence))
      : null,
  }
}
