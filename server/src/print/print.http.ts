import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteDeps } from '../context.ts'
import { attachment } from '../kernel/content-disposition.ts'
import { baseUrlOf } from '../kernel/public-url.ts'
import { refuse } from '../kernel/http-errors.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import { printSurvey, type PrintOrder } from './print-survey.ts'

const count = z.coerce.number().int().min(1).max(99_999_999)
const language = z.string().regex(/^[a-z]{2,3}$/)

const bookletOrder = z
  .object({
    copies: count.optional(),
    from: count.optional(),
    large: z.enum(['0', '1']).optional(),
    language: language.optional(),
  })
  .refine(({ copies, from }) => (copies === undefined) === (from === undefined))
  .transform(({ copies, from, large, language: chosen }): PrintOrder => ({
    kind: 'booklet',
    isLarge: large === '1',
    language: chosen ?? 'pl',
    sheets: copies === undefined || from === undefined ? null : { from, copies },
  }))
const leafletOrder = z
  .object({ size: z.enum(['a4', 'a5']).default('a5') })
  .transform(({ size }): PrintOrder => ({ kind: 'leaflet', size }))
const posterOrder = z
  .object({ size: z.enum(['a4', 'a3']).default('a4') })
  .transform(({ size }): PrintOrder => ({ kind: 'poster', size }))

type PrintRequest = FastifyRequest<{ Params: { id: string } }>

/**
 * `GET /download/surveys/<id>/booklet.pdf|leaflet.pdf|poster.pdf`: what is printed to collect answers, for organisers
 * of the survey; for others it is not there.
 */
export async function printRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  app.addHook('onClose', () => deps.printer.close())
  const download = (order: z.ZodType<PrintOrder>) => async (request: PrintRequest, reply: FastifyReply) => {
    const context = await deps.contextOf(request, reply)
    if (!context.viewer) throw notSignedIn()
    const wanted = order.safeParse(request.query)
    if (!wanted.success) return refuse(reply, 400)
    const base = baseUrlOf(deps, request)
    const file = await printSurvey(context, {
      surveyId: request.params.id,
      order: wanted.data,
      addressOf: (code) => `${base}/a/${code}`,
    })
    if (file === null) return refuse(reply, 404)
    return reply
      .type('application/pdf')
      .header('content-disposition', attachment(file.name))
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength))
  }
  app.get('/download/surveys/:id/booklet.pdf', download(bookletOrder))
  app.get('/download/surveys/:id/leaflet.pdf', download(leafletOrder))
  app.get('/download/surveys/:id/poster.pdf', download(posterOrder))
}
