import { createHash, randomBytes } from 'node:crypto'

const TOKEN = /^[\w-]{43}$/

/** 256 bits that the browser keeps; the database keeps only their hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether a cookie can be a token at all. */
export function isToken(text: string): boolean {
  return TOKEN.test(text)
}

export function hashOfToken(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(token).digest())
}
