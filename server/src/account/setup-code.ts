import { createHash, randomInt, timingSafeEqual } from 'node:crypto'

// Without I, O, 0 and 1; 32 letters, so 12 of them are 60 bits.
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const GROUPS = 3
const GROUP_LENGTH = 4

/** The one-time code that the terminal shows while nobody is administrator. Lives in memory only. */
export interface SetupCode {
  /** For the terminal, `ABCD-EFGH-JKLM`. */
  readonly code: string
  matches(candidate: string): boolean
}

export function createSetupCode(): SetupCode {
  const letters = Array.from(
    { length: GROUPS * GROUP_LENGTH },
    () => LETTERS[randomInt(LETTERS.length)],
  ).join('')
  const code = letters.replace(/(.{4})(?=.)/g, '$1-')
  return { code, matches: (candidate) => timingSafeEqual(digest(candidate), digest(code)) }
}

/** Of equal length whatever was typed; dashes, spaces and small letters do not matter. */
function digest(code: string): Buffer {
  return createHash('sha256')
    .update(
      code
        .slice(0, 100)
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, ''),
    )
    .digest()
}
