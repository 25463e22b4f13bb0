import { DomainError } from '@rozeznanie/core/errors'
import { base64Url, CodeUsedError, fromBase64Url } from '@rozeznanie/core/invitation'
import { SurveyNotOpenError, UNKNOWN_SURVEY_MESSAGE } from '@rozeznanie/core/survey'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RouteDeps } from '../context.ts'
import { assertSafeValue } from '../kernel/safe-values.ts'
import type { ExchangingSurvey, ShownCode } from './tickets.ts'

const LARGEST_REQUEST = 4 * 1024

type CodeRequest = FastifyRequest<{ Params: { code: string } }>

function membersOf(body: unknown): { code: unknown; blinded?: unknown; seed?: unknown } {
  return typeof body === 'object' && body !== null && 'code' in body ? body : { code: null }
}

async function answerTo({ tickets }: RouteDeps, survey: ExchangingSurvey, shown: ShownCode, body: unknown) {
  const { blinded, seed } = membersOf(body)
  if (blinded !== undefined) {
    const signature = await tickets.exchange(survey, shown, fromBase64Url(blinded) ?? new Uint8Array())
    return { signature: base64Url(signature) }
  }
  if (seed !== undefined) return { ticket: await tickets.exchangeFor(survey, shown, fromBase64Url(seed)) }
  await tickets.check(survey, shown)
  return { ok: true }
}

/**
 * `POST /a/<code>/kod`: a one-time code is looked at (`{ code }`), exchanged for the signature of a blinded ticket
 * (`{ code, blinded }`), or for a ticket where the device cannot blind (`{ code, seed }`). No answers come this way.
 */
export async function codeExchangeRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  app.post('/a/:code/kod', { bodyLimit: LARGEST_REQUEST }, async (request: CodeRequest, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      assertSafeValue(request.body)
      const survey = await deps.publicSurveys.byCode(request.params.code, request.ip)
      if (!survey)
        return await reply.code(404).send({ code: 'SURVEY_UNKNOWN', message: UNKNOWN_SURVEY_MESSAGE })
      const shown = { code: membersOf(request.body).code, clientAddress: request.ip }
      return await answerTo(deps, survey, shown, request.body)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const isUsed = error instanceof CodeUsedError
      const status = isUsed ? 409 : error instanceof SurveyNotOpenError ? 410 : 422
      return reply.code(status).send({ code: error.code, message: error.message })
    }
  })
}
