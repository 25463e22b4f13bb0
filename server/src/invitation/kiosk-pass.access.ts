import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { TicketRefusedError } from '@rozeznanie/core/invitation'
import type { Database } from '../database/database.ts'

const PASS_BYTES = 16

/** A pass that nobody has yet. */
export const newKioskPass = (): Uint8Array<ArrayBuffer> => Uint8Array.from(randomBytes(PASS_BYTES))

const written = (pass: Uint8Array): string => Buffer.from(pass).toString('base64url')
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** What a survey keeps in memory to know its pass by. */
export const kioskPassHash = (pass: Uint8Array): Uint8Array => hashOf(written(pass))

/** What a survey knows of the pass of its shared tablets. */
export interface KioskPassTaker {
  /** `null` where the survey takes no codes: its tablets need no pass. */
  readonly kioskPassHash: Uint8Array | null
  readonly contactPhone: string
}

/**
 * Whether a shared tablet may answer without the code of a letter: the organisation's people started it.
 *
 * @throws TicketRefusedError
 */
export function assertKioskPass({ kioskPassHash: known, contactPhone }: KioskPassTaker, pass: unknown): void {
  if (known === null) return
  if (typeof pass === 'string' && timingSafeEqual(hashOf(pass), known)) return
  throw new TicketRefusedError(contactPhone, 'kiosk pass')
}

/** The pass of a survey as it stands in the address of its tablets; `null` where it takes no codes. */
export async function kioskPassOf({ prisma }: Database, surveyId: string): Promise<string | null> {
  const where = { surveyId, survey: { takesCodes: true } }
  const key = await prisma.ticketKey.findFirst({ where, select: { kioskPass: true } })
  return key && written(key.kioskPass)
}
