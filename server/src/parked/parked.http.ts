import { DomainError } from '@rozeznanie/core/errors'
import { ParkedElsewhereError } from '@rozeznanie/core/parked'
import { UNKNOWN_SURVEY_MESSAGE } from '@rozeznanie/core/survey'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteDeps } from '../context.ts'
import type { AnswerableSurvey } from '../survey/public-survey.access.ts'
import { LARGEST_PARKED } from './parked-answers.ts'

const HOUR_MS = 3_600_000
/** The largest record in base64, and the words around it. */
const LARGEST_BODY = Math.ceil((LARGEST_PARKED * 4) / 3) + 1024
const NAME = /^[0-9a-f]{64}$/
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/
const MOST_REVISIONS = 1_000_000

type ParkedRequest = FastifyRequest<{ Params: { code: string } }>
type Body = Readonly<Record<string, unknown>>

const bodyOf = ({ body }: ParkedRequest): Body =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {}

const nameIn = ({ name }: Body): Uint8Array | null =>
  typeof name === 'string' && NAME.test(name) ? Buffer.from(name, 'hex') : null

function sealedIn({ sealed }: Body): Uint8Array<ArrayBuffer> | null {
  if (typeof sealed !== 'string' || !BASE64.test(sealed)) return null
  const bytes = new Uint8Array(Buffer.from(sealed, 'base64'))
  return bytes.length <= LARGEST_PARKED ? bytes : null
}

function baseIn({ base }: Body): number | null {
  return typeof base === 'number' && Number.isInteger(base) && base >= 0 && base < MOST_REVISIONS
    ? base
    : null
}

function sendRefusal(reply: FastifyReply, error: unknown): FastifyReply {
  if (!(error instanceof DomainError)) throw error
  const { code, message } = error
  const isElsewhere = error instanceof ParkedElsewhereError
  return reply
    .code(isElsewhere ? 409 : 410)
    .send({ code, message, ...(isElsewhere && { revision: error.revision }) })
}

const broken = (reply: FastifyReply) =>
  reply.code(400).send({
    code: 'INVALID_INPUT',
    message: 'Nie rozumiemy przesłanych danych. Proszę odświeżyć stronę i spróbować jeszcze raz.',
  })

type Work = (survey: AnswerableSurvey, body: Body, request: ParkedRequest) => Promise<object | null>

/** A route for whoever has the survey's address. @param work - `null` where the body is none */
function answering({ publicSurveys }: RouteDeps, work: Work) {
  return async (request: ParkedRequest, reply: FastifyReply) => {
    const survey = await publicSurveys.byCode(request.params.code, request.ip)
    if (!survey) return reply.code(404).send({ code: 'SURVEY_UNKNOWN', message: UNKNOWN_SURVEY_MESSAGE })
    try {
      const answer = await work(survey, bodyOf(request), request)
      return answer === null ? await broken(reply) : await reply.send(answer)
    } catch (error) {
      return sendRefusal(reply, error)
    }
  }
}

/** Expired records go at the start and every hour. */
function removeExpiredHourly(app: FastifyInstance, { parked }: RouteDeps): void {
  let timer: NodeJS.Timeout | undefined
  const remove = () =>
    parked.removeExpired().catch((error: unknown) => app.log.error(error, 'expired answers were not removed'))
  app.addHook('onListen', () => {
    void remove()
    timer = setInterval(remove, HOUR_MS).unref()
  })
  app.addHook('preClose', async () => clearInterval(timer))
}

/**
 * `POST /a/<code>/odlozone`: unfinished answers, sealed on the respondent's device, are kept for another one.
 * `…/odczyt` gives them out and `…/usun` removes them. No cookie, no session; the server cannot read them.
 */
export async function parkedRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { parked } = deps
  const keep = answering(deps, async (survey, body, { ip }) => {
    const [name, sealed, base] = [nameIn(body), sealedIn(body), baseIn(body)]
    return name && sealed && base !== null ? parked.keep(survey, { name, sealed, base }, ip) : null
  })
  const find = answering(deps, async (survey, body, { ip }) => {
    const name = nameIn(body)
    const found = name && (await parked.find(survey, name, ip))
    if (!found) return name && { isKept: false }
    const { revision, until, sealed } = found
    return { isKept: true, revision, until, sealed: Buffer.from(sealed).toString('base64') }
  })
  const remove = answering(deps, async (survey, body) => {
    const name = nameIn(body)
    if (name) await parked.remove(survey, name)
    return name && { isKept: false }
  })
  app.post('/a/:code/odlozone', { bodyLimit: LARGEST_BODY }, keep)
  app.post('/a/:code/odlozone/odczyt', find)
  app.post('/a/:code/odlozone/usun', remove)
  removeExpiredHourly(app, deps)
}
