import type { RescueKey, RescuedInterview, SealedInterview } from '@rozeznanie/core/terrain'

const RSA = { name: 'RSA-OAEP', hash: 'SHA-256' } as const

function base64(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): string {
  let text = ''
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte)
  return btoa(text)
}

/** Seals a finished interview for the organiser: from here on not even this device can read that copy. */
export async function sealInterview(
  interview: RescuedInterview,
  { id: keyId, publicKey }: RescueKey,
): Promise<SealedInterview> {
  const { surveyId, submission } = interview
  const organisers = await crypto.subtle.importKey('jwk', publicKey as JsonWebKey, RSA, false, [
    'encrypt',
    'wrapKey',
  ])
  const once = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const text = new TextEncoder()
  const how = { name: 'AES-GCM', iv, additionalData: text.encode(submission.id) }
  const data = await crypto.subtle.encrypt(how, once, text.encode(JSON.stringify(interview)))
  const wrappedKey = await crypto.subtle.wrapKey('raw', once, organisers, { name: RSA.name })
  return {
    id: submission.id,
    surveyId,
    keyId,
    wrappedKey: base64(wrappedKey),
    iv: base64(iv),
    data: base64(data),
  }
}
