import { DomainError } from '@rozeznanie/core/errors'
import { readRescueFile, type SealedInterview } from '@rozeznanie/core/terrain'
import { UNKNOWN_SURVEY_MESSAGE } from '@rozeznanie/core/survey'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteDeps } from '../context.ts'
import { openForOrganisation, sealingKeyOf } from '../fieldwork/sealed-forms.access.ts'
import { assertKioskPass } from '../invitation/kiosk-pass.access.ts'
import { answerSubmission, LARGEST_SUBMISSION } from '../response/submission.access.ts'

/** In base64, sealed, with the words around it. */
const LARGEST_PASS = 1024
const LARGEST_SEALED = Math.ceil((LARGEST_SUBMISSION * 4) / 3) + 4096

type KioskRequest = FastifyRequest<{ Params: { code: string } }>

function sendPage(reply: FastifyReply, { status, html }: { readonly status: number; readonly html: string }) {
  reply.header('cache-control', 'no-store').header('referrer-policy', 'same-origin')
  return reply.code(status).header('content-language', 'pl').type('text/html; charset=utf-8').send(html)
}

/** The one form of the file; `null` when it is no file, or holds more. */
function sealedIn(body: unknown): SealedInterview | null {
  try {
    const { interviews } = readRescueFile(JSON.stringify(body))
    return interviews.length === 1 ? (interviews[0] ?? null) : null
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

/** Whoever answers on a shared tablet answers for themselves, whatever the tablet says. */
const answeredAtKiosk = (submission: unknown, kioskPass: unknown): unknown =>
  typeof submission === 'object' && submission !== null
    ? { ...submission, mode: 'KIOSK', kioskPass }
    : submission

/** The pass that a tablet shows beside whatever else it sends. */
const passIn = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'kioskPass' in body ? body.kioskPass : null

/**
 * `GET /a/<code>/kiosk`: the answering page for a shared tablet. `POST /a/<code>/kiosk/odpowiedzi`: a form that the
 * tablet finished without a network and sealed for the organisation; it goes the way of every response.
 * `POST /a/<code>/kiosk/przepustka`: whether the tablet has a valid pass, asked before anybody answers.
 */
export async function kioskRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { db, now, publicSurveys, responses, answerDocuments } = deps
  app.get('/a/:code/kiosk', async (request: KioskRequest, reply) => {
    const survey = await publicSurveys.byCode(request.params.code, request.ip)
    if (!survey) return sendPage(reply, answerDocuments.kiosk(null, now(), {}))
    if (survey.code !== request.params.code) return reply.redirect(`/a/${survey.code}/kiosk`, 302)
    const rescueKey = await sealingKeyOf(db, survey.organisationId)
    return sendPage(
      reply,
      answerDocuments.kiosk(survey, now(), { surveyId: survey.id, rescueKey, needsPass: survey.takesCodes }),
    )
  })
  app.post('/a/:code/kiosk/przepustka', { bodyLimit: LARGEST_PASS }, async (request: KioskRequest, reply) => {
    reply.header('cache-control', 'no-store')
    const survey = await publicSurveys.byCode(request.params.code, request.ip)
    if (!survey) return reply.code(404).send({ code: 'SURVEY_UNKNOWN', message: UNKNOWN_SURVEY_MESSAGE })
    try {
      assertKioskPass(survey, passIn(request.body))
      return await reply.send({ ok: true })
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      return reply.code(422).send({ code: error.code, message: error.message })
    }
  })
  app.post(
    '/a/:code/kiosk/odpowiedzi',
    { bodyLimit: LARGEST_SEALED },
    async (request: KioskRequest, reply) => {
      await responses.countTry(request.ip)
      const survey = await publicSurveys.byCode(request.params.code, request.ip)
      if (!survey) return reply.code(404).send({ code: 'SURVEY_UNKNOWN', message: UNKNOWN_SURVEY_MESSAGE })
      const sealed = sealedIn(request.body)
      const opened = sealed && (await openForOrganisation(db, survey.organisationId, sealed))
      if (opened?.surveyId !== survey.id) {
        const message =
          'Tej zapieczętowanej ankiety nie da się tu otworzyć. Proszę przekazać jej plik organizatorowi.'
        return reply.code(422).send({ code: 'NOT_SEALED_FOR_THIS', message })
      }
      const context = { viewer: null, now, publicSurveys, responses, clientAddress: request.ip }
      return answerSubmission(
        reply,
        context,
        survey.code,
        answeredAtKiosk(opened.submission, passIn(request.body)),
      )
    },
  )
}
