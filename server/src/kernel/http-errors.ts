import type { Socket } from 'node:net'
import { DomainError, InvalidInputError } from '@rozeznanie/core/errors'
import { FormBrokenError } from '@rozeznanie/core/interchange'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isDatabaseUnavailable } from '../database/unavailable.ts'
import { UNAVAILABLE, defect } from './format-error.ts'
import { RefusedRequest } from './refusals.ts'

const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, TOO_MANY_TRIES: 429 }
const TRANSPORT: Readonly<Record<number, string>> = {
  400: 'Żądanie jest niepoprawne.',
  404: 'Nie ma takiej strony.',
  405: 'Tego adresu nie można użyć w ten sposób.',
  408: 'Przesyłanie trwało zbyt długo. Proszę spróbować ponownie.',
  411: 'Żądanie nie mówi, ile danych zawiera.',
  412: 'Plik zmienił się od czasu, gdy zaczęto go pobierać. Proszę pobrać go od nowa.',
  413: 'Przesłano zbyt wiele danych naraz.',
  414: 'Adres jest zbyt długi.',
  415: 'Takiego rodzaju danych nie można tu przesłać.',
  416: 'Plik nie ma takiej części. Proszę pobrać go od nowa.',
  429: 'Zbyt wiele prób w krótkim czasie. Proszę spróbować ponownie za kilka minut.',
}

/** Errors of routes beside GraphQL: JSON `{ code, message }` with a Polish sentence, defects under a number. */
export function registerHttpErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    // Somebody closed the page while it was being sent: there is nobody to answer and nothing to mend.
    if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') return reply
    if (error instanceof RefusedRequest) {
      const code = String(error.extensions.code)
      return reply.code(STATUS[code] ?? 400).send({ code, message: error.message })
    }
    if (error instanceof DomainError) {
      const isList = error instanceof InvalidInputError || error instanceof FormBrokenError
      const problems = isList ? { problems: error.problems } : {}
      return reply.code(422).send({ code: error.code, message: error.message, ...problems })
    }
    if (isDatabaseUnavailable(error)) {
      return reply
        .code(503)
        .header('retry-after', '5')
        .send({ message: UNAVAILABLE.message, ...UNAVAILABLE.extensions })
    }
    const status = error.statusCode ?? 500
    if (status >= 500) {
      const { message, extensions } = defect(error, request.log)
      return reply.code(500).send({ message, ...extensions })
    }
    return refuse(reply, status)
  })
}

/** Answers with the Polish sentence of an HTTP status. */
export function refuse(reply: FastifyReply, status: number): FastifyReply {
  return reply.code(status).send({ code: `HTTP_${status}`, message: TRANSPORT[status] ?? TRANSPORT[400] })
}

/** True when the request comes from a page of ours, or from no page at all. */
export function isOwnOrigin(request: FastifyRequest): boolean {
  const { origin } = request.headers
  return origin === undefined || hostOf(origin) === request.host
}

/** Host with port of an Origin header; null for `null` and for nonsense. */
export function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

const BROKEN: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** Answers what is not HTTP at all, or came too slowly, without a word more and closes the connection. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  socket.end(
    `HTTP/1.1 ${BROKEN[error.code ?? ''] ?? '400 Bad Request'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  )
}
