/** Digits and lower-case letters without i, l, o, u: nothing that is read or written as something else. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Writes five bytes (40 bits) as eight characters of the alphabet, five bits each, most significant first. */
export function encodeFiveBytes(bytes: Uint8Array): string {
  if (bytes.length !== 5) throw new RangeError('expected five bytes')
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let position = 7n; position >= 0n; position -= 1n)
    text += ALPHABET[Number((bits >> (position * 5n)) & 31n)]
  return text
}
