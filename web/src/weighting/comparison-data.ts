import { formatCount } from '../i18n/format.ts'
import type { Plan } from './use-plan.ts'

export type ComparedMargin = Plan['margins'][number]

/** A name as a heading begins. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** Whole percent; „<1%” where some would be rounded to none. */
export function wholePercent(value: number): string {
  return value > 0 && value < 0.5 ? '<1%' : `${Math.round(value)}%`
}

/** A difference of two percentages as people read them, in points with its sign. */
export function pointsBetween(from: number, to: number): string {
  const points = Math.round(to) - Math.round(from)
  return points === 0 ? '0' : `${points > 0 ? '+' : '\u2212'}${Math.abs(points)}`
}

/** The rows of the table beside the chart: answers, share in the sample, in the population, after weighting. */
export function comparisonRows({ categories }: ComparedMargin) {
  return categories.map(({ label, count, samplePercent, populationPercent, weightedPercent }) => ({
    key: label,
    cells: [
      label,
      formatCount(count),
      wholePercent(samplePercent),
      wholePercent(populationPercent),
      weightedPercent === null || weightedPercent === undefined ? '–' : wholePercent(weightedPercent),
    ],
  }))
}

/** End of the axis: a whole number of tens above the largest share. */
export function axisEndOf({ categories }: ComparedMargin): number {
  const shares = categories.flatMap((one) => [
    one.samplePercent,
    one.populationPercent,
    one.weightedPercent ?? 0,
  ])
  return Math.min(100, Math.max(20, Math.ceil(Math.max(...shares) / 10) * 10))
}
