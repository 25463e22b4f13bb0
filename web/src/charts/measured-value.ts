/** One row of a chart of values: a bar or a dot with what is written beside it. */
export interface MeasuredValue {
  readonly label: string
  /** `null`: not shown; the row has its label and `valueLabel` alone. */
  readonly value: number | null
  /** The value in words. */
  readonly valueLabel: string
  /** The same where there is little room: without its interval. */
  readonly shortLabel?: string | undefined
  /** Where the true value most likely lies, in the unit of the value. */
  readonly interval?: { readonly low: number; readonly high: number } | undefined
  /** Stands after the value: „▲” above the others, „▼” below. */
  readonly sign?: string | undefined
}

/** What is written beside the bar or dot. */
export function wordsOf({ valueLabel, shortLabel, sign }: MeasuredValue, isNarrow: boolean): string {
  const words = isNarrow ? (shortLabel ?? valueLabel) : valueLabel
  return sign ? `${words} ${sign}` : words
}
