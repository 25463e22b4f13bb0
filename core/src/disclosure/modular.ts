/** A prime field in which products of two numbers stay exact in a double when one factor is taken in halves. */
export const PRIME = 2_147_483_647

/** `a · b` in the field. */
export function multiply(a: number, b: number): number {
  return ((((a * (b >>> 16)) % PRIME) * 65_536 + a * (b & 65_535)) % PRIME) | 0
}

/** `1 / a` in the field, by Fermat. */
export function inverse(a: number): number {
  let result = 1
  let base = a
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = multiply(result, base)
    base = multiply(base, base)
  }
  return result
}
