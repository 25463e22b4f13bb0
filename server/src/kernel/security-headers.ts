import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import { isOwnOrigin, refuse } from './http-errors.ts'

/** On every answer: the content policy, no framing, no sniffing, no referrer, nothing kept in caches unless said. */
export async function registerSecurityHeaders(
  app: FastifyInstance,
  { https }: { https: boolean },
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
  })
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  })
  app.addHook('onRequest', async (request, reply) => {
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
    if (changes && !isOwnOrigin(request)) return refuse(reply, 403)
    const encoding = request.headers['content-encoding']
    if (encoding !== undefined && encoding !== 'identity') return refuse(reply, 415)
  })
}
