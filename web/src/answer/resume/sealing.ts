/**
 * Rounds of PBKDF2 between the words and everything made of them. Each guess costs as much: a stolen table of one
 * survey takes 2^40 of them, more than a year of a fast graphics card, and holds for 60 days.
 */
export const SLOW_ROUNDS = 600_000

const SALT_BYTES = 16
const NONCE_BYTES = 12
/** Lengths are rounded up, so that they tell little of the answers. */
const PADDING = 1024

/** What is made of the words of a code. */
export interface CodeKeys {
  /** By which the server finds the record: 64 hexadecimal digits. */
  readonly name: string
  /** From which the key of each record is made, with its own salt. */
  readonly secret: CryptoKey
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Can this page seal at all? Browsers allow it only on pages that came safely. */
export const canSeal = (): boolean => typeof crypto !== 'undefined' && Boolean(crypto.subtle)

/**
 * Makes the keys of a code. It takes up to a few seconds on an old phone, on purpose.
 *
 * @param surveyCode - the same words are another name in every survey
 */
export async function keysOf(surveyCode: string, code: string): Promise<CodeKeys> {
  const { subtle } = crypto
  const words = await subtle.importKey('raw', bytesOf(code), 'PBKDF2', false, ['deriveBits'])
  const salt = bytesOf(`rozeznanie-odlozone-1:${surveyCode}`)
  const slow = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: SLOW_ROUNDS }
  const root = await subtle.deriveBits(slow, words, 256)
  const secret = await subtle.importKey('raw', root, 'HKDF', false, ['deriveBits', 'deriveKey'])
  const naming = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: bytesOf('nazwa') }
  const name = new Uint8Array(await subtle.deriveBits(naming, secret, 256))
  return { name: Array.from(name, (byte) => `0${byte.toString(16)}`.slice(-2)).join(''), secret }
}

function recordKey({ secret }: CodeKeys, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: bytesOf('odpowiedzi') }
  return crypto.subtle.deriveKey(how, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))

/** Seals a text: salt, nonce and AES-GCM-256 in base64. */
export async function seal(keys: CodeKeys, text: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const key = await recordKey(keys, salt)
  const plain = bytesOf(text)
  const padded = new Uint8Array(Math.ceil(plain.length / PADDING) * PADDING).fill(0x20)
  padded.set(plain)
  const algorithm = { name: 'AES-GCM', iv, additionalData: bytesOf(keys.name) }
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, padded))
  const whole = new Uint8Array(SALT_BYTES + NONCE_BYTES + sealed.length)
  whole.set(salt)
  whole.set(iv, SALT_BYTES)
  whole.set(sealed, SALT_BYTES + NONCE_BYTES)
  return toBase64(whole)
}

/** Opens what was sealed; `null` when these keys do not open it or it was changed. */
export async function open(keys: CodeKeys, sealed: string): Promise<string | null> {
  try {
    const whole = fromBase64(sealed)
    const key = await recordKey(keys, whole.slice(0, SALT_BYTES))
    const iv = whole.slice(SALT_BYTES, SALT_BYTES + NONCE_BYTES)
    const algorithm = { name: 'AES-GCM', iv, additionalData: bytesOf(keys.name) }
    const plain = await crypto.subtle.decrypt(algorithm, key, whole.slice(SALT_BYTES + NONCE_BYTES))
    return new TextDecoder().decode(plain)
  } catch {
    return null
  }
}
