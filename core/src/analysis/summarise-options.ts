import { isSpecialCode, type Option } from '../questionnaire/index.ts'
import { meanInterval, moments } from '../statistics/index.ts'
import type { OptionColumn } from './column.ts'
import type { Columns } from './columns.ts'
import { countOptions, type OptionCounts } from './count-cells.ts'
import { estimateMean as estimateWeightedMean, type Numbers } from './estimate-mean.ts'
import type { Sample } from './estimate-variance.ts'
import type { Mask } from './mask.ts'
import type { Frequency, MeanEstimate, ScaleSummary, SummaryBase } from './model.ts'
import { proportion } from './proportion.ts'
import { pointsOf } from './scales.ts'
import { summariseScale, unweightedCounts } from './summarise-scale.ts'
import { numbersOfPoints, weightedBase, weightedShare, type WeightedOptions } from './summarise-weighted.ts'

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

/** By weights, with the interval of the design; of a single answer weights say nothing. */
export function weightedMean(sample: Sample, numbers: Numbers): MeanEstimate | null {
  const found = estimateWeightedMean(sample, numbers)
  if (found === null) return null
  const { mean, standardDeviation, low, high, n } = found
  return { mean, standardDeviation, low, high, count: n }
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

/** The same by weights; counts stay those of people. */
function weighed(
  frequencies: readonly Frequency[],
  { counted, options, all }: WeightedOptions,
  isMultiple: boolean,
): Frequency[] {
  const answers = options.reduce((sum, { weighted }) => sum + weighted, 0)
  return frequencies.map((frequency, index) => {
    const option = options[index]!
    return {
      ...frequency,
      weighted: option.weighted,
      ofRespondents: weightedShare(counted.sample, option, all),
      ofAnswers: isMultiple && answers > 0 ? option.weighted / answers : null,
    }
  })
}

/** Retired localities nobody lives in any more are left out; everything else is listed even at 0. */
function isListed(column: OptionColumn, { retired }: Columns, { code, count }: Frequency): boolean {
  return column.question.type !== 'LOCALITY' || count > 0 || !retired.has(code)
}

/** Without several answers: the mean of the points of a scale. */
function meanOfColumn(
  column: OptionColumn,
  counts: readonly number[],
  weighted: WeightedOptions | null,
): MeanEstimate | null {
  if (column.kind === 'set') return null
  const plain = meanOf(column.dictionary.options, counts)
  if (plain === null || weighted === null) return plain
  return weightedMean(weighted.counted.sample, numbersOfPoints(weighted, pointsOf(column))) ?? plain
}

/**
 * Frequencies over the people who saw the question and gave a valid answer, with percent of respondents (Wilson
 * interval) and, where several answers are allowed, of answers; the mean of `value` without the special codes.
 *
 * @param weighted - the same people by weights: shares, means and their intervals are taken from it
 */
export function summariseOptions(
  column: OptionColumn,
  columns: Columns,
  mask: Mask | null,
  weighted: WeightedOptions | null = null,
): OptionSummary {
  const { options } = column.dictionary
  const counted = countOptions(column, columns, mask)
  const isMultiple = column.kind === 'set'
  const plain = frequenciesOf(options, counted, isMultiple)
  const frequencies = weighted === null ? plain : weighed(plain, weighted, isMultiple)
  return {
    base: weighted === null ? counted.base : weightedBase(counted.base, weighted.all),
    frequencies: frequencies.filter((row) => isListed(column, columns, row)),
    mean: meanOfColumn(column, counted.counts, weighted),
    scale:
      column.kind === 'code'
        ? summariseScale(column, weighted?.counted ?? unweightedCounts(counted.counts, columns.responseCount))
        : null,
  }
}
