/** Bytes as a number, most significant first (OS2IP of RFC 8017). */
export function numberOf(bytes: Uint8Array): bigint {
  let digits = '0x0'
  for (const byte of bytes) digits += byte.toString(16).padStart(2, '0')
  return BigInt(digits)
}

/** A number as so many bytes, most significant first (I2OSP of RFC 8017). */
export function bytesOf(number: bigint, length: number): Uint8Array {
  const digits = number.toString(16).padStart(length * 2, '0')
  if (digits.length > length * 2) throw new RangeError('the number does not fit')
  return Uint8Array.from({ length }, (_, index) =>
    Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16),
  )
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** `base` to the power of `exponent`, modulo `modulus`. */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/** What times `value` is 1 modulo `modulus`; `null` where they share a factor. */
export function inverse(value: bigint, modulus: bigint): bigint | null {
  let [last, next] = [modulus, value % modulus]
  let [lastFactor, factor] = [0n, 1n]
  while (next > 0n) {
    const times = last / next
    ;[last, next] = [next, last - times * next]
    ;[lastFactor, factor] = [factor, lastFactor - times * factor]
  }
  if (last !== 1n) return null
  return lastFactor < 0n ? lastFactor + modulus : lastFactor
}
