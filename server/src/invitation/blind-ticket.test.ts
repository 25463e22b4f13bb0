import { constants, generateKeyPairSync, privateDecrypt, randomBytes, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { blind, blindTicket } from '@rozeznanie/core/invitation/blind'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const modulus = Uint8Array.from(Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url'))
const sign = (blinded: Uint8Array) =>
  privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, blinded)
const numberOf = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)

/** Modulo the key, by the extended algorithm of Euclid. */
function inverse(value: bigint): bigint {
  const n = numberOf(modulus)
  let [last, next, lastFactor, factor] = [n, value, 0n, 1n]
  while (next > 0n) {
    const times = last / next
    ;[last, next, lastFactor, factor] = [next, last - times * next, factor, lastFactor - times * factor]
  }
  return ((lastFactor % n) + n) % n
}

const isSigned = (message: Uint8Array, signature: Uint8Array) =>
  verify(
    'sha384',
    message,
    { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 },
    signature,
  )

describe('a blinded ticket', () => {
  it('becomes one that OpenSSL takes as signed, though its signer never saw it', () => {
    for (let round = 0; round < 5; round += 1) {
      const ticket = blindTicket(randomBytes(32), modulus)
      const signature = ticket?.finish(sign(ticket.blinded))

      expect(ticket && signature && isSigned(ticket.message, signature)).toBe(true)
    }
  })

  it('is the same for the same seed, and another for each other seed and key', () => {
    const seed = randomBytes(32)
    const first = blindTicket(seed, modulus)

    expect(blindTicket(seed, modulus)?.blinded).toEqual(first?.blinded)
    expect(blindTicket(randomBytes(32), modulus)?.blinded).not.toEqual(first?.blinded)
    expect(blindTicket(randomBytes(32), modulus)?.message).not.toEqual(first?.message)
  })

  it('could be of any message: for every message there is a factor that gives the same blinded number', () => {
    const blinded = blindTicket(randomBytes(32), modulus)?.blinded ?? new Uint8Array(256)
    const other = { modulus, prepared: randomBytes(32), salt: randomBytes(48) }
    const unhidden = blind({ ...other, factor: 1n }) ?? new Uint8Array(256)

    // The private key takes both into the group of signatures, where the factor is what stands between them.
    const factor = (numberOf(sign(blinded)) * inverse(numberOf(sign(unhidden)))) % numberOf(modulus)

    expect(blind({ ...other, factor })).toEqual(blinded)
  })

  it('is not finished by a signature for another', () => {
    const [one, other] = [blindTicket(randomBytes(32), modulus), blindTicket(randomBytes(32), modulus)]

    expect(one?.finish(sign(other?.blinded ?? new Uint8Array(256)))).toBeNull()
  })

  it('is not made of fewer random bytes than it takes', () => {
    expect(() => blindTicket(new Uint8Array(16), modulus)).toThrow(RangeError)
  })
})
