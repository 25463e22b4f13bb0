/** Digits and lower-case letters without i, l, o, u: nothing that is read or written as something else. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const CODE = /^[0-9abcdefghjkmnpqrstvwxyz]{8}$/
const LOOK_ALIKES: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1', u: 'v' }

/** Random bytes a code needs. */
export const SURVEY_CODE_BYTES = 5

/** Writes five bytes (40 bits) as eight characters of the alphabet, five bits each. */
function encode(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let position = 7n; position >= 0n; position -= 1n) {
    text += ALPHABET[Number((bits >> (position * 5n)) & 31n)]
  }
  return text
}

/**
 * The public code of a survey, the last part of `/a/<code>`: eight characters, 40 bits.
 *
 * @param randomBytes - exactly five bytes from a cryptographic source
 */
export function makeSurveyCode(randomBytes: Uint8Array): string {
  if (randomBytes.length !== SURVEY_CODE_BYTES) throw new RangeError('a survey code takes five random bytes')
  return encode(randomBytes)
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
