import { InvalidInputError } from '@rozeznanie/core/errors'
import {
  CodeUnknownError,
  CodeUsedError,
  fromBase64Url,
  TicketRefusedError,
  TicketSpentError,
} from '@rozeznanie/core/invitation'
import { AnswersRefusedError, ResponseConflictError } from '@rozeznanie/core/response'
import { SurveyNotOpenError } from '@rozeznanie/core/survey'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { RouteDeps } from '../context.ts'
import { parkedDoorOf } from '../parked/parked-door.access.ts'
import { isDatabaseUnavailable } from '../database/unavailable.ts'
import { allowFraming } from '../kernel/framing.ts'
import { RefusedRequest } from '../kernel/refusals.ts'
import { assertSafeValue } from '../kernel/safe-values.ts'
import type { CodeEntry, CodeRefusal, SendingOutcome } from '../survey/answer-drawing.access.ts'
import type { AnswerableSurvey } from '../survey/public-survey.access.ts'
import { submitResponse } from './submit-response.ts'

/** As much as one submission, which the encoding of forms makes three times as long, and the page itself. */
const LARGEST_PAGE = 1024 * 1024
/** 200 tablets behind one address turn a page every ten seconds; somebody wearing the server out turns more. */
const PAGES_PER_MINUTE = 3_000

interface Sent {
  readonly status: 200 | 201 | 409 | 410 | 422 | 429 | 503
  readonly outcome: SendingOutcome
}

/** What a refusal says of the code of the letter; `null` where it says nothing of it. */
function codeRefusalOf(error: unknown): CodeRefusal | null {
  if (error instanceof CodeUsedError || error instanceof TicketSpentError) return 'USED'
  if (error instanceof CodeUnknownError) return 'UNKNOWN'
  return error instanceof TicketRefusedError ? 'EMPTY' : null
}

/** What a refusal means to the person; what may pass by itself is to be tried again. */
function refusalOf(error: unknown): Sent {
  if (error instanceof AnswersRefusedError) {
    return { status: 422, outcome: { kind: 'faulty', violations: error.violations } }
  }
  if (error instanceof ResponseConflictError) {
    return { status: 409, outcome: { kind: 'conflict', receipt: error.receipt } }
  }
  const codeFault = codeRefusalOf(error)
  if (codeFault) return { status: 422, outcome: { kind: 'code', fault: codeFault } }
  if (error instanceof SurveyNotOpenError || error instanceof InvalidInputError) {
    const status = error instanceof SurveyNotOpenError ? 410 : 422
    return { status, outcome: { kind: 'closed', message: error.message } }
  }
  const mayPass = error instanceof RefusedRequest && error.extensions.code === 'TOO_MANY_TRIES'
  if (mayPass) return { status: 429, outcome: { kind: 'unreachable' } }
  if (isDatabaseUnavailable(error)) return { status: 503, outcome: { kind: 'unreachable' } }
  throw error
}

type PageRequest = FastifyRequest<{ Params: { code: string } }>

interface Sending {
  readonly survey: AnswerableSurvey
  readonly submission: unknown
  readonly entry: CodeEntry | null
}

/** The answers with the ticket that the code of the letter is exchanged for, as a script would do it on the device. */
async function admitted(deps: RouteDeps, request: PageRequest, { survey, submission, entry }: Sending) {
  if (!entry || typeof submission !== 'object') return submission
  const shown = { code: entry.code, clientAddress: request.ip }
  return { ...submission, ticket: await deps.tickets.exchangeFor(survey, shown, fromBase64Url(entry.seed)) }
}

async function send(deps: RouteDeps, request: PageRequest, sending: Sending) {
  const { now, publicSurveys, responses } = deps
  try {
    assertSafeValue(sending.submission)
    const submission = await admitted(deps, request, sending)
    const context = { viewer: null, now, publicSurveys, responses, clientAddress: request.ip }
    const stored = await submitResponse(context, sending.survey.code, submission)
    const outcome: SendingOutcome = stored
      ? { kind: 'accepted', receipt: stored.receipt }
      : { kind: 'unreachable' }
    return { status: stored?.isReplay ? 200 : 201, outcome } as const
  } catch (error) {
    return refusalOf(error)
  }
}

function sendDocument(reply: FastifyReply, status: number, html: string): FastifyReply {
  // With `no-referrer` a browser would post the form from no origin at all.
  reply.header('referrer-policy', 'same-origin').header('content-language', 'pl')
  return reply.code(status).type('text/html; charset=utf-8').send(html)
}

/** Does the page ask for the slow hash of a code? */
const isHashed = (fields: URLSearchParams) => /^(odloz:|dokoncz)/.test(fields.get('ruch') ?? '')

/**
 * `POST /a/<code>/strona`: the questionnaire for browsers that run no script, page after page. The answers so far stand
 * in a field of the page and come back with it; nothing is kept here and no cookie is set. What is sent at the end
 * goes the way of every response.
 */
export async function plainAnsweringRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const turned = new RateLimiterMemory({ points: PAGES_PER_MINUTE, duration: 60 })
  const asText = { parseAs: 'string', bodyLimit: LARGEST_PAGE } as const
  app.addContentTypeParser('application/x-www-form-urlencoded', asText, (_request, body, done) =>
    done(null, body),
  )
  const post = async (request: PageRequest, reply: FastifyReply) => {
    await turned.consume(request.ip).catch(() => {
      throw new RefusedRequest(
        'TOO_MANY_TRIES',
        'Z tej sieci przychodzi teraz zbyt wiele stron. Proszę spróbować ponownie za minutę.',
      )
    })
    const survey = await deps.publicSurveys.byCode(request.params.code, request.ip)
    if (!survey) return sendDocument(reply, 404, deps.answerDocuments.first(null, deps.now()).html)
    allowFraming(reply, survey.embedHosts)
    const fields = new URLSearchParams(typeof request.body === 'string' ? request.body : '')
    if (isHashed(fields)) await deps.parked.countHashing(request.ip)
    const step = await deps.answerDocuments.posted(survey, {
      ...{ fields, now: deps.now() },
      door: parkedDoorOf(deps.parked, survey, request.ip),
      lookAtCode: (code) =>
        deps.tickets.check(survey, { code, clientAddress: request.ip }).then(() => null, codeRefusalOf),
    })
    if (!step) return reply.redirect(`/a/${survey.code}`, 303)
    if (step.kind === 'document') return sendDocument(reply, step.status, step.html)
    const { submission, entry } = step
    const { status, outcome } = await send(deps, request, { survey, submission, entry })
    return sendDocument(reply, status, step.after(outcome))
  }
  app.post('/a/:code/strona', { bodyLimit: LARGEST_PAGE }, post)
  app.get('/a/:code/strona', async (request: PageRequest, reply) => {
    return reply.redirect(`/a/${encodeURIComponent(request.params.code)}`, 303)
  })
}
