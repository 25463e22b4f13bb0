import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RouteDeps } from '../context.ts'
import { answerSubmission, LARGEST_SUBMISSION } from './submission.access.ts'

type SubmissionRequest = FastifyRequest<{ Params: { code: string } }>

/** `POST /a/<code>/responses`: the respondent's door. Only JSON, no cookie, no session. */
export async function responseRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { now, publicSurveys, responses } = deps
  app.post('/a/:code/responses', { bodyLimit: LARGEST_SUBMISSION }, (request: SubmissionRequest, reply) => {
    const context = { viewer: null, now, publicSurveys, responses, clientAddress: request.ip }
    return answerSubmission(reply, context, request.params.code, request.body)
  })
}
