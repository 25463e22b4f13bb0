import type { Tone } from './chart-colours.ts'

export interface ScaleSeries {
  readonly label: string
  readonly tone: Tone
  /** One share per category, 0 to 100; `null` where it is not shown. */
  readonly values: readonly (number | null)[]
}

export interface DivergingSegment {
  readonly series: number
  /** In percent from the middle of the scale: left of it below zero. */
  readonly from: number
  readonly to: number
}

export interface DivergingRow {
  readonly segments: readonly DivergingSegment[]
  /** Reaches of the row from the middle, both at least 0. */
  readonly left: number
  readonly right: number
  /** Share of „nie wiem” and the like, which is no step of the scale; 0 where there is none. */
  readonly apart: number
  /** What is missing of 100 because a share is not shown: it has no place on the scale. */
  readonly withheld: number
}

/** Less than that is rounding. */
const NOTICEABLE = 0.5

/**
 * A row of a diverging chart: the low steps to the left of the middle, the high ones to the right, the neutral step
 * half to each side; „nie wiem” and shares that are not shown stand apart from both. The series come in the order of the scale, from low to high.
 */
export function divergingRow(series: readonly ScaleSeries[], category: number): DivergingRow {
  const shares = series.map(({ values }) => values[category] ?? null)
  const share = (place: number) => shares[place] ?? 0
  const sumOf = (wanted: (tone: Tone) => boolean) =>
    series.reduce((sum, { tone }, place) => sum + (wanted(tone) ? share(place) : 0), 0)
  const middle = sumOf((tone) => tone === 3)
  const left = sumOf((tone) => tone === 1 || tone === 2) + middle / 2
  const right = sumOf((tone) => tone === 4 || tone === 5) + middle / 2
  const segments: DivergingSegment[] = []
  let from = -left
  series.forEach(({ tone }, place) => {
    if (tone === 'none' || share(place) <= 0) return
    segments.push({ series: place, from, to: from + share(place) })
    from += share(place)
  })
  const known = shares.reduce<number>((sum, one) => sum + (one ?? 0), 0)
  const missing = shares.includes(null) ? 100 - known : 0
  return {
    segments,
    left,
    right,
    apart: sumOf((tone) => tone === 'none'),
    withheld: missing > NOTICEABLE ? missing : 0,
  }
}

/** Nothing of the row is shown. */
export const isWhole = (withheld: number): boolean => withheld > 99

export interface DivergingExtent {
  readonly left: number
  readonly right: number
  /** Longest of what stands apart; 0 when the chart has no such column. */
  readonly apart: number
}

/** How far all rows together reach, in whole tens of percent. */
export function divergingExtent(rows: readonly DivergingRow[]): DivergingExtent {
  const reach = (of: (row: DivergingRow) => number) => {
    const most = Math.max(0, ...rows.map(of))
    return most > 0 ? Math.ceil(most / 10 - 1e-9) * 10 : 0
  }
  return {
    left: Math.max(
      10,
      reach(({ left }) => left),
    ),
    right: Math.max(
      10,
      reach(({ right }) => right),
    ),
    apart: reach(({ apart, withheld }) => (isWhole(withheld) ? 0 : apart + withheld)),
  }
}
