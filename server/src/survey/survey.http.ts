import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { surveyStatus, UNKNOWN_SURVEY_MESSAGE } from '@rozeznanie/core/survey'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import QRCode from 'qrcode'
import type { Context, RouteDeps } from '../context.ts'
import { kioskPassOf } from '../invitation/kiosk-pass.access.ts'
import { allowFraming } from '../kernel/framing.ts'
import { isUuid } from '../kernel/ids.ts'
import { baseUrlOf } from '../kernel/public-url.ts'
import { refuse } from '../kernel/http-errors.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import type { AnswerDocuments } from './answer-documents.ts'
import { publicSurveyOf, type AnswerPage } from './answer-page.ts'
import type { AnswerableSurvey } from './public-survey.access.ts'
import { mayViewSurvey } from './survey.access.ts'

const compressed = promisify(gzip)
/** About 10 cm at 300 dots per inch. */
const PRINT_WIDTH = 1_200
const QUIET_ZONE = 4

interface PackedPage extends AnswerPage {
  readonly gzipped: Buffer
}

const packed = async (page: AnswerPage): Promise<PackedPage> => ({
  ...page,
  gzipped: await compressed(page.html),
})

/** Pages packed once for as long as their survey is kept in memory, anew when its status changes. */
function createPages(documents: AnswerDocuments) {
  const unknown = packed(documents.first(null, new Date(0)))
  const kept = new WeakMap<
    AnswerableSurvey,
    { readonly status: string; readonly page: Promise<PackedPage> }
  >()
  return (survey: AnswerableSurvey | null, now: Date): Promise<PackedPage> => {
    if (!survey) return unknown
    const status = surveyStatus(survey, now)
    const known = kept.get(survey)
    if (known?.status === status) return known.page
    const page = packed(documents.first(survey, now))
    kept.set(survey, { status, page })
    return page
  }
}

function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, html, gzipped }: PackedPage,
): FastifyReply {
  const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  reply.code(status).type('text/html; charset=utf-8')
  // With `no-referrer` a browser would post a form from no origin at all.
  reply.header('referrer-policy', 'same-origin')
  reply.header('cache-control', 'no-store').header('vary', 'accept-encoding').header('content-language', 'pl')
  return takesGzip ? reply.header('content-encoding', 'gzip').send(gzipped) : reply.send(html)
}

type CodeRequest = FastifyRequest<{ Params: { code: string } }>

/** `GET /a/<code>`: the answering page with its survey inside. It reads and sets no cookie. */
function registerAnswerPage(app: FastifyInstance, deps: RouteDeps): void {
  const pageOf = createPages(deps.answerDocuments)
  const answer = async (request: CodeRequest, reply: FastifyReply) => {
    const survey = await deps.publicSurveys.byCode(request.params.code, request.ip)
    if (survey && survey.code !== request.params.code) return reply.redirect(`/a/${survey.code}`, 302)
    allowFraming(reply, survey?.embedHosts ?? [])
    return sendPage(request, reply, await pageOf(survey, deps.now()))
  }
  app.get('/a/:code', answer)
  app.get('/a/:code/', answer)
}

type VersionRequest = FastifyRequest<{ Params: { code: string; versionId: string } }>

/** `GET /a/<code>/wersja/<version>`: the survey in a version it has had, for somebody who began with that one. */
function registerEarlierVersions(app: FastifyInstance, deps: RouteDeps): void {
  app.get('/a/:code/wersja/:versionId', async (request: VersionRequest, reply: FastifyReply) => {
    const { code, versionId } = request.params
    const survey = await deps.publicSurveys.byCode(code, request.ip)
    reply.header('cache-control', 'no-store')
    const shown = survey && publicSurveyOf(survey, deps.now(), versionId.toLowerCase())
    if (!shown) return reply.code(404).send({ code: 'SURVEY_UNKNOWN', message: UNKNOWN_SURVEY_MESSAGE })
    return reply.header('content-language', 'pl').send(shown)
  })
}

type SurveyRequest = FastifyRequest<{ Params: { id: string }; Querystring: { readonly dla?: unknown } }>

/** Where the survey takes codes, a tablet is let in by the pass in its address, which browsers send to nobody. */
async function tabletPart({ db }: Context, surveyId: string): Promise<string> {
  const pass = await kioskPassOf(db, surveyId)
  return `/kiosk${pass === null ? '' : `#przepustka=${pass}`}`
}

/** QR codes of the public address, for those who print it; a foreign and a missing survey look alike. */
function registerQrCodes(app: FastifyInstance, deps: RouteDeps): void {
  const download = (format: 'svg' | 'png') => async (request: SurveyRequest, reply: FastifyReply) => {
    const context = await deps.contextOf(request, reply)
    const { id } = request.params
    if (!context.viewer) throw notSignedIn()
    const survey = isUuid(id) && (await mayViewSurvey(context, id)) ? await deps.publicSurveys.byId(id) : null
    if (!survey) return refuse(reply, 404)
    const isTablet = request.query.dla === 'tablet'
    const page = `/a/${survey.code}${isTablet ? await tabletPart(context, survey.id) : ''}`
    const address = `${baseUrlOf(deps, request)}${page}`
    const options = { errorCorrectionLevel: 'M', margin: QUIET_ZONE } as const
    reply.header('content-disposition', `attachment; filename="ankieta-${survey.code}-qr.${format}"`)
    return format === 'svg'
      ? reply.type('image/svg+xml').send(await QRCode.toString(address, { ...options, type: 'svg' }))
      : reply
          .type('image/png')
          .send(await QRCode.toBuffer(address, { ...options, type: 'png', width: PRINT_WIDTH }))
  }
  app.get('/download/surveys/:id/qr.svg', download('svg'))
  app.get('/download/surveys/:id/qr.png', download('png'))
}

/** Routes of the survey room beside GraphQL. */
export async function surveyRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  registerAnswerPage(app, deps)
  registerEarlierVersions(app, deps)
  registerQrCodes(app, deps)
}
