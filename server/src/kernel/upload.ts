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

/**
 * Lets the routes of one plugin take a file. A browser sends the header `x-rozeznanie` across sites only after asking
 * first, which we never allow: so a foreign page cannot upload in a signed-in person's name.
 */
export async function acceptUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { files: 1, fileSize: LARGEST_FILE, fields: 8, fieldSize: LARGEST_FIELD, parts: 9 },
  })
}

/**
 * The one file of a multipart request, wholly in memory.
 *
 * @throws InvalidInputError when there is no file, it is larger than 20 MB, or the request did not come from our page
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (request.headers['x-rozeznanie'] !== '1' || !request.isMultipart())
    throw refused('Pliki można wysyłać tylko ze strony Rozeznania.')
  const fields: Record<string, string> = {}
  let file: { fileName: string; bytes: Uint8Array } | null = null
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      if (part.file.truncated) throw refused('Plik jest większy niż 20 MB. Podziel go na mniejsze części.')
      file = { fileName: part.filename, bytes }
    } else if (typeof part.value === 'string') fields[part.fieldname] = part.value
  }
  if (!file || file.bytes.length === 0) throw refused('Nie wybrano pliku albo plik jest pusty.')
  return { ...file, fields }
}

const refused = (message: string) => new InvalidInputError([{ path: 'file', message }])
