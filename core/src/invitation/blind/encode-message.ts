import { joined } from './numbers.ts'
import { sha384 } from './sha384.ts'

const HASH_BYTES = 48

/** MGF1 with SHA-384 (RFC 8017, B.2.1). */
function mask(seed: Uint8Array, length: number): Uint8Array {
  const parts: Uint8Array[] = []
  for (let counter = 0; parts.length * HASH_BYTES < length; counter += 1) {
    parts.push(sha384(joined(seed, Uint8Array.of(0, 0, counter >> 8, counter & 0xff))))
  }
  return joined(...parts).slice(0, length)
}

/**
 * EMSA-PSS with SHA-384 (RFC 8017, 9.1.1).
 *
 * @param bits - length of the modulus less one
 */
export function encodeMessage(message: Uint8Array, salt: Uint8Array, bits: number): Uint8Array {
  const length = Math.ceil(bits / 8)
  const hash = sha384(joined(new Uint8Array(8), sha384(message), salt))
  const zeros = length - salt.length - HASH_BYTES - 2
  if (zeros < 0) throw new RangeError('the modulus is too short')
  const block = joined(new Uint8Array(zeros), Uint8Array.of(1), salt)
  const pattern = mask(hash, block.length)
  const masked = block.map((byte, index) => byte ^ (pattern[index] ?? 0))
  masked[0] = (masked[0] ?? 0) & (0xff >> (length * 8 - bits))
  return joined(masked, hash, Uint8Array.of(0xbc))
}
