import { encodeFiveBytes } from '../base32.ts'

/**
 * The receipt number that a respondent sees, `7XK2-9QMB`: the first 40 bits of the hash of what was stored.
 * The same stored content always has the same receipt.
 *
 * @param hashHex - SHA-256 in hexadecimal, or at least its first ten digits
 */
export function receiptOf(hashHex: string): string {
  if (!/^[0-9a-f]{10,}$/i.test(hashHex)) throw new RangeError('expected a hash in hexadecimal')
  const bytes = Array.from({ length: 5 }, (_, index) =>
    Number.parseInt(hashHex.slice(index * 2, index * 2 + 2), 16),
  )
  const code = encodeFiveBytes(Uint8Array.from(bytes)).toUpperCase()
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
