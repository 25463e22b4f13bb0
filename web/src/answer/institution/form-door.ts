import {
  isRecord,
  keepVisibleAnswers,
  type Answers,
  type Questionnaire,
} from '@rozeznanie/core/questionnaire'
import { outcomeOf, type Outcome } from '../send.ts'

/** How the server has the form: as on this page, behind it, or no longer at all. */
export type Keeping =
  | { readonly kind: 'saved' | 'saving' | 'unsaved' | 'conflict' }
  | { readonly kind: 'closed'; readonly message: string }

const PAUSE_MS = 1_200
const AGAIN_MS = 5_000

interface Reply {
  readonly status: number
  readonly body: unknown
}

interface Wiring {
  readonly address: string
  readonly questionnaire: Questionnaire
  /** The state of the form that the page was opened with. */
  readonly revision: number
  readonly fetcher: typeof fetch
  onKeeping(keeping: Keeping): void
}

const messageOf = (body: unknown): string =>
  isRecord(body) && typeof body.message === 'string' ? body.message : ''

/**
 * The way of one institution's answers to the server: written a moment after each change, one request at a time, each
 * on top of the state before it. Whatever fails is tried again; what somebody else changed in the meantime is not
 * written over.
 */
export class FormDoor {
  private revision: number
  private wanted: Answers | null = null
  private written: Answers
  private running: Promise<void> | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private isOver = false

  constructor(
    private readonly wiring: Wiring,
    opened: Answers,
  ) {
    this.revision = wiring.revision
    this.written = opened
  }

  /** These are the answers now. */
  keep(answers: Answers): void {
    const known = this.wanted ?? this.written
    if (this.isOver || answers === known || JSON.stringify(answers) === JSON.stringify(known)) return
    this.wanted = answers
    this.wiring.onKeeping({ kind: 'saving' })
    this.plan(PAUSE_MS)
  }

  /** Writes at once what waits, for the page is being left. */
  flush(): void {
    if (this.wanted !== null && !this.isOver && this.running === null) void this.write()
  }

  /** Hands the form over, after whatever was still being written. */
  async submit(answers: Answers): Promise<Outcome> {
    clearTimeout(this.timer)
    await this.running
    const visible = keepVisibleAnswers(this.wiring.questionnaire, answers)
    const reply = await this.send('POST', visible)
    if (reply === null) return { kind: 'unreachable' }
    if (reply.status === 200) {
      this.isOver = true
      return { kind: 'accepted', receipt: '' }
    }
    if (reply.status === 409) {
      this.isOver = true
      this.wiring.onKeeping({ kind: 'conflict' })
    }
    const outcome = outcomeOf(reply.status === 409 ? 422 : reply.status, reply.body)
    return outcome.kind === 'accepted' ? { kind: 'unreachable' } : outcome
  }

  private plan(delay: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.write(), delay)
  }

  private write(): Promise<void> {
    this.running ??= this.writeOnce().finally(() => {
      this.running = null
      if (this.wanted !== null && !this.isOver) this.plan(PAUSE_MS)
    })
    return this.running
  }

  private async writeOnce(): Promise<void> {
    const answers = this.wanted
    if (answers === null || this.isOver) return
    this.wanted = null
    const reply = await this.send('PUT', answers)
    if (reply?.status === 200) {
      this.written = answers
      if (this.wanted === null) this.wiring.onKeeping({ kind: 'saved' })
      return
    }
    const mayPass = reply === null || reply.status >= 500 || reply.status === 408 || reply.status === 429
    if (mayPass) {
      this.wanted ??= answers
      this.wiring.onKeeping({ kind: 'unsaved' })
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
      return
    }
    this.isOver = true
    this.wiring.onKeeping(
      reply.status === 409 ? { kind: 'conflict' } : { kind: 'closed', message: messageOf(reply.body) },
    )
  }

  private async send(method: 'PUT' | 'POST', answers: Answers): Promise<Reply | null> {
    try {
      const reply = await this.wiring.fetcher(this.wiring.address, {
        method,
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ revision: this.revision, answers }),
        credentials: 'omit',
        cache: 'no-store',
        keepalive: method === 'PUT',
      })
      const body: unknown = await reply.json()
      if (reply.status !== 200) return { status: reply.status, body }
      // A page of a hotel's network answers 200 as well; only this server tells the state.
      if (!isRecord(body) || typeof body.revision !== 'number') return null
      this.revision = body.revision
      return { status: 200, body }
    } catch {
      return null
    }
  }
}
