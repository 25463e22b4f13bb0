import { formatDecimal } from '../../i18n/format.ts'
import { isKnown } from './grid.ts'
import type { Figure, Mark } from './workbench-table.ts'

/** Signs of cells that stand out: they are read without colours. */
export const SIGNS: Readonly<Record<Mark, string>> = { ABOVE: '▲', BELOW: '▼' }

const NOTHING = '–'

/** „42%”; never decimals; less than half a percent that is not nothing is „<1%”. */
export function percentWords(percent: number): string {
  return percent > 0 && percent < 0.5 ? '<1%' : `${Math.round(percent)}%`
}

/** „37–47%”, or one number where both ends are the same. */
export function rangeWords(low: number, high: number): string {
  const [from, to] = [Math.round(low), Math.round(high)]
  return from === to ? `${from}%` : `${from}–${to}%`
}

interface Ends {
  readonly low: number
  readonly high: number
}

/** Both ends of an interval, where it has any. */
export function endsOf({
  low,
  high,
}: {
  readonly low?: number | null
  readonly high?: number | null
}): Ends | null {
  return typeof low === 'number' && typeof high === 'number' ? { low, high } : null
}

/** „42% (37–47%)”, with „ostrożnie” where little is known; `null` when nothing may be said. */
export function figureWords(figure: Figure | null, careful: string): string | null {
  if (!isKnown(figure)) return null
  const ends = endsOf(figure)
  const range = ends ? `\u00a0(${rangeWords(ends.low, ends.high)})` : ''
  const warning = figure.reliability === 'C' ? `, ${careful}` : ''
  return `${percentWords(figure.percent)}${range}${warning}`
}

/** A mean: „3,4 (3,2–3,6)”. */
export function meanWords({
  mean,
  low,
  high,
}: {
  readonly mean?: number | null
  readonly low?: number | null
  readonly high?: number | null
}): string {
  if (typeof mean !== 'number') return NOTHING
  const ends = endsOf({ low: low ?? null, high: high ?? null })
  const range = ends ? `\u00a0(${formatDecimal(ends.low)}–${formatDecimal(ends.high)})` : ''
  return `${formatDecimal(mean)}${range}`
}
