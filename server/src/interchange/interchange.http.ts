import { questionnaireSchema } from '@rozeznanie/core/questionnaire/library'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteDeps } from '../context.ts'
import { attachment } from '../kernel/content-disposition.ts'
import { refuse } from '../kernel/http-errors.ts'
import { requireOwnPage } from '../kernel/own-page.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import { acceptUploads, readUpload } from '../kernel/upload.ts'
import {
  EXPORT_NAMES,
  exportQuestionnaire,
  type ExportName,
  type WantedState,
} from './export-questionnaire.ts'
import { createFormReader, type FormReader } from './form-reader.ts'
import { requireFormReader } from './interchange.access.ts'

interface ExportParams {
  Params: { key: string }
  Querystring: { wersja?: unknown; szkic?: unknown }
}

/** Null when the number is none. */
function wantedOf({ wersja, szkic }: ExportParams['Querystring']): WantedState | null {
  if (szkic !== undefined) return { kind: 'draft' }
  if (wersja === undefined) return { kind: 'newest' }
  return typeof wersja === 'string' && /^[1-9]\d{0,6}$/.test(wersja)
    ? { kind: 'version', number: Number(wersja) }
    : null
}

type Deps = Pick<RouteDeps, 'contextOf'>

/** `POST /upload/questionnaires/read`: looks at a form of another system and stores nothing. */
async function readingRoutes(app: FastifyInstance, { contextOf }: Deps, reader: FormReader): Promise<void> {
  await acceptUploads(app)
  app.addHook('preHandler', requireOwnPage)
  app.addHook('onClose', () => reader.close())
  app.post('/upload/questionnaires/read', async (request, reply) => {
    requireFormReader(await contextOf(request, reply))
    const { bytes } = await readUpload(request)
    return reader.read(bytes)
  })
}

/** `GET /download/questionnaires/<key>/<name>?wersja=<number>|szkic=1`: the newest there is when nothing is said. */
function downloadRoute(app: FastifyInstance, { contextOf }: Deps, name: ExportName): void {
  const path = `/download/questionnaires/:key/${name}`
  app.get(path, async (request: FastifyRequest<ExportParams>, reply: FastifyReply) => {
    const context = await contextOf(request, reply)
    if (!context.viewer) throw notSignedIn()
    const wanted = wantedOf(request.query)
    const file = wanted && (await exportQuestionnaire(context, request.params.key, { name, wanted }))
    if (!file) return refuse(reply, 404)
    return reply
      .type(file.mediaType)
      .header('content-disposition', attachment(file.name))
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .send(Buffer.from(file.bytes))
  })
}

/** Questionnaires in from other systems, out to them, and the schema of our own format. */
export async function interchangeRoutes(app: FastifyInstance, { contextOf }: Deps): Promise<void> {
  await app.register((scope) => readingRoutes(scope, { contextOf }, createFormReader()))
  for (const name of EXPORT_NAMES) downloadRoute(app, { contextOf }, name)
  app.get('/schemas/questionnaire-1.json', async (_request, reply) =>
    reply
      .type('application/schema+json; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(questionnaireSchema),
  )
}
