/**
 * A cell that begins so may be run as a formula by a spreadsheet. Full-width signs count: some programs fold them,
 * and so do spaces before the sign, which some programs trim.
 */
const FORMULA_START = /^[\s\u00a0\ufeff]*[=+\-@\u2212\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/** Whether a spreadsheet could take the text for a formula. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA_START.test(text)
}

/** A text that no spreadsheet runs: an apostrophe goes before what looks like a formula. */
export function formulaSafe(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text
}
