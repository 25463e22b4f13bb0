import { isSpecialCode, type Option } from '../questionnaire/index.ts'
import { meanInterval, moments } from '../statistics/index.ts'
import type { OptionColumn } from './column.ts'
import type { Columns } from './columns.ts'
import { countOptions, type OptionCounts } from './count-cells.ts'
import type { Mask } from './mask.ts'
import type { Frequency, MeanEstimate, ScaleSummary, SummaryBase } from './model.ts'
import { proportion } from './proportion.ts'
import { summariseScale } from './summarise-scale.ts'

/** What choice questions and rows of matrices have in common. */
export interface OptionSummary {
  readonly base: SummaryBase
  readonly frequencies: readonly Frequency[]
  readonly mean: MeanEstimate | null
  readonly scale: ScaleSummary | null
}

/** Mean, spread and interval of values; `null` where there is none. */
export function estimateMean(
  values: ArrayLike<number>,
  frequencies?: ArrayLike<number>,
): MeanEstimate | null {
  const found = moments(values, frequencies)
  if (found === null) return null
  const interval = meanInterval(found)
  return { ...found, low: interval?.low ?? null, high: interval?.high ?? null }
}

function meanOf(options: readonly Option[], counts: readonly number[]): MeanEstimate | null {
  const scored = options.flatMap(({ code, value }, index) =>
    value === undefined || isSpecialCode(code) ? [] : [{ value, count: counts[index] ?? 0 }],
  )
  return estimateMean(
    scored.map(({ value }) => value),
    scored.map(({ count }) => count),
  )
}

function frequenciesOf(
  options: readonly Option[],
  { base, counts }: OptionCounts,
  isMultiple: boolean,
): Frequency[] {
  const answerCount = counts.reduce((sum, count) => sum + count, 0)
  return options.map(({ code, label }, index) => {
    const count = counts[index]!
    return {
      code,
      label,
      count,
      ofRespondents: proportion(count, base.validCount),
      ofAnswers: isMultiple && answerCount > 0 ? count / answerCount : null,
    }
  })
}

/** Retired localities nobody lives in any more are left out; everything else is listed even at 0. */
function isListed(column: OptionColumn, { retired }: Columns, { code, count }: Frequency): boolean {
  return column.question.type !== 'LOCALITY' || count > 0 || !retired.has(code)
}

/**
 * Frequencies over the people who saw the question and gave a valid answer, with percent of respondents (Wilson
 * interval) and, where several answers are allowed, of answers; the mean of `value` without the special codes.
 */
export function summariseOptions(column: OptionColumn, columns: Columns, mask: Mask | null): OptionSummary {
  const { options } = column.dictionary
  const counted = countOptions(column, columns, mask)
  const isMultiple = column.kind === 'set'
  return {
    base: counted.base,
    frequencies: frequenciesOf(options, counted, isMultiple).filter((row) => isListed(column, columns, row)),
    mean: isMultiple ? null : meanOf(options, counted.counts),
    scale: column.kind === 'code' ? summariseScale(column, counted.counts, columns.responseCount) : null,
  }
}
