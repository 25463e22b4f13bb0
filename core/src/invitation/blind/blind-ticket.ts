import { encodeMessage } from './encode-message.ts'
import { bytesOf, inverse, joined, numberOf, power } from './numbers.ts'
import { sha384 } from './sha384.ts'

/** Of every key that signs tickets. */
const EXPONENT = 65537n
const MESSAGE_BYTES = 32
const SALT_BYTES = 48

/** Random bytes that a ticket is made of. */
export const TICKET_SEED_BYTES = 32

/** What goes into blinding. `prepared` is the message as it is signed; `factor` hides it from the signer. */
export interface Blinding {
  readonly modulus: Uint8Array
  readonly prepared: Uint8Array
  readonly salt: Uint8Array
  readonly factor: bigint
}

/**
 * Blind of RFC 9474 (RSABSSA-SHA384-PSS): the encoded message times the power of a random factor. Whoever signs it
 * learns nothing of the message: for every message there is a factor that gives the same number.
 *
 * @returns as many bytes as the modulus has; `null` where the message or the factor cannot be used
 */
export function blind({ modulus, prepared, salt, factor }: Blinding): Uint8Array | null {
  const n = numberOf(modulus)
  const message = numberOf(encodeMessage(prepared, salt, n.toString(2).length - 1))
  if (inverse(message, n) === null || inverse(factor, n) === null) return null
  return bytesOf((message * power(factor, EXPONENT, n)) % n, modulus.length)
}

/**
 * Finalize of RFC 9474: takes the factor out of the signature.
 *
 * @returns `null` when it is no signature of the message
 */
export function unblind(
  { modulus, prepared, salt, factor }: Blinding,
  blindSignature: Uint8Array,
): Uint8Array | null {
  const n = numberOf(modulus)
  const back = inverse(factor, n)
  if (back === null || blindSignature.length !== modulus.length) return null
  const signature = (numberOf(blindSignature) * back) % n
  const message = numberOf(encodeMessage(prepared, salt, n.toString(2).length - 1))
  return power(signature, EXPONENT, n) === message ? bytesOf(signature, modulus.length) : null
}

function grown(seed: Uint8Array, purpose: number, length: number): Uint8Array {
  const parts: Uint8Array[] = []
  for (let counter = 0; parts.length * 48 < length; counter += 1) {
    parts.push(sha384(joined(seed, Uint8Array.of(purpose, counter))))
  }
  return joined(...parts).slice(0, length)
}

/** A ticket on its way: what is shown to be signed, and how the signature becomes the ticket's. */
export interface BlindedTicket {
  readonly message: Uint8Array
  readonly blinded: Uint8Array
  /** @returns the signature of `message`; `null` when what came is none */
  finish(blindSignature: Uint8Array): Uint8Array | null
}

/**
 * A ticket made of a random seed. The same seed makes the same, so that a device that never heard the answer can ask
 * again with exactly the same.
 *
 * @param seed - 32 random bytes that nobody else ever sees
 * @param modulus - of the survey's public key
 * @returns `null` for a seed that cannot be used with the key, which happens less often than once in 2^900
 */
export function blindTicket(seed: Uint8Array, modulus: Uint8Array): BlindedTicket | null {
  if (seed.length !== TICKET_SEED_BYTES) throw new RangeError('expected 32 random bytes')
  const message = grown(seed, 1, MESSAGE_BYTES)
  // Longer than the modulus by 16 bytes, so that the remainder favours no factor.
  const factor = numberOf(grown(seed, 3, modulus.length + 16)) % numberOf(modulus)
  const blinding = { modulus, prepared: message, salt: grown(seed, 2, SALT_BYTES), factor }
  const blinded = blind(blinding)
  return blinded && { message, blinded, finish: (signature) => unblind(blinding, signature) }
}
