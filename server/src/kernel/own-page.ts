import type { FastifyReply, FastifyRequest } from 'fastify'
import { forbidden } from './refusals.ts'

/** `preHandler` of uploads: a foreign page cannot set this header without asking first, and we never allow it. */
export function requireOwnPage(
  request: FastifyRequest,
  _reply: FastifyReply,
  done: (error?: Error) => void,
): void {
  done(request.headers['x-rozeznanie'] === '1' ? undefined : forbidden())
}
