import { fromBase64Url, base64Url, writeTicket } from '@rozeznanie/core/invitation'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import type { Shelf } from '../draft.ts'
import { sendOnce, type Outcome } from '../send.ts'
import type { Sent } from '../use-sending.ts'
import type { CodeFault } from './code-texts.ts'
import { keepCode, keptCode, type KeptCode } from './kept-code.ts'

const PATIENCE_MS = 20_000

type Reply =
  { readonly body: Readonly<Record<string, unknown>> } | { readonly fault: CodeFault } | 'unreachable'

/** What a refusal says of the code. */
const CODE_FAULTS: Readonly<Record<string, CodeFault>> = { CODE_USED: 'USED', CODE_UNKNOWN: 'UNKNOWN' }

async function ask(surveyCode: string, wish: object, fetcher: typeof fetch): Promise<Reply> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), PATIENCE_MS)
  try {
    const reply = await fetcher(`/a/${surveyCode}/kod`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(wish),
      credentials: 'omit',
      cache: 'no-store',
      signal: controller.signal,
    })
    const body = (await reply.json()) as Readonly<Record<string, unknown>> | null
    const fault = CODE_FAULTS[String(body?.code)]
    if (fault) return { fault }
    return reply.ok && body ? { body } : 'unreachable'
  } catch {
    return 'unreachable'
  } finally {
    clearTimeout(timer)
  }
}

/** What is wrong with a code as far as can be told before anything is sent; `null` also when nobody could be asked. */
export async function lookAtCode(
  survey: PublicSurvey,
  code: string,
  fetcher: typeof fetch,
): Promise<CodeFault | null> {
  const reply = await ask(survey.code, { code }, fetcher)
  return reply !== 'unreachable' && 'fault' in reply ? reply.fault : null
}

/** The ticket made and hidden on this device; `null` where the device cannot reckon with numbers so long. */
async function hiddenTicket({ seed }: KeptCode, modulus: string) {
  try {
    const { blindTicket } = await import('@rozeznanie/core/invitation/blind')
    return blindTicket(fromBase64Url(seed) ?? new Uint8Array(), fromBase64Url(modulus) ?? new Uint8Array())
  } catch {
    return null
  }
}

/** Exchanges the code for a ticket. The same may be asked again after any failure. */
async function ticketFor(
  { code: surveyCode, ticketKey = '' }: PublicSurvey,
  kept: KeptCode,
  fetcher: typeof fetch,
): Promise<{ readonly ticket: string } | { readonly fault: CodeFault } | 'unreachable'> {
  const hidden = await hiddenTicket(kept, ticketKey)
  const { code, seed } = kept
  const wish = hidden ? { code, blinded: base64Url(hidden.blinded) } : { code, seed }
  const reply = await ask(surveyCode, wish, fetcher)
  if (reply === 'unreachable' || 'fault' in reply) return reply
  const { signature, ticket } = reply.body
  if (!hidden) return typeof ticket === 'string' ? { ticket } : 'unreachable'
  const signed = hidden.finish(fromBase64Url(signature) ?? new Uint8Array())
  return signed ? { ticket: writeTicket({ message: hidden.message, signature: signed }) } : 'unreachable'
}

/** Sends the answers of a survey that takes codes, with the ticket that the kept code is exchanged for. Never throws. */
export async function sendAdmitted(
  survey: PublicSurvey,
  shelf: Shelf | null,
  submission: Sent,
  fetcher: typeof fetch,
): Promise<Outcome> {
  const url = `/a/${survey.code}/responses`
  const kept = keptCode(shelf, survey.code)
  if (!kept || kept.seed === '') return { kind: 'code', fault: kept?.fault ?? 'EMPTY' }
  const exchanged = await ticketFor(survey, kept, fetcher)
  if (exchanged === 'unreachable') return { kind: 'unreachable' }
  const sent: Sent = { ...submission, ...('ticket' in exchanged && exchanged) }
  const outcome: Outcome =
    'fault' in exchanged ? { kind: 'code', fault: exchanged.fault } : await sendOnce(url, sent, fetcher)
  if (outcome.kind === 'code') keepCode(shelf, survey.code, { ...kept, fault: outcome.fault })
  if (outcome.kind === 'accepted' || outcome.kind === 'conflict') keepCode(shelf, survey.code, null)
  return outcome
}
