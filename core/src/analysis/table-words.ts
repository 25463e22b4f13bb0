/** Polish numbers and words that tables share. */

/** „p < 0,001”, „p = 0,034” */
export function pInWords(p: number): string {
  if (p < 0.001) return 'p < 0,001'
  const rounded = p.toFixed(p < 0.1 ? 3 : 2)
  return `p = ${rounded.replace('.', ',')}`
}

/** A number with a decimal comma and a real minus sign; never „−0”. */
export function decimal(value: number, digits: number): string {
  const written = Math.abs(value).toFixed(digits).replace('.', ',')
  const isNegative = value < 0 && Number(Math.abs(value).toFixed(digits)) !== 0
  return `${isNegative ? '−' : ''}${written}`
}

const NO_BREAK = '\u00a0'

/** A whole number with spaces between thousands. */
export function whole(value: number): string {
  const rounded = Math.round(Math.abs(value))
  const grouped = String(rounded).replace(/\B(?=(\d{3})+$)/g, NO_BREAK)
  return `${value < 0 && rounded !== 0 ? '−' : ''}${grouped}`
}

/** Percent without decimals: „42 %”. */
export const percent = (value: number): string => `${whole(value)}${NO_BREAK}%`
