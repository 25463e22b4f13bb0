import { DomainError, InvalidInputError } from '@rozeznanie/core/errors'
import { AnswersRefusedError, ResponseConflictError } from '@rozeznanie/core/response'
import { SurveyNotOpenError, UNKNOWN_SURVEY_MESSAGE } from '@rozeznanie/core/survey'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteDeps } from '../context.ts'
import { assertSafeValue } from '../kernel/safe-values.ts'
import { submitResponse } from './submit-response.ts'

const LARGEST_SUBMISSION = 256 * 1024

/** HTTP status and further members of a refusal; the answering page tells by them what to do. */
function refusalOf(error: DomainError): { readonly status: number; readonly more: object } {
  if (error instanceof AnswersRefusedError) return { status: 422, more: { violations: error.violations } }
  if (error instanceof ResponseConflictError) return { status: 409, more: { receipt: error.receipt } }
  if (error instanceof SurveyNotOpenError) {
    return { status: error.status === 'SCHEDULED' ? 425 : 410, more: { status: error.status } }
  }
  return { status: 422, more: error instanceof InvalidInputError ? { problems: error.problems } : {} }
}

type SubmissionRequest = FastifyRequest<{ Params: { code: string } }>

/**
 * `POST /a/<code>/responses`: the respondent's door. Only JSON, no cookie, no session. 201 is a new response and 200
 * the same one again; both carry the receipt, and neither is sent before the commit.
 */
export async function responseRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { now, publicSurveys, responses } = deps
  const submit = async (request: SubmissionRequest, reply: FastifyReply) => {
    try {
      assertSafeValue(request.body)
      const context = { viewer: null, now, publicSurveys, responses, clientAddress: request.ip }
      const receipt = await submitResponse(context, request.params.code, request.body)
      if (!receipt)
        return await reply.code(404).send({ code: 'SURVEY_UNKNOWN', message: UNKNOWN_SURVEY_MESSAGE })
      return await reply.code(receipt.isReplay ? 200 : 201).send({ receipt: receipt.receipt })
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const { status, more } = refusalOf(error)
      return reply.code(status).send({ code: error.code, message: error.message, ...more })
    }
  }
  app.post('/a/:code/responses', { bodyLimit: LARGEST_SUBMISSION }, submit)
}
