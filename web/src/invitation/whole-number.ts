/** A whole number above zero as it was typed, perhaps with spaces between thousands; `null` when it is none. */
export function wholeNumber(typed: string): number | null {
  const digits = typed.replace(/\s/g, '')
  return /^[1-9]\d{0,6}$/.test(digits) ? Number(digits) : null
}
