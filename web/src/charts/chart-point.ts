/** What of a chart the pointer is over: a category (a row of bars) and, where rows are divided, one of its series. */
export interface ChartPoint {
  readonly category: number
  readonly series: number
}

/** Told where the pointer is, `null` when it left. */
export type PointListener = (point: ChartPoint | null) => void
