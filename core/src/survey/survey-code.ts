import { encodeFiveBytes } from '../base32.ts'

const CODE = /^[0-9abcdefghjkmnpqrstvwxyz]{8}$/
const LOOK_ALIKES: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1', u: 'v' }

/** Random bytes a code needs. */
export const SURVEY_CODE_BYTES = 5

/**
 * The public code of a survey, the last part of `/a/<code>`: eight characters, 40 bits.
 *
 * @param randomBytes - exactly five bytes from a cryptographic source
 */
export function makeSurveyCode(randomBytes: Uint8Array): string {
  return encodeFiveBytes(randomBytes)
}

/**
 * A code as a person typed it, brought to its one form: spaces and dashes left out, upper case lowered,
 * look-alikes (o, i, l, u) read as 0, 1, 1, v. `null` when it cannot be a code.
 */
export function normaliseSurveyCode(typed: string): string | null {
  if (typed.length > 40) return null
  const code = typed
    .toLowerCase()
    .replace(/[\s\-‐-―]/g, '')
    .replace(/[oilu]/g, (letter) => LOOK_ALIKES[letter] ?? letter)
  return CODE.test(code) ? code : null
}
