import type { KioskSettings } from './settings.ts'

/**
 * Four digits keep passers-by from leaving the kiosk, no more than that: whoever takes the tablet apart tries them all.
 * Nothing of any respondent is behind them.
 */
export const PIN = /^\d{4}$/

const ROUNDS = 300_000

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => `0${byte.toString(16)}`.slice(-2)).join('')

async function hashOf(pin: string, salt: string): Promise<string> {
  const text = new TextEncoder()
  const key = await crypto.subtle.importKey('raw', text.encode(pin), 'PBKDF2', false, ['deriveBits'])
  const slow = { name: 'PBKDF2', hash: 'SHA-256', salt: text.encode(salt), iterations: ROUNDS }
  return hex(new Uint8Array(await crypto.subtle.deriveBits(slow, key, 256)))
}

export async function hashPin(pin: string): Promise<KioskSettings['pin']> {
  const salt = hex(crypto.getRandomValues(new Uint8Array(16)))
  return { salt, hash: await hashOf(pin, salt) }
}

export async function isPin(typed: string, { salt, hash }: KioskSettings['pin']): Promise<boolean> {
  return (await hashOf(typed, salt)) === hash
}

/** Seconds that the lock waits after so many wrong tries. */
export function lockSeconds(wrongTries: number): number {
  return wrongTries < 3 ? 0 : Math.min(300, 15 * 2 ** (wrongTries - 3))
}
