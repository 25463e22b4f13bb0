import { isRecord } from '@rozeznanie/core/questionnaire'
import type { Submission, Violation } from '@rozeznanie/core/response'
import type { CodeFault } from './code-gate/code-texts.ts'

/** What came of one try of sending. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly receipt: string }
  /** The server has other answers under this id; those count. */
  | { readonly kind: 'conflict'; readonly receipt: string | null }
  /** The server found faults; they lead back to the questions. */
  | { readonly kind: 'faulty'; readonly violations: readonly Violation[] }
  /** The survey takes no answers now, in the server's words. */
  | { readonly kind: 'closed'; readonly message: string }
  /** The code of the letter, or what it was exchanged for, lets nothing in; the answers wait for another. */
  | { readonly kind: 'code'; readonly fault: CodeFault }
  /** No answer, or none that this server gives: to be tried again. */
  | { readonly kind: 'unreachable' }

const UNREACHABLE: Outcome = { kind: 'unreachable' }
const PATIENCE_MS = 20_000
/** Refusals of the ticket beside the answers. */
const TICKET_FAULTS: Readonly<Record<string, CodeFault>> = { TICKET_REFUSED: 'EMPTY', TICKET_SPENT: 'USED' }
const DELAYS_S = [2, 4, 8, 15, 30, 60]

/** Seconds to wait before the next try, after so many failed ones. */
export function retryDelay(failures: number): number {
  return DELAYS_S[Math.min(failures, DELAYS_S.length) - 1] ?? 2
}

function isViolation(value: unknown): value is Violation {
  if (!isRecord(value) || typeof value.questionKey !== 'string' || typeof value.message !== 'string')
    return false
  return value.path === undefined || Array.isArray(value.path)
}

/**
 * Reads the server's reply. Only a receipt is a success: a page of a hotel's network that answers 200 is none,
 * and everything that may pass by itself (too many requests, faults of the server, a cut reply) is tried again.
 */
export function outcomeOf(status: number, body: unknown): Outcome {
  if (!isRecord(body)) return UNREACHABLE
  const receipt = typeof body.receipt === 'string' ? body.receipt : null
  if ((status === 200 || status === 201) && receipt !== null) return { kind: 'accepted', receipt }
  const codeFault = TICKET_FAULTS[String(body.code)]
  if (codeFault) return { kind: 'code', fault: codeFault }
  if (status === 409) return { kind: 'conflict', receipt }
  if (status === 422 && Array.isArray(body.violations) && body.violations.length > 0) {
    return { kind: 'faulty', violations: body.violations.filter(isViolation) }
  }
  const passes = status < 400 || status >= 500 || status === 408 || status === 425 || status === 429
  if (passes && body.code !== 'SURVEY_NOT_OPEN') return UNREACHABLE
  return typeof body.message === 'string' ? { kind: 'closed', message: body.message } : UNREACHABLE
}

/** Sends once, waiting at most 20 seconds. Never throws. */
export async function sendOnce(url: string, submission: Submission, fetcher: typeof fetch): Promise<Outcome> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), PATIENCE_MS)
  try {
    const reply = await fetcher(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(submission),
      credentials: 'omit',
      cache: 'no-store',
      signal: controller.signal,
    })
    return outcomeOf(reply.status, await reply.json())
  } catch {
    return UNREACHABLE
  } finally {
    clearTimeout(timer)
  }
}
