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

/** Rows of a chart of shares; what is withheld takes no room. */
export function stackedRows(
  categories: readonly string[],
  series: readonly StackedSeries[],
): readonly StackedRow[] {
  return categories.map((label, index) => {
    const row: Record<string, string | number> = { label }
    series.forEach(({ values }, place) => {
      row[seriesKey(place)] = values[index] ?? 0
    })
    return row
  })
}

/** The words for a segment: a whole percentage where it fits, nothing where it does not. */
export function segmentLabel(share: number, widthPx: number): string | null {
  const words = String(Math.round(share))
  return share > 0 && widthPx >= words.length * 9 + 8 ? words : null
}
