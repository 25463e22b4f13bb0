import { COMMON_PASSWORD_WORDS } from './common-password-words.ts'

const KEYBOARD_ROWS = ['1234567890', '0987654321', 'qwertyuiopasdfghjklzxcvbnm', 'abcdefghijklmnopqrstuvwxyz']
const FEWEST_DIFFERENT = 5

/**
 * Whether a password is among the first that a guesser would try: a common word (perhaps repeated) with digits or
 * signs around it, a run along the keyboard, a date, or a few characters over and over.
 */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize('NFC').toLowerCase()
  if (new Set(plain).size < FEWEST_DIFFERENT) return true
  if (/^[\d\s./-]+$/.test(plain)) return true
  const letters = plain.replace(/[^\p{L}\p{N}]/gu, '')
  if (isKeyboardRun(letters)) return true
  const word = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const glued = word.replace(/[\s._-]+/g, '')
  return [plain, letters, word, glued].some((candidate) => COMMON_PASSWORD_WORDS.has(unrepeated(candidate)))
}

function isKeyboardRun(text: string): boolean {
  return KEYBOARD_ROWS.some(
    (row) => text !== '' && row.repeat(Math.ceil(text.length / row.length) + 1).includes(text),
  )
}

/** `kotekkotek` → `kotek`. */
function unrepeated(text: string): string {
  return /^(.+?)\1+$/u.exec(text)?.[1] ?? text
}
