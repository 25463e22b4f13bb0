import { argon2id } from 'hash-wasm'

/** How slow the way from the PIN to its key is. */
export type SlowHash =
  | { readonly name: 'argon2id'; readonly memoryKib: number; readonly passes: number }
  | { readonly name: 'pbkdf2'; readonly iterations: number }

/** The data key, wrapped by the key that the PIN makes. */
export interface Wrapped {
  readonly hash: SlowHash
  readonly salt: Uint8Array<ArrayBuffer>
  readonly iv: Uint8Array<ArrayBuffer>
  readonly key: ArrayBuffer
}

const ARGON: SlowHash = { name: 'argon2id', memoryKib: 47_104, passes: 3 }
/** Where a browser runs no WebAssembly. */
const PBKDF: SlowHash = { name: 'pbkdf2', iterations: 900_000 }
const AES = { name: 'AES-GCM', length: 256 } as const

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

async function bytesOf(
  pin: string,
  salt: Uint8Array<ArrayBuffer>,
  hash: SlowHash,
): Promise<Uint8Array<ArrayBuffer>> {
  const password = new TextEncoder().encode(pin.normalize('NFKC'))
  if (hash.name === 'argon2id') {
    const { memoryKib: memorySize, passes: iterations } = hash
    const settings = { password, salt, iterations, memorySize, parallelism: 1, hashLength: 32 }
    return Uint8Array.from(await argon2id({ ...settings, outputType: 'binary' }))
  }
  const raw = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: hash.iterations }
  return new Uint8Array(await crypto.subtle.deriveBits(how, raw, 256))
}

async function keyOf(pin: string, salt: Uint8Array<ArrayBuffer>, hash: SlowHash): Promise<CryptoKey> {
  const bytes = await bytesOf(pin, salt, hash)
  try {
    return await crypto.subtle.importKey('raw', bytes, AES.name, false, ['wrapKey', 'unwrapKey'])
  } finally {
    bytes.fill(0)
  }
}

/** Makes the data key of a device and wraps it by a PIN. */
export async function wrapNewKey(
  pin: string,
  hash: SlowHash = typeof WebAssembly === 'object' ? ARGON : PBKDF,
): Promise<Wrapped> {
  const salt = random(16)
  const iv = random(12)
  const pinKey = await keyOf(pin, salt, hash)
  const dataKey = await crypto.subtle.generateKey(AES, true, ['encrypt', 'decrypt'])
  const key = await crypto.subtle.wrapKey('raw', dataKey, pinKey, { name: AES.name, iv })
  return { hash, salt, iv, key }
}

/** The data key, which no script can read; `null` when the PIN is wrong. */
export async function unwrapKey(pin: string, { hash, salt, iv, key }: Wrapped): Promise<CryptoKey | null> {
  const pinKey = await keyOf(pin, salt, hash)
  try {
    const uses: KeyUsage[] = ['encrypt', 'decrypt']
    return await crypto.subtle.unwrapKey('raw', key, pinKey, { name: AES.name, iv }, AES.name, false, uses)
  } catch {
    return null
  }
}
