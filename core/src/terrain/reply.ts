import { isRecord } from '../questionnaire/index.ts'

/** What came back from the server for one try of sending; `null` when nothing did. */
export interface ServerReply {
  readonly status: number
  /** The network sent the device elsewhere. */
  readonly isRedirect: boolean
  /** The body read as JSON; `undefined` when it is none, or only a half. */
  readonly body: unknown
  /** Whether the body calls itself JSON. */
  readonly saysJson: boolean
  /** Header `retry-after`, in seconds. */
  readonly retryAfter: number | null
}

/** Why an interview stays on the device until a person does something about it. */
export type HoldReason = 'CONFLICT' | 'CLOSED' | 'REFUSED' | 'FORBIDDEN' | 'UNKNOWN' | 'TOO_LARGE'

/** Why nothing can be sent now, whichever interview it is. */
export type StopReason = 'OFFLINE' | 'PORTAL' | 'SIGNED_OUT' | 'BUSY' | 'OTHER_ACCOUNT'

/** What a reply means for the interview that was sent. Only a receipt lets it go. */
export type Verdict =
  | { readonly kind: 'ACCEPTED'; readonly receipt: string }
  | { readonly kind: 'HELD'; readonly reason: HoldReason; readonly message: string | null }
  /** A fault that may be of this one interview: the next is tried, this one again later. */
  | { readonly kind: 'FAILED' }
  | { readonly kind: 'STOPPED'; readonly reason: StopReason; readonly waitSeconds: number | null }

interface Told {
  readonly code: string
  readonly message: string | null
  readonly receipt: string | null
}

const FAILED: Verdict = { kind: 'FAILED' }
const HOLDS: Readonly<Record<number, HoldReason>> = {
  400: 'REFUSED',
  403: 'FORBIDDEN',
  404: 'UNKNOWN',
  409: 'CONFLICT',
  410: 'CLOSED',
  413: 'TOO_LARGE',
  422: 'REFUSED',
  425: 'CLOSED',
}
const LONGEST_WAIT_S = 3600

const stopped = (reason: StopReason, waitSeconds: number | null = null): Verdict => ({
  kind: 'STOPPED',
  reason,
  waitSeconds,
})

function told(body: unknown): Told | null {
  if (!isRecord(body)) return null
  const { code, message, receipt } = body
  const isOurs = typeof code === 'string' || typeof receipt === 'string'
  if (!isOurs) return null
  return {
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : null,
    receipt: typeof receipt === 'string' && receipt !== '' ? receipt : null,
  }
}

/**
 * Whatever is not plainly our server's word is somebody else's: a page of a hotel's network answers 200 too.
 * A refusal counts only as our own JSON, but for a body that is too large, which may be refused on the way.
 */
export function verdictOf(reply: ServerReply | null): Verdict {
  if (reply === null) return stopped('OFFLINE')
  const { status, isRedirect, saysJson, retryAfter } = reply
  const ours = told(reply.body)
  if (isRedirect || (status >= 300 && status < 400)) return stopped('PORTAL')
  if (status === 200 || status === 201) {
    if (ours?.receipt) return { kind: 'ACCEPTED', receipt: ours.receipt }
    return saysJson ? FAILED : stopped('PORTAL')
  }
  if (status === 401) return stopped(ours || saysJson ? 'SIGNED_OUT' : 'PORTAL')
  if (status === 429 || status === 503) {
    return stopped('BUSY', retryAfter === null ? null : Math.min(Math.max(retryAfter, 1), LONGEST_WAIT_S))
  }
  if (status >= 500 || status === 408) return FAILED
  const reason = HOLDS[status]
  if (reason === 'TOO_LARGE') return { kind: 'HELD', reason, message: ours?.message ?? null }
  if (!ours) return saysJson ? FAILED : stopped('PORTAL')
  return { kind: 'HELD', reason: reason ?? 'REFUSED', message: ours.message }
}
