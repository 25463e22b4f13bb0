import type { CodeColumn } from './column.ts'
import { unweightedProfiles } from './estimate-profiles.ts'
import { sampleOf } from './estimate-variance.ts'
import type { Counted } from './indicators-count.ts'
import { estimateShareOf, estimateValues, type LinearEstimate } from './indicators-figure.ts'
import type { ScaleEstimate, ScaleSummary } from './model.ts'
import { netOf, ofTwo, pointsOf, pompOf } from './scales.ts'

const estimateOf = (found: LinearEstimate | null, scale = 1): ScaleEstimate | null => {
  if (found === null) return null
  const scaled = (value: number | null) => (value === null ? null : value * scale)
  return { estimate: found.estimate * scale, low: scaled(found.low), high: scaled(found.high) }
}

/**
 * People by option, each counted once.
 *
 * @param counts - in the order of the column
 * @param responseCount - all responses of the survey, also those that a filter leaves out
 */
export function unweightedCounts(counts: readonly number[], responseCount: number): Counted {
  return {
    sample: sampleOf(unweightedProfiles(responseCount), false, null),
    cellCount: counts.length,
    people: Float64Array.from(counts),
  }
}

/**
 * What a scale says beside its distribution, of people who chose a point: the mean on 0 to 100 of what the scale
 * allows, the two highest and the two lowest points, and their difference.
 *
 * @param counted - people by option, in the order of the column, weighted or not
 * @returns `null` for questions without at least three points, where two highest and two lowest would say nothing
 */
export function summariseScale(column: CodeColumn, counted: Counted): ScaleSummary | null {
  const points = pointsOf(column)
  if (points.filter((point) => point !== null).length < 3) return null
  const share = (which: 'HIGHEST' | 'LOWEST') =>
    estimateOf(estimateShareOf(counted, ofTwo(points, which)), 100)
  return {
    pomp: estimateOf(estimateValues(counted, pompOf(points))),
    topTwo: share('HIGHEST'),
    bottomTwo: share('LOWEST'),
    net: estimateOf(estimateValues(counted, netOf(points))),
  }
}
