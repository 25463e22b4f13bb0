import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { DomainError, InvalidInputError } from '@rozeznanie/core/errors'
import { FormConflictError, type PublicForm } from '@rozeznanie/core/institution'
import { AnswersRefusedError } from '@rozeznanie/core/response'
import { assertTakesAnswers, SurveyNotOpenError } from '@rozeznanie/core/survey'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { z } from 'zod'
import type { RouteDeps } from '../context.ts'
import { RefusedRequest } from '../kernel/refusals.ts'
import { assertSafeValue } from '../kernel/safe-values.ts'
import { takePoint } from '../kernel/take-point.ts'
import { formDocument, publicSurveyOf, unknownFormDocument } from '../survey/answer-page.access.ts'
import type { AnswerableSurvey } from '../survey/public-survey.access.ts'
import { writeForm, type FormWork } from './forms.ts'
import { findFormByToken, type StoredForm } from './form.store.ts'

const LARGEST_FORM = 512 * 1024
const TOKEN = /^[\w-]{22}$/
/** Nobody guesses an address of 128 bits; whoever tries shall not wear the database out. */
const WRONG_ADDRESSES = { points: 60, duration: 600 }

const sentForm = z.object({ revision: z.number().int().min(0), answers: z.record(z.string(), z.unknown()) })

function refusalOf(error: DomainError): { readonly status: number; readonly more: object } {
  if (error instanceof AnswersRefusedError) return { status: 422, more: { violations: error.violations } }
  if (error instanceof FormConflictError) return { status: 409, more: {} }
  if (error instanceof SurveyNotOpenError) return { status: 410, more: { status: error.status } }
  return { status: error instanceof InvalidInputError ? 422 : 423, more: {} }
}

interface Opened {
  readonly form: StoredForm
  readonly survey: AnswerableSurvey
}

const publicFormOf = ({ form, survey }: Opened): PublicForm => {
  const { status, revision, answers, remarks, institutionName, dueOn, prefilledFrom } = form
  const referenceOn = survey.referenceOn ?? survey.opensOn
  return { status, revision, answers, remarks, institutionName, dueOn, prefilledFrom, referenceOn }
}

function shellOf(webFolder: string | null): string | null {
  const file = webFolder === null ? null : path.join(webFolder, 'answer', 'institution.html')
  return file !== null && existsSync(file) ? readFileSync(file, 'utf8') : null
}

type TokenRequest = FastifyRequest<{ Params: { token: string } }>

/** Looks forms up by their address, patiently with those who mistype and not with those who guess. */
function createOpening({ db, publicSurveys }: RouteDeps) {
  const wrong = new RateLimiterMemory(WRONG_ADDRESSES)
  return async ({ params: { token }, ip }: TokenRequest): Promise<Opened | null> => {
    const form = TOKEN.test(token) ? await findFormByToken(db, token) : null
    const survey = form && (await publicSurveys.byId(form.surveyId))
    if (form && survey) return { form, survey }
    if (await takePoint(wrong, ip)) return null
    const message = 'Zbyt wiele razy podano adres, którego nie ma. Proszę spróbować ponownie za 10 minut.'
    throw new RefusedRequest('TOO_MANY_TRIES', message)
  }
}

/**
 * `GET /formularz/<token>`: the form of one institution; `PUT` keeps what is written so far, `POST` hands it over.
 * The secret address is all it takes: an office passes it on to whoever fills the form in.
 */
export async function institutionRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const open = createOpening(deps)
  const shell = shellOf(deps.webFolder)
  const show = async (request: TokenRequest, reply: FastifyReply) => {
    const opened = await open(request)
    reply.header('cache-control', 'no-store').type('text/html; charset=utf-8')
    const shown = opened && publicSurveyOf(opened.survey, deps.now(), opened.form.questionnaireVersionId)
    if (!opened || !shown) return reply.code(404).send(unknownFormDocument(shell))
    return reply.send(formDocument(shell, shown, publicFormOf(opened)))
  }
  const write = (work: FormWork) => async (request: TokenRequest, reply: FastifyReply) => {
    const opened = await open(request)
    if (!opened) return reply.code(404).send({ code: 'FORM_UNKNOWN', message: 'Nie ma takiego formularza.' })
    try {
      assertSafeValue(request.body)
      const sent = sentForm.safeParse(request.body)
      if (!sent.success) {
        const message = 'Nie rozumiemy przesłanego formularza. Prosimy odświeżyć stronę.'
        throw new InvalidInputError([{ path: '', message }])
      }
      assertTakesAnswers(opened.survey, deps.now())
      const form = await writeForm(deps, opened.survey, opened.form, work, sent.data)
      return await reply.send({ status: form?.status, revision: form?.revision })
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const { status, more } = refusalOf(error)
      return reply.code(status).send({ code: error.code, message: error.message, ...more })
    }
  }
  app.get('/formularz/:token', show)
  app.put('/formularz/:token', { bodyLimit: LARGEST_FORM }, write('keep'))
  app.post('/formularz/:token', { bodyLimit: LARGEST_FORM }, write('submit'))
}
