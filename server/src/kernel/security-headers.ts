import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { isOwnOrigin, refuse } from './http-errors.ts'

/** The one page that the workspace frames: the preview of a questionnaire, which keeps and sends nothing. */
const FRAMED_PAGE = '/answer/preview.html'

/** The interviewer's app: the slow hash of its PIN is WebAssembly, which no other page runs. */
const FIELD_APP = '/teren/'

/** On every answer: the content policy, no framing but of the preview by its own house, no sniffing, no referrer, nothing kept in caches unless said. */
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
  app.addHook('onSend', async (request, reply) => {
    const address = request.url.split('?')[0]
    if (address === FRAMED_PAGE) allowOwnFrame(reply)
    if (address === FIELD_APP) allowOwnWebAssembly(reply)
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

/** The preview may stand in a frame of its own house, and may speak to no server at all. */
function allowOwnFrame(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy'))
  const framed = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
  reply.header('content-security-policy', `${framed};connect-src 'none'`)
  reply.header('x-frame-options', 'SAMEORIGIN')
}

/** Its own scripts may compile what they bring along; texts still become no scripts. */
function allowOwnWebAssembly(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy'))
  reply.header('content-security-policy', `${policy};script-src 'self' 'wasm-unsafe-eval'`)
}
