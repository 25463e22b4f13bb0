import type { SecretRow, SecretStore } from './layout.ts'

const text = new TextEncoder()
/** A row belongs to its place: moved to another it does not open. */
const placeOf = (store: SecretStore, id: string) => text.encode(`${store}:${id}`)

/** Encrypts a value for a place in the storage. */
export async function hide(
  key: CryptoKey,
  store: SecretStore,
  id: string,
  number: number,
  value: unknown,
): Promise<SecretRow> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const how = { name: 'AES-GCM', iv, additionalData: placeOf(store, id) }
  return { id, number, iv, data: await crypto.subtle.encrypt(how, key, text.encode(JSON.stringify(value))) }
}

/** @throws when the row was changed, moved, or hidden with another key */
export async function reveal(key: CryptoKey, store: SecretStore, row: SecretRow): Promise<unknown> {
  const how = { name: 'AES-GCM', iv: row.iv, additionalData: placeOf(store, row.id) }
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, key, row.data)))
}
