import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Writing } from './kill-rounds.ts'
import { runHost, type Host } from './run-host.ts'

const Announcement = z.object({ port: z.number(), code: z.string(), questionnaireVersionId: z.string() })
const Acknowledgement = z.object({ receipt: z.string() })

const RESPONDENTS = 8

/** Ids of responses that a respondent was shown a receipt for, with the receipt. */
export type Receipts = Map<string, string>

async function send(host: Host, receipts: Receipts, id: string): Promise<void> {
  const { port, code, questionnaireVersionId } = Announcement.parse(JSON.parse(await host.ready))
  const answer = await fetch(`http://127.0.0.1:${port}/a/${code}/responses`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, questionnaireVersionId, mode: 'CAWI', answers: { needs_help: '1' } }),
  })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  receipts.set(id, Acknowledgement.parse(await answer.json()).receipt)
}

/** Sends response after response until the host is gone; only a receipt counts as an acknowledgement. */
async function respondOnAndOn(host: Host, receipts: Receipts): Promise<void> {
  while (host.child.exitCode === null && host.child.signalCode === null) {
    await send(host, receipts, randomUUID()).catch(() => pause(20))
  }
}

/** Eight respondents at once, through the door that residents use. */
export function respondents(receipts: Receipts): Writing {
  return {
    start: (dataFolder) => {
      const host = runHost({ dataFolder, script: 'application-host.ts' })
      for (let respondent = 0; respondent < RESPONDENTS; respondent += 1) {
        void host.ready.then(() => respondOnAndOn(host, receipts))
      }
      return { host, stored: receipts }
    },
    query: 'SELECT id FROM response',
  }
}

/** Sends every acknowledged response once more, as a phone does that never saw the receipt. */
export async function sendAgain(host: Host, receipts: ReadonlyMap<string, string>): Promise<Receipts> {
  const again: Receipts = new Map()
  const ids = [...receipts.keys()]
  while (ids.length > 0) await Promise.all(ids.splice(0, RESPONDENTS).map((id) => send(host, again, id)))
  return again
}
