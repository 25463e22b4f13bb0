import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SessionCookie } from '../context.ts'
import { isToken } from './session-token.ts'

/** `__Host-` binds the cookie to this very host and to https; plain http is for the own machine only. */
export function cookieName(https: boolean): string {
  return https ? '__Host-rozeznanie' : 'rozeznanie'
}

/** The session's cookie of one request. It ends with the browser; the server decides when the session does. */
export function sessionCookie(request: FastifyRequest, reply: FastifyReply, https: boolean): SessionCookie {
  const name = cookieName(https)
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: https } as const
  return {
    token: tokenIn(request.cookies, https),
    start: (token) => void reply.setCookie(name, token, options),
    end: () => void reply.clearCookie(name, options),
  }
}

/** The token among the cookies of a request; null when there is none or it cannot be one. */
export function tokenIn(
  cookies: Readonly<Record<string, string | undefined>>,
  https: boolean,
): string | null {
  const token = cookies[cookieName(https)]
  return token !== undefined && isToken(token) ? token : null
}
