import type { Submission } from '@rozeznanie/core/response'

/** Whom finished answers are sealed for when they cannot be sent at once. */
export interface KioskKey {
  readonly surveyId: string
  /** RSA-OAEP, SHA-256; its private half is on the server only. */
  readonly rescueKey: { readonly id: string; readonly publicKey: JsonWebKey }
  /** What lets this tablet in where the survey takes codes. */
  readonly pass: string | null
}

/** One finished form that only the server can open. */
interface SealedForm {
  readonly id: string
  readonly surveyId: string
  readonly keyId: string
  readonly wrappedKey: string
  readonly iv: string
  readonly data: string
}

const FORMAT = 'rozeznanie-rescue-1'
const DATABASE = 'rozeznanie-tablet'
const FORMS = 'zapieczetowane'

function toBase64(buffer: ArrayBuffer | Uint8Array): string {
  let text = ''
  for (const byte of buffer instanceof Uint8Array ? buffer : new Uint8Array(buffer))
    text += String.fromCharCode(byte)
  return btoa(text)
}

/**
 * Seals a form for the organisation. The key of the content is used once and thrown away: from then on nobody can read
 * the form on this device, this page included.
 */
export async function sealForm(
  { surveyId, rescueKey }: Omit<KioskKey, 'pass'>,
  submission: Submission,
): Promise<SealedForm> {
  const { subtle } = crypto
  const wrapping = { name: 'RSA-OAEP', hash: 'SHA-256' }
  const publicKey = await subtle.importKey('jwk', rescueKey.publicKey, wrapping, false, ['encrypt'])
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const key = await subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const text = new TextEncoder()
  const content = text.encode(JSON.stringify({ surveyId, submission }))
  const algorithm = { name: 'AES-GCM', iv, additionalData: text.encode(submission.id) }
  const [data, wrappedKey] = await Promise.all([
    subtle.encrypt(algorithm, key, content),
    subtle.encrypt({ name: 'RSA-OAEP' }, publicKey, raw),
  ])
  raw.fill(0)
  return {
    id: submission.id,
    ...{ surveyId, keyId: rescueKey.id },
    wrappedKey: toBase64(wrappedKey),
    iv: toBase64(iv),
    data: toBase64(data),
  }
}

const fileOf = (forms: readonly SealedForm[]) => JSON.stringify({ format: FORMAT, interviews: forms })

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
  })
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(FORMS, { keyPath: 'id' })
  return done(request)
}

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (forms: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await opened()
  try {
    const transaction = database.transaction(FORMS, mode)
    const finished = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'))
    })
    const result = await done(work(transaction.objectStore(FORMS)))
    await finished
    return result
  } finally {
    database.close()
  }
}

const mine = (forms: unknown, surveyId: string): readonly SealedForm[] =>
  (forms as readonly SealedForm[]).filter((form) => form.surveyId === surveyId)

/** What waits on this tablet for the network; kept on its disk, unreadable there. */
export function outboxOf({ surveyId }: Pick<KioskKey, 'surveyId'>) {
  const waiting = async () => mine(await inStore('readonly', (forms) => forms.getAll()), surveyId)
  return {
    put: async (form: SealedForm) => void (await inStore('readwrite', (forms) => forms.put(form))),
    remove: async (id: string) => void (await inStore('readwrite', (forms) => forms.delete(id))),
    waiting,
    /** A file by which an organiser takes in what this tablet cannot send. */
    file: async () => fileOf(await waiting()),
  }
}

export type Outbox = ReturnType<typeof outboxOf>

/** Who sends. */
interface Tablet extends Pick<KioskKey, 'pass'> {
  readonly surveyCode: string
}

/** What became of one sealed form; `kept` ones wait on. */
async function sendForm(
  { surveyCode, pass }: Tablet,
  form: SealedForm,
): Promise<'in' | 'refused' | 'unreachable'> {
  try {
    const reply = await fetch(`/a/${encodeURIComponent(surveyCode)}/kiosk/odpowiedzi`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ format: FORMAT, interviews: [form], ...(pass !== null && { kioskPass: pass }) }),
      credentials: 'omit',
      cache: 'no-store',
    })
    const body: unknown = await reply.json()
    const has = (name: string) => typeof body === 'object' && body !== null && name in body
    // A conflict is kept by the server as well, for a person to decide.
    if ((reply.ok && has('receipt')) || (reply.status === 409 && has('code'))) return 'in'
    const isRefused = (reply.status === 410 || reply.status === 422) && has('code')
    return isRefused ? 'refused' : 'unreachable'
  } catch {
    return 'unreachable'
  }
}

export interface Sweep {
  readonly waiting: number
  /** The server does not take them: they wait for an organiser. */
  readonly refused: number
}

/** Sends what waits, one after another; only what the server acknowledged is removed. */
export async function sweep(tablet: Tablet, outbox: Outbox): Promise<Sweep> {
  let refused = 0
  for (const form of await outbox.waiting()) {
    const outcome = await sendForm(tablet, form)
    if (outcome === 'unreachable') break
    if (outcome === 'in') await outbox.remove(form.id)
    else refused += 1
  }
  return { waiting: (await outbox.waiting()).length, refused }
}
