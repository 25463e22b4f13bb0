import { localDayOf } from '@rozeznanie/core/survey'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context, RouteDeps } from '../context.ts'
import { attachment } from '../kernel/content-disposition.ts'
import { refuse } from '../kernel/http-errors.ts'
import { byteRange } from './byte-range.ts'
import { CODEBOOK_FORMATS, exportCodebook, type CodebookFormat } from './export-codebook.ts'
import { type DataRequest, factsForOrganiser, preparedBefore, prepareData } from './export-data.ts'
import { DATA_FORMATS, type DataFormat, readChoice } from './file-wish.ts'
import type { FileFacts } from './microdata.store.ts'
import type { PreparedFile, ReadyFile } from './prepared-file.ts'
import { PreparedFiles } from './prepared-files.ts'

type FileRequest = FastifyRequest<{ Params: { id: string } }>

/** Who asks how far a file is hears at once when it is ready this soon. */
const SOON = 300

const fileName = (what: string, { municipalityName }: FileFacts, day: string, ending: string): string =>
  `${what}-${municipalityName.replace(/[^\p{L}\p{N}]+/gu, '-')}-${day}.${ending}`

function isSoon(file: PreparedFile): Promise<ReadyFile | null> {
  let timer: NodeJS.Timeout | undefined
  const pause = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), SOON)
  })
  return Promise.race([file.done, pause]).finally(() => clearTimeout(timer))
}

function headers(reply: FastifyReply, mediaType: string, name: string): FastifyReply {
  return reply
    .type(mediaType)
    .header('content-disposition', attachment(name))
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
}

/** A whole file and what it is called. */
interface Sending {
  readonly file: PreparedFile
  readonly ready: ReadyFile
  readonly type: string
  readonly name: string
}

/** Sends the file, or the part of it that is asked for. */
function sendFile(request: FileRequest, reply: FastifyReply, { file, ready, type, name }: Sending) {
  const { range, 'if-range': ifRange } = request.headers
  const isSame = ifRange === undefined || ifRange === ready.etag
  const part = isSame ? byteRange(range, ready.size) : null
  if (part === 'unsatisfiable') return refuse(reply.header('content-range', `bytes */${ready.size}`), 416)
  const { start, end } = part ?? { start: 0, end: ready.size - 1 }
  if (part) void reply.code(206).header('content-range', `bytes ${start}-${end}/${ready.size}`)
  void headers(reply, type, name)
    .header('etag', ready.etag)
    .header('accept-ranges', 'bytes')
    .header('repr-digest', `sha-256=:${ready.digest}:`)
    .header('x-rozeznanie-rows', String(ready.rowCount))
    .header('content-length', String(end - start + 1))
  return reply.send(request.method === 'HEAD' ? null : file.read(start, end))
}

/** The part or the whole of a data file; how far it is, where the page asks for an answer at once. */
async function answerData(
  context: Context,
  files: PreparedFiles,
  data: DataRequest,
  { request, reply, facts }: { request: FileRequest; reply: FastifyReply; facts: FileFacts },
) {
  const { 'if-match': ifMatch, 'if-range': ifRange, prefer } = request.headers
  const tag = ifMatch ?? (typeof ifRange === 'string' ? ifRange : undefined)
  const before = tag === undefined ? null : preparedBefore(context, files, data, tag)
  if (ifMatch !== undefined && before === null) return refuse(reply, 412)
  const file = before ?? prepareData(context, files, data, facts)
  const name = fileName('dane', facts, localDayOf(context.now()), data.format)
  if (prefer === 'respond-async') {
    const ready = await isSoon(file)
    const told = ready
      ? { ...file.progress, isReady: true, ...ready, name }
      : { ...file.progress, isReady: false }
    return reply
      .code(ready ? 200 : 202)
      .header('cache-control', 'no-store')
      .header('preference-applied', 'respond-async')
      .send(told)
  }
  return file.waiting(async () => {
    const ready = await file.done
    return sendFile(request, reply, { file, ready, type: DATA_FORMATS[data.format], name })
  })
}

const isFormat = <Formats extends object>(formats: Formats, word: string): word is keyof Formats & string =>
  Object.hasOwn(formats, word)

/**
 * `GET /download/surveys/<id>/data.<csv|xlsx|sav>` and `…/codebook.<xlsx|csv>`, for organisers of the survey; for others
 * they are not there. A data file is made whole before it is sent, from the answers of one instant: its length, digest
 * and count of rows stand in the headers, and any part of it can be asked for by its tag while it is kept. With
 * `Prefer: respond-async` (RFC 7240) the answer tells how far it is.
 */
export async function microdataRoutes(
  app: FastifyInstance,
  { contextOf }: Pick<RouteDeps, 'contextOf'>,
  files = new PreparedFiles(),
): Promise<void> {
  app.addHook('preClose', () => files.close())
  const asked = async (request: FileRequest, reply: FastifyReply) => {
    const context = await contextOf(request, reply)
    const facts = await factsForOrganiser(context, request.params.id)
    const choice = readChoice(request.query)
    return { context, facts, choice, surveyId: request.params.id }
  }
  const options = { compress: false } as const
  for (const format of Object.keys(DATA_FORMATS)) {
    if (!isFormat(DATA_FORMATS, format)) continue
    app.get(`/download/surveys/:id/data.${format}`, options, async (request: FileRequest, reply) => {
      const { context, facts, choice, surveyId } = await asked(request, reply)
      if (facts === null) return refuse(reply, 404)
      if (choice === null) return refuse(reply, 400)
      const data = { surveyId, format: format as DataFormat, choice }
      return answerData(context, files, data, { request, reply, facts })
    })
  }
  for (const format of Object.keys(CODEBOOK_FORMATS)) {
    if (!isFormat(CODEBOOK_FORMATS, format)) continue
    app.get(`/download/surveys/:id/codebook.${format}`, async (request: FileRequest, reply) => {
      const { context, facts, choice, surveyId } = await asked(request, reply)
      if (facts === null) return refuse(reply, 404)
      if (choice === null) return refuse(reply, 400)
      const wish = { surveyId, format: format as CodebookFormat, choice, facts }
      const bytes = await exportCodebook(context, wish)
      const name = fileName('książka-kodów', facts, localDayOf(context.now()), format)
      return headers(reply, CODEBOOK_FORMATS[format as CodebookFormat], name).send(Buffer.from(bytes))
    })
  }
}
