import { webcrypto } from 'node:crypto'
import { readRescued, type SealedInterview } from '@rozeznanie/core/terrain'

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(base64, 'base64'))

async function openWith(key: webcrypto.CryptoKey, sealed: SealedInterview): Promise<string | null> {
  try {
    const unwrapped = await webcrypto.subtle.decrypt({ name: 'RSA-OAEP' }, key, bytesOf(sealed.wrappedKey))
    const contentKey = await webcrypto.subtle.importKey('raw', unwrapped, 'AES-GCM', false, ['decrypt'])
    const additionalData = new TextEncoder().encode(sealed.id)
    const algorithm = { name: 'AES-GCM', iv: bytesOf(sealed.iv), additionalData }
    return new TextDecoder().decode(
      await webcrypto.subtle.decrypt(algorithm, contentKey, bytesOf(sealed.data)),
    )
  } catch {
    return null
  }
}

/** The interview that was sealed for one of these keys; `null` when none opens it, or something else comes out. */
export async function openSealed(
  keys: readonly webcrypto.CryptoKey[],
  sealed: SealedInterview,
): Promise<ReturnType<typeof readRescued>> {
  for (const key of keys) {
    const text = await openWith(key, sealed)
    if (text !== null) return readRescued(text)
  }
  return null
}
