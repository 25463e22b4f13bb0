/** „12 345”, „12.345” and „12345” are the same number; so are „12,5%” and „12.5”. */
const THOUSANDS = /^\d{1,3}(\.\d{3})+$/
const NUMBER = /^-?\d{1,12}([.,]\d{1,6})?$/

/** A number as somebody types or pastes it; `null` when it is none. */
export function readFigure(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('\u2212', '-')
    .replace(/(%|os\.?|osób|osoby)$/i, '')
  if (THOUSANDS.test(plain)) return Number(plain.replaceAll('.', ''))
  return NUMBER.test(plain) ? Number(plain.replace(',', '.')) : null
}
