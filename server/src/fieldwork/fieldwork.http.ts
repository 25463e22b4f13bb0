import { NotAssignedError } from '@rozeznanie/core/fieldwork'
import { UNKNOWN_SURVEY_MESSAGE } from '@rozeznanie/core/survey'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteDeps } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { requireOwnPage } from '../kernel/own-page.ts'
import { acceptUploads, readUpload } from '../kernel/upload.ts'
import { assertSafeValue } from '../kernel/safe-values.ts'
import { answerSubmission, LARGEST_SUBMISSION } from '../response/submission.access.ts'
import { surveyInTheField } from './fieldwork.access.ts'
import { importRescue } from './import-rescue.ts'
import { readBundle } from './read-bundle.ts'
import { readStructure } from './read-structure.ts'
import { recordContacts } from './record-contacts.ts'

type SurveyRequest = FastifyRequest<{ Params: { id: string } }>

/** Whatever the tablet says, what it brings was collected by an interviewer. */
const collectedByInterviewer = (sent: unknown): unknown =>
  typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? { ...sent, mode: 'CAPI' } : sent

/** Files of organisers; a foreign and a missing survey are refused alike. */
async function uploadRoutes(app: FastifyInstance, { contextOf }: RouteDeps): Promise<void> {
  await acceptUploads(app)
  app.addHook('preHandler', requireOwnPage)
  app.post<{ Params: { surveyId: string } }>('/upload/surveys/:surveyId/structure', async (request, reply) =>
    readStructure(await contextOf(request, reply), request.params.surveyId, await readUpload(request)),
  )
  app.post<{ Params: { surveyId: string } }>('/upload/surveys/:surveyId/rescue', async (request, reply) =>
    importRescue(await contextOf(request, reply), request.params.surveyId, await readUpload(request)),
  )
}

/** Routes for the tablets of interviewers: what they take with them, and what they bring back. */
export async function fieldworkRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { contextOf } = deps
  await app.register((scope) => uploadRoutes(scope, deps))
  const options = { bodyLimit: LARGEST_SUBMISSION, preHandler: requireOwnPage }

  app.get('/teren/bundle', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return readBundle(await contextOf(request, reply))
  })

  const submit = async (request: SurveyRequest, reply: FastifyReply) => {
    const context = await contextOf(request, reply)
    const { id } = request.params
    try {
      const survey = await surveyInTheField(context, isUuid(id) ? id : '')
      if (!survey)
        return await reply.code(404).send({ code: 'SURVEY_UNKNOWN', message: UNKNOWN_SURVEY_MESSAGE })
      return await answerSubmission(reply, context, survey.code, collectedByInterviewer(request.body))
    } catch (error) {
      if (!(error instanceof NotAssignedError)) throw error
      return reply.code(403).send({ code: error.code, message: error.message })
    }
  }
  app.post<{ Params: { id: string } }>('/teren/surveys/:id/responses', options, submit)

  app.post('/teren/visits', options, async (request, reply) => {
    assertSafeValue(request.body)
    const { body } = request
    const sent = typeof body === 'object' && body !== null && 'visits' in body ? body.visits : null
    return { visits: await recordContacts(await contextOf(request, reply), sent) }
  })
}
