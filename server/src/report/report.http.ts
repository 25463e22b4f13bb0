import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteDeps } from '../context.ts'
import { attachment } from '../kernel/content-disposition.ts'
import { refuse } from '../kernel/http-errors.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import { wholeLog } from '../cleaning/log.access.ts'
import { exportReport, type ReportFile } from './export-report.ts'
import { csvOfTexts } from './renderers/csv.ts'
import { REPORT_FORMATS, type ReportFormat } from './report-formats.ts'
import { createReportRenderer } from './report-renderer.ts'

const isFormat = (word: string): word is ReportFormat => Object.hasOwn(REPORT_FORMATS, word)

type ReportRequest = FastifyRequest<{ Params: { id: string } }>

const sendFile = (reply: FastifyReply, file: ReportFile): FastifyReply =>
  reply
    .type(file.mediaType)
    .header('content-disposition', attachment(file.name))
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(Buffer.from(file.bytes))

/**
 * `GET /download/surveys/<id>/report.<docx|xlsx|csv|json>` and `…/cleaning.csv`, the whole cleaning log: for organisers
 * of the survey; for others they are not there.
 */
export async function reportRoutes(
  app: FastifyInstance,
  { contextOf }: Pick<RouteDeps, 'contextOf'>,
  renderer = createReportRenderer(),
): Promise<void> {
  app.addHook('onClose', () => renderer.close())
  app.get('/download/surveys/:id/cleaning.csv', async (request: ReportRequest, reply: FastifyReply) => {
    const context = await contextOf(request, reply)
    if (!context.viewer) throw notSignedIn()
    const log = await wholeLog(context, request.params.id)
    if (log === null) return refuse(reply, 404)
    return sendFile(reply, {
      name: 'dziennik-czyszczenia.csv',
      mediaType: REPORT_FORMATS.csv,
      bytes: csvOfTexts(log),
    })
  })
  for (const format of Object.keys(REPORT_FORMATS).filter(isFormat)) {
    app.get(`/download/surveys/:id/report.${format}`, async (request: ReportRequest, reply: FastifyReply) => {
      const context = await contextOf(request, reply)
      if (!context.viewer) throw notSignedIn()
      const file = await exportReport(context, { surveyId: request.params.id, format, renderer })
      if (file === null) return refuse(reply, 404)
      return sendFile(reply, file)
    })
  }
}
