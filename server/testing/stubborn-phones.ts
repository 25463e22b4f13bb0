// Phones that send until they have a receipt, as the answering page does, only with less patience.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'

const Acknowledgement = z.object({ receipt: z.string() })
const PATIENCE_MS = 1_500

export interface Form {
  readonly code: string
  readonly questionnaireVersionId: string
}

/** One form that was filled in: its id stays the same however often it is sent. */
export interface Filled {
  readonly id: string
  readonly body: string
}

export function filledForms({ questionnaireVersionId }: Form, count: number): readonly Filled[] {
  return Array.from({ length: count }, (_, index) => {
    const id = randomUUID()
    const answers = { needs_help: index % 2 === 0 ? '1' : '2' }
    return { id, body: JSON.stringify({ id, questionnaireVersionId, mode: 'CAWI', answers }) }
  })
}

/** Sends once. @returns the receipt; `null` when none came */
export async function sendOnce(port: number, { code }: Form, { body }: Filled): Promise<string | null> {
  try {
    const reply = await fetch(`http://127.0.0.1:${port}/a/${code}/responses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (reply.status !== 200 && reply.status !== 201) return null
    return Acknowledgement.parse(await reply.json()).receipt
  } catch {
    return null
  }
}

export interface Sending {
  readonly port: number
  readonly form: Form
  readonly filled: readonly Filled[]
  readonly phones: number
  /** Between two forms of one phone. */
  readonly pauseMs?: number
}

export interface Sent {
  /** Receipts by the id of the form. */
  readonly receipts: ReadonlyMap<string, string>
  readonly tries: number
}

/** Sends every form until it has a receipt. */
export async function sendAll({ port, form, filled, phones, pauseMs = 0 }: Sending): Promise<Sent> {
  const waiting = [...filled]
  const receipts = new Map<string, string>()
  let tries = 0
  const phone = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      for (let receipt: string | null = null; receipt === null;) {
        tries += 1
        receipt = await sendOnce(port, form, next)
        if (receipt === null) await pause(20)
        else receipts.set(next.id, receipt)
      }
      if (pauseMs > 0) await pause(pauseMs)
    }
  }
  await Promise.all(Array.from({ length: phones }, phone))
  return { receipts, tries }
}
