import multipart from '@fastify/multipart'
import { InvalidInputError } from '@rozeznanie/core/errors'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** One uploaded file with the text fields that came before or after it. */
export interface Upload {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly fields: Readonly<Record<string, string>>
}

const MEGABYTE = 1024 * 1024
const LARGEST_FILE = 20 * MEGABYTE
const LARGEST_FIELD = MEGABYTE

/** Lets the routes of one plugin take a file; give them `requireOwnPage` as `preHandler`. */
export async function acceptUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { files: 1, fileSize: LARGEST_FILE, fields: 8, fieldSize: LARGEST_FIELD, parts: 9 },
  })
}

/**
 * The one file of a multipart request, wholly in memory.
 *
 * @throws InvalidInputError when there is no file or it is larger than 20 MB
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw refused('Nie przesłano pliku. Proszę go wybrać.')
  const fields: Record<string, string> = {}
  let file: { fileName: string; bytes: Uint8Array } | null = null
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      if (part.file.truncated)
        throw refused('Plik jest większy niż 20 MB. Proszę podzielić go na mniejsze części.')
      file = { fileName: part.filename, bytes }
    } else if (typeof part.value === 'string') fields[part.fieldname] = part.value
  }
  if (!file || file.bytes.length === 0) throw refused('Nie wybrano pliku albo plik jest pusty.')
  return { ...file, fields }
}

const refused = (message: string) => new InvalidInputError([{ path: 'file', message }])
