import { webcrypto } from 'node:crypto'
import type { RescueKey, SealedInterview } from '@rozeznanie/core/terrain'

/** What a tablet seals. */
interface Form {
  readonly surveyId: string
  readonly finishedOn?: string
  readonly submission: { readonly id: string }
}

const base64 = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(new Uint8Array(bytes)).toString('base64')

/** Sealed as a tablet does it. */
export async function sealedForm(key: RescueKey, form: Form): Promise<SealedInterview> {
  const { subtle } = webcrypto
  const { id } = form.submission
  const content = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt'])
  const iv = webcrypto.getRandomValues(new Uint8Array(12))
  const text = new TextEncoder()
  const algorithm = { name: 'AES-GCM', iv, additionalData: text.encode(id) }
  const data = await subtle.encrypt(algorithm, content, text.encode(JSON.stringify(form)))
  const rsa = { name: 'RSA-OAEP', hash: 'SHA-256' }
  const publicKey = await subtle.importKey('jwk', key.publicKey, rsa, false, ['encrypt'])
  const raw = await subtle.exportKey('raw', content)
  const wrappedKey = base64(await subtle.encrypt({ name: 'RSA-OAEP' }, publicKey, raw))
  return { id, surveyId: form.surveyId, keyId: key.id, wrappedKey, iv: base64(iv), data: base64(data) }
}
