import { constants, createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import { readTicket, TicketRefusedError } from '@rozeznanie/core/invitation'

const MOST_KEYS = 500
const keys = new Map<string, KeyObject>()

/** What a survey says of the codes it takes. */
export interface CodeTaker {
  readonly takesCodes: boolean
  /** The modulus of its public key, base64url; `null` where it takes none. */
  readonly ticketKey: string | null
  readonly contactPhone: string
}

function publicKeyOf(modulus: string): KeyObject {
  const known = keys.get(modulus)
  if (known) return known
  const key = createPublicKey({ key: { kty: 'RSA', n: modulus, e: 'AQAB' }, format: 'jwk' })
  if (keys.size >= MOST_KEYS) keys.clear()
  keys.set(modulus, key)
  return key
}

/**
 * Whether a ticket lets a response in: the survey signed it, though it never saw it.
 *
 * @returns the hash under which the ticket is spent, in hexadecimal
 * @throws TicketRefusedError
 */
export function ticketHashOf({ ticketKey, contactPhone }: CodeTaker, text: string | undefined): string {
  const ticket = readTicket(text)
  if (!ticket || ticketKey === null) throw new TicketRefusedError(contactPhone)
  const { message, signature } = ticket
  const key = { key: publicKeyOf(ticketKey), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }
  if (!verify('sha384', message, key, signature)) throw new TicketRefusedError(contactPhone)
  return createHash('sha256').update(message).digest('hex')
}
