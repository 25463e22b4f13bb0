import type { KeptEntry } from '@rozeznanie/core/entry'
import type { RawAnswers } from '@rozeznanie/core/questionnaire'

/** How the answers that are entered were given: on paper, or by telephone. */
export type EntryMode = 'PAPI' | 'CATI'

/** A sheet that somebody has begun to enter. */
export interface BegunSheet {
  /** The id under which it will be stored, so that sending twice stores once. */
  readonly id: string
  readonly mode: EntryMode
  readonly versionId: string
  /** Empty for a telephone interview. */
  readonly sheetNumber: string
  /** Of the pile that the sheet belongs to. */
  readonly batchId?: string
  /** A sheet that somebody else has entered before; its id is that of the response. */
  readonly isAgain?: boolean
  readonly kept?: KeptEntry
  /** Of a telephone interview: the callback that it takes up. */
  readonly settles?: string | null
}

/** A sheet that is entered and not yet confirmed by the server. */
export interface WaitingSheet extends BegunSheet {
  readonly answers: RawAnswers
  /** Why the server does not take it; `null` while it waits to be sent. */
  readonly problem: string | null
}

/** A sheet that the server has. */
export interface ReceivedSheet {
  readonly id: string
  readonly mode: EntryMode
  readonly sheetNumber: string
  readonly receipt: string
}

/** The number of the sheet after this one; empty when its mark is no number. */
export function numberAfter(sheetNumber: string): string {
  return /^\d{1,8}$/.test(sheetNumber) ? String(Number(sheetNumber) + 1) : ''
}

/** A random UUID (version 4); `randomUUID` does not exist on pages opened without https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
