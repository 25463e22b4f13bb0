import type { Shelf } from '../draft.ts'
import type { CodeFault } from './code-texts.ts'

/** The code that a person typed, apart from the answers. */
export interface KeptCode {
  /** In its one form, or as it was typed where that is none. */
  readonly code: string
  /** Random bytes, base64url, of which the ticket is made: the same for every try of sending. */
  readonly seed: string
  readonly fault?: CodeFault
}

const keyOf = (surveyCode: string): string => `rozeznanie:kod:${surveyCode}`

/** For browsers that keep nothing. */
let inMemory: KeptCode | null = null

/** Reads what was kept or posted; `null` when it is none. */
export function parseKeptCode(value: unknown): KeptCode | null {
  if (typeof value !== 'object' || value === null) return null
  const { code, seed, fault } = value as Readonly<Record<string, unknown>>
  if (typeof code !== 'string' || typeof seed !== 'string' || code.length > 60 || seed.length > 60)
    return null
  return { code, seed, ...(typeof fault === 'string' && { fault: fault as CodeFault }) }
}

export function keptCode(shelf: Shelf | null, surveyCode: string): KeptCode | null {
  try {
    const text = shelf?.getItem(keyOf(surveyCode)) ?? null
    return text === null ? inMemory : parseKeptCode(JSON.parse(text))
  } catch {
    return inMemory
  }
}

/** Keeps the code in this tab, or removes it. */
export function keepCode(shelf: Shelf | null, surveyCode: string, kept: KeptCode | null): void {
  try {
    if (!shelf) throw new Error('nothing is kept')
    if (kept) shelf.setItem(keyOf(surveyCode), JSON.stringify(kept))
    else shelf.removeItem(keyOf(surveyCode))
    inMemory = null
  } catch {
    inMemory = kept
  }
}
