import { SMALLEST_BASE, type DisplayedShare, type Protected } from '../disclosure/index.ts'

export { pluralForm } from '../text.ts'

const NO_BREAK = '\u00a0'
const MINUS = '\u2212'

/** Half away from zero, on the decimal value and not on its binary neighbour (2.675 → 2.68). */
export function roundTo(value: number, digits: number): number {
  const scaled = Number((Math.abs(value) * 10 ** digits).toPrecision(12))
  const rounded = Math.round(scaled) / 10 ** digits
  return value < 0 && rounded !== 0 ? -rounded : rounded
}

/** A number as it is printed in Polish: decimal comma, no-break space between thousands, a real minus sign. */
export function formatNumber(value: number, digits = 0): string {
  const rounded = roundTo(value, digits)
  const [whole = '0', fraction] = Math.abs(rounded).toFixed(digits).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NO_BREAK)
  return `${rounded < 0 ? MINUS : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`
}

/** @param value - 0 to 100 */
export function formatPercent(value: Protected<number>): string {
  return `${formatNumber(value)}%`
}

const LIMIT_SIGNS = { BELOW: '<', ABOVE: '>' } as const

/** A share as a person reads it: „42%”, „<5%”. */
export function formatShare({ percent, limit }: DisplayedShare): string {
  return `${limit === null ? '' : LIMIT_SIGNS[limit]}${formatPercent(percent)}`
}

/** „n ≈ 1 240”, with no-break spaces; „n < 10” where people are too few to be counted. */
export function formatBase(count: Protected<number> | null): string {
  if (count === null) return `n${NO_BREAK}<${NO_BREAK}${SMALLEST_BASE}`
  return `n${NO_BREAK}≈${NO_BREAK}${formatNumber(count)}`
}
