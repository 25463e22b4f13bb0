const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const LONGEST = 2_000

/** Bytes as base64url without padding. */
export function base64Url(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(from, from + 3)
    const bits = (one << 16) | (two << 8) | three
    const letters = [bits >> 18, (bits >> 12) & 63, (bits >> 6) & 63, bits & 63]
    text += letters
      .slice(0, Math.min(3, bytes.length - from) + 1)
      .map((letter) => LETTERS[letter])
      .join('')
  }
  return text
}

/** Reads base64url without padding; `null` when it is none, or longer than any of ours. */
export function fromBase64Url(text: unknown): Uint8Array | null {
  if (typeof text !== 'string' || text.length > LONGEST || text.length % 4 === 1) return null
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  for (let index = 0; index < bytes.length; index += 1) {
    const bit = index * 8
    const place = Math.floor(bit / 6)
    const two = (LETTERS.indexOf(text[place] ?? 'A') << 6) | LETTERS.indexOf(text[place + 1] ?? 'A')
    bytes[index] = (two >> (4 - (bit % 6))) & 0xff
  }
  return base64Url(bytes) === text ? bytes : null
}

/** What lets one response in where a survey takes codes: a random message, and the survey's signature of it. */
export interface Ticket {
  readonly message: Uint8Array
  readonly signature: Uint8Array
}

/** As it is sent beside the answers. */
export function writeTicket({ message, signature }: Ticket): string {
  return `${base64Url(message)}.${base64Url(signature)}`
}

/** Reads what came beside the answers; `null` when it is no ticket. Whether it is signed is another question. */
export function readTicket(text: string | undefined): Ticket | null {
  const [first, second, ...rest] = (text ?? '').split('.')
  const [message, signature] = [fromBase64Url(first), fromBase64Url(second)]
  if (message?.length !== 32 || signature === null || rest.length > 0) return null
  return { message, signature }
}
