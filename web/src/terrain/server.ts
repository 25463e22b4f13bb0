import { isRecord } from '@rozeznanie/core/questionnaire'
import {
  isTerrainBundle,
  MOST_VISITS_AT_ONCE,
  TERRAIN_PATH,
  verdictOf,
  type ServerReply,
  type TerrainBundle,
  type Verdict,
} from '@rozeznanie/core/terrain'
import type { WaitingInterview, WaitingVisit } from './storage/tablet.ts'

/** What came of asking the server; never an error. */
export type Told<Value> =
  { readonly kind: 'TOLD'; readonly value: Value } | Exclude<Verdict, { readonly kind: 'ACCEPTED' }>

export interface VisitReceipt {
  readonly id: string
  readonly status: string
  readonly message?: string
}

export interface Server {
  submit(interview: WaitingInterview): Promise<Verdict>
  sendVisits(visits: readonly WaitingVisit[]): Promise<Told<readonly VisitReceipt[]>>
  bundle(): Promise<Told<TerrainBundle>>
  /** @returns a Polish sentence when it is refused */
  signIn(email: string, password: string): Promise<Told<string | null>>
}

const PATIENCE_MS = 20_000
const SIGN_IN =
  'mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on Error { message } } }'

function readBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function waitOf(reply: Response): number | null {
  const seconds = Number(reply.headers.get('retry-after') ?? NaN)
  return Number.isFinite(seconds) ? seconds : null
}

/** Tells how far the clock of the server is ahead, whenever it answers by itself. */
type OnClock = (aheadMs: number) => void

async function ask(fetcher: typeof fetch, path: string, sent: object | null, onClock: OnClock) {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), PATIENCE_MS)
  try {
    const reply = await fetcher(path, {
      ...(sent && { method: 'POST', body: JSON.stringify(sent) }),
      headers: {
        accept: 'application/json',
        'x-rozeznanie': '1',
        ...(sent && { 'content-type': 'application/json' }),
      },
      credentials: 'same-origin',
      redirect: 'manual',
      cache: 'no-store',
      signal: controller.signal,
    })
    const text = await reply.text()
    const saysJson = /\bjson\b/.test(reply.headers.get('content-type') ?? '')
    const body = readBody(text)
    const at = Date.parse(reply.headers.get('date') ?? '')
    if (saysJson && body !== undefined && !Number.isNaN(at)) onClock(at - Date.now())
    return {
      status: reply.status,
      isRedirect: reply.type === 'opaqueredirect',
      body,
      saysJson,
      retryAfter: waitOf(reply),
    } satisfies ServerReply
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

/** What only a reply of the right shape tells; anything else is a verdict of the same kind as for an interview. */
function told<Value>(reply: ServerReply | null, read: (body: unknown) => Value | undefined): Told<Value> {
  const value = reply?.status === 200 ? read(reply.body) : undefined
  if (value !== undefined) return { kind: 'TOLD', value }
  const verdict = verdictOf(reply)
  return verdict.kind === 'ACCEPTED' ? { kind: 'FAILED' } : verdict
}

function receiptsIn(body: unknown): readonly VisitReceipt[] | undefined {
  const visits = isRecord(body) ? body.visits : undefined
  if (!Array.isArray(visits)) return undefined
  return visits.flatMap((one: unknown): readonly VisitReceipt[] =>
    isRecord(one) && typeof one.id === 'string' && typeof one.status === 'string'
      ? [{ id: one.id, status: one.status, ...(typeof one.message === 'string' && { message: one.message }) }]
      : [],
  )
}

function refusalIn(body: unknown): string | null | undefined {
  const data = isRecord(body) ? body.data : undefined
  const result = isRecord(data) ? data.signIn : undefined
  if (!isRecord(result)) return undefined
  return typeof result.message === 'string' ? result.message : null
}

/** The server as an interviewer's device knows it. */
export function theServer(fetcher: typeof fetch, onClock: OnClock): Server {
  const get = (path: string, sent: object | null = null) => ask(fetcher, path, sent, onClock)
  return {
    submit: async ({ surveyId, submission }) =>
      verdictOf(await get(`${TERRAIN_PATH}surveys/${surveyId}/responses`, submission)),
    sendVisits: async (visits) => {
      const sent = visits
        .slice(0, MOST_VISITS_AT_ONCE)
        .map(({ number: _number, refusal: _refusal, isSent: _isSent, ...visit }) => visit)
      return told(await get(`${TERRAIN_PATH}visits`, { visits: sent }), receiptsIn)
    },
    bundle: async () =>
      told(await get(`${TERRAIN_PATH}bundle`), (body) => (isTerrainBundle(body) ? body : undefined)),
    signIn: async (email, password) => {
      const sent = { query: SIGN_IN, variables: { input: { email, password } } }
      return told(await get('/graphql', sent), refusalIn)
    },
  }
}
