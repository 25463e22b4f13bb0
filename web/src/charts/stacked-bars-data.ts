import type { Tone } from './chart-colours.ts'

export interface StackedSeries {
  readonly label: string
  readonly tone?: Tone
  /** One share per category, 0 to 100; `null` where it is withheld or nobody answered. */
  readonly values: readonly (number | null)[]
}

/** A row as the chart library wants it: its label, and one number per series. */
export type StackedRow = Readonly<Record<string, string | number>>

export const seriesKey = (place: number): string => `s${place}`

export const WITHHELD_KEY = 'withheld'

/** Rows of a chart of shares; what is withheld stands together at the end of its bar. */
export function stackedRows(
  categories: readonly string[],
  series: readonly StackedSeries[],
): readonly StackedRow[] {
  return categories.map((label, index) => {
    const row: Record<string, string | number> = { label }
    series.forEach(({ values }, place) => {
      row[seriesKey(place)] = values[index] ?? 0
    })
    row[WITHHELD_KEY] = withheldShare(series, index)
    return row
  })
}

/** What is missing of 100 in a category because a share is withheld; 0 where all are known. */
export function withheldShare(series: readonly StackedSeries[], category: number): number {
  const values = series.map(({ values: all }) => all[category] ?? null)
  if (!values.includes(null)) return 0
  const known = values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  const missing = 100 - known
  return missing > 0.05 ? missing : 0
}

/** The words for a segment: a whole percentage where it fits, nothing where it does not. */
export function segmentLabel(share: number, widthPx: number): string | null {
  const words = String(Math.round(share))
  return share > 0 && widthPx >= words.length * 9 + 8 ? words : null
}
