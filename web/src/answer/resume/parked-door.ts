/** What came of putting answers aside. */
export type KeepOutcome =
  | { readonly kind: 'kept'; readonly revision: number; readonly until: string }
  /** Another device has put newer ones there. */
  | { readonly kind: 'elsewhere'; readonly revision: number }
  /** In the server's words. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unreachable' }

export type FindOutcome =
  | { readonly kind: 'found'; readonly revision: number; readonly sealed: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unreachable' }

/** A record as it goes to the server. */
export interface ParkedRecord {
  readonly name: string
  /** The revision that it was made from; 0 for a new one. */
  readonly base: number
  readonly sealed: string
}

/** Where answers are put aside; none of these throws. */
export interface ParkedDoor {
  keep(record: ParkedRecord): Promise<KeepOutcome>
  find(name: string): Promise<FindOutcome>
  remove(name: string): Promise<void>
}

const PATIENCE_MS = 20_000
const UNREACHABLE = { kind: 'unreachable' } as const

interface Reply {
  readonly status: number
  readonly message?: unknown
  readonly isKept?: unknown
  readonly revision?: unknown
  readonly until?: unknown
  readonly sealed?: unknown
}

const NOTHING: Partial<Reply> = {}

async function post(address: string, body: object): Promise<Reply | null> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), PATIENCE_MS)
  try {
    const reply = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
      signal: controller.signal,
    })
    const value: unknown = await reply.json()
    return typeof value === 'object' && value !== null ? { ...value, status: reply.status } : null
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

/** What the server says instead of doing it; faults that may pass by themselves are no words of it. */
function refusalOf(reply: Reply | null): { readonly kind: 'refused'; readonly message: string } | null {
  const isSaid = reply !== null && reply.status >= 400 && reply.status < 500
  return isSaid && typeof reply.message === 'string' ? { kind: 'refused', message: reply.message } : null
}

/** The server, over the network. */
export function parkedDoor(surveyCode: string): ParkedDoor {
  const address = `/a/${encodeURIComponent(surveyCode)}/odlozone`
  return {
    keep: async (record) => {
      const reply = await post(address, record)
      const { revision, until } = reply ?? NOTHING
      if (typeof revision !== 'number') return refusalOf(reply) ?? UNREACHABLE
      if (reply?.status === 409) return { kind: 'elsewhere', revision }
      return typeof until === 'string' ? { kind: 'kept', revision, until } : UNREACHABLE
    },
    find: async (name) => {
      const reply = await post(`${address}/odczyt`, { name })
      const { isKept, revision, sealed } = reply ?? NOTHING
      if (isKept === false) return { kind: 'none' }
      const isFound = typeof revision === 'number' && typeof sealed === 'string'
      return isFound ? { kind: 'found', revision, sealed } : (refusalOf(reply) ?? UNREACHABLE)
    },
    remove: async (name) => void (await post(`${address}/usun`, { name })),
  }
}
