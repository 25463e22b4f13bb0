import { formatCount, formatDecimal, formatShare } from '../i18n/format.ts'

interface Interval {
  readonly low: number
  readonly high: number
}

/** „37–47%”: an interval of shares of 0 to 1 in whole percent. */
export function intervalInWords({ low, high }: Interval): string {
  const [from, to] = [Math.round(low * 100), Math.round(high * 100)]
  return from === to ? `${from}%` : `${from}–${to}%`
}

/** „37,2% (120)”: the share at the end of a bar, with its people; it never breaks between lines. */
export function shareWithCount(share: number, count: number): string {
  return `${formatShare(share)}\u00a0(${formatCount(count)})`
}

/** A number with at most one decimal place: 4 → „4”, 4.25 → „4,3”. */
export function shortDecimal(value: number): string {
  return formatDecimal(value, Number.isInteger(value) ? 0 : 1)
}

/** The largest few, as a sentence says them: „posiłki 37,2%, transport 20,1%”. */
export function leadingInWords(
  bars: readonly { readonly label: string; readonly valueLabel: string }[],
): string {
  return bars
    .slice(0, 5)
    .map(({ label, valueLabel }) => `${label} ${valueLabel}`)
    .join(', ')
}
