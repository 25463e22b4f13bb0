import { encodeFiveBytes } from '../base32.ts'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LOOK_ALIKES: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1', u: 'v' }
const PART_LENGTH = 5
const LONGEST_TYPED = 60
/** x⁵ + x² + 1: the field of 32 elements. */
const FIELD = 0b100101
/** What the check characters of both parts start from: they differ, so that swapped parts are noticed. */
const PART_SEEDS = [0, 11] as const

/** Random bytes a code needs. */
export const CODE_BYTES = 5

function doubled(element: number): number {
  const product = element << 1
  return product > 31 ? product ^ FIELD : product
}

/**
 * The check character of four. Each place has a weight of its own in the field of 32 elements, so that one wrong
 * character and any two exchanged ones are always noticed.
 */
function checkOf(characters: string, seed: number): string {
  const sum = [...characters].reduce(
    (before, character) => doubled(before ^ ALPHABET.indexOf(character)),
    seed,
  )
  return ALPHABET[sum] ?? ''
}

const isSound = (part: string, index: number): boolean =>
  checkOf(part.slice(0, -1), PART_SEEDS[index] ?? 0) === part.slice(-1)

/**
 * A one-time code: two parts of four random characters and a check character each, 40 bits in all.
 *
 * @param randomBytes - exactly five bytes from a cryptographic source
 */
export function makeOneTimeCode(randomBytes: Uint8Array): string {
  const random = encodeFiveBytes(randomBytes)
  return [random.slice(0, 4), random.slice(4)]
    .map((part, index) => part + checkOf(part, PART_SEEDS[index] ?? 0))
    .join('')
}

/** As it stands on a letter: `7XK29-QMB4F`. */
export function printedCode(code: string): string {
  return `${code.slice(0, PART_LENGTH)}-${code.slice(PART_LENGTH)}`.toUpperCase()
}

/** What a person typed, as a code, or where it is wrong. */
export type ReadCode =
  | { readonly code: string }
  | {
      readonly fault:
        'EMPTY' | 'TOO_SHORT' | 'TOO_LONG' | 'STRANGE' | 'FIRST_PART' | 'SECOND_PART' | 'BOTH_PARTS'
    }

function partsFault(code: string): ReadCode {
  const [first, second] = [code.slice(0, PART_LENGTH), code.slice(PART_LENGTH)]
  const [isFirstSound, isSecondSound] = [isSound(first, 0), isSound(second, 1)]
  if (isFirstSound && isSecondSound) return { code }
  if (isFirstSound) return { fault: 'SECOND_PART' }
  return { fault: isSecondSound ? 'FIRST_PART' : 'BOTH_PARTS' }
}

/**
 * Reads a code as a person typed it: in any case, with spaces and dashes anywhere, look-alikes (o, i, l, u) as
 * 0, 1, 1, v. It says only whether it can be a code, not whether there is one.
 */
export function readOneTimeCode(typed: string): ReadCode {
  if (typed.length > LONGEST_TYPED) return { fault: 'TOO_LONG' }
  const code = typed
    .toLowerCase()
    .replace(/[\s\-‐-―.]/g, '')
    .replace(/[oilu]/g, (letter) => LOOK_ALIKES[letter] ?? letter)
  if (code === '') return { fault: 'EMPTY' }
  if ([...code].some((character) => !ALPHABET.includes(character))) return { fault: 'STRANGE' }
  if (code.length !== 2 * PART_LENGTH)
    return { fault: code.length > 2 * PART_LENGTH ? 'TOO_LONG' : 'TOO_SHORT' }
  return partsFault(code)
}

/** Is this a code in its one form, with its check characters right? */
export function isOneTimeCode(code: unknown): code is string {
  if (typeof code !== 'string') return false
  const read = readOneTimeCode(code)
  return 'code' in read && read.code === code
}

/** The five bytes that a code was made of. */
export function codeBytes(code: string): Uint8Array {
  let bits = 0n
  for (const character of code.slice(0, 4) + code.slice(PART_LENGTH, -1)) {
    bits = (bits << 5n) | BigInt(ALPHABET.indexOf(character))
  }
  return Uint8Array.from({ length: CODE_BYTES }, (_, index) =>
    Number((bits >> BigInt(32 - index * 8)) & 255n),
  )
}
