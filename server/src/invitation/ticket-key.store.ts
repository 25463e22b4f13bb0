import {
  constants,
  createPrivateKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  type KeyObject,
} from 'node:crypto'
import { promisify } from 'node:util'
import type { Database } from '../database/database.ts'
import { newKioskPass } from './kiosk-pass.access.ts'

const KEY_BITS = 2_048
const make = promisify(generateKeyPair)

/** A new key for the tickets of one survey. */
export interface NewTicketKey {
  readonly privateKey: Uint8Array<ArrayBuffer>
  readonly modulus: Uint8Array<ArrayBuffer>
  readonly kioskPass: Uint8Array<ArrayBuffer>
}

/** Makes a key that signs tickets and nothing else, and the first pass of shared tablets. */
export async function makeTicketKey(): Promise<NewTicketKey> {
  const { privateKey, publicKey } = await make('rsa', { modulusLength: KEY_BITS })
  const modulus = publicKey.export({ format: 'jwk' }).n ?? ''
  return {
    privateKey: Uint8Array.from(privateKey.export({ format: 'der', type: 'pkcs8' })),
    modulus: Uint8Array.from(Buffer.from(modulus, 'base64url')),
    kioskPass: newKioskPass(),
  }
}

/** The private key of a survey's tickets; `null` where it takes no codes. */
export async function loadTicketKey({ prisma }: Database, surveyId: string): Promise<KeyObject | null> {
  const stored = await prisma.ticketKey.findUnique({ where: { surveyId }, select: { privateKey: true } })
  return stored && createPrivateKey({ key: Buffer.from(stored.privateKey), format: 'der', type: 'pkcs8' })
}

/**
 * Signs a blinded ticket: the bare power of RSA, that RFC 9474 asks for. Checked before it leaves the house, because a
 * wrong result would tell of the key.
 *
 * @returns `null` for a number that is not below the modulus
 */
export function signBlinded(key: KeyObject, blinded: Uint8Array): Buffer | null {
  const padding = constants.RSA_NO_PADDING
  try {
    const signature = privateDecrypt({ key, padding }, blinded)
    return publicEncrypt({ key, padding }, signature).equals(blinded) ? signature : null
  } catch {
    return null
  }
}
