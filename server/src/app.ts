import type { IncomingMessage } from 'node:http'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { sessionCookie, tokenIn } from './account/session-cookie.ts'
import { viewerOfSession } from './account/session.store.ts'
import type { AppDeps, Context, RouteDeps } from './context.ts'
import { registerGraphql } from './kernel/graphql-http.ts'
import { registerGraphqlSocket } from './kernel/graphql-ws.ts'
import { answerBrokenRequest, refuse, registerHttpErrors } from './kernel/http-errors.ts'
import { registerSecurityHeaders } from './kernel/security-headers.ts'
import { registerWebFiles } from './kernel/web-files.ts'
import { registerRooms } from './routes.ts'
import { schema } from './schema.ts'
import { type Services, createServices } from './services.ts'
import { openAnswerDocuments } from './survey/answer-documents.ts'

const LARGEST_BODY = 256 * 1024
const LONGEST_URL_PART = 200

/** The whole application without listening. It does not close the database it was given. */
export async function createApp(deps: AppDeps): Promise<FastifyInstance> {
  const https = deps.https ?? false
  const services = deps.services ?? createServices(deps)
  const app = createFastify(deps)
  registerHttpErrors(app)
  hangUpAtTheEnd(app)
  await registerSecurityHeaders(app, { https })
  await app.register(cookie)
  await app.register(compress, { globalDecompression: false, threshold: 1024 })
  app.removeContentTypeParser('text/plain')
  const contextOf = (request: FastifyRequest, reply: FastifyReply) =>
    contextOfRequest(services, https, request, reply)
  await registerGraphql(app, { schema, production: deps.production ?? false, contextOf })
  registerGraphqlSocket(app, {
    schema,
    contextOf: (request, options) => contextOfHandshake(services, app, https, request, options),
    hostOf: (request) => hostOfHandshake(request, deps.trustedProxyCount ?? 0),
  })
  app.get('/healthz', () => health(services))
  await registerRooms(app, await routeDeps(deps, services, contextOf))
  await registerWebFiles(app, deps.webFolder)
  app.addHook('preClose', async () => services.progress.close())
  return app
}

/** A connection whose last answer is on its way when the server is asked to stop is not kept for another. */
function hangUpAtTheEnd(app: FastifyInstance): void {
  let isStopping = false
  app.addHook('preClose', async () => {
    isStopping = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isStopping) reply.header('connection', 'close')
  })
}

function createFastify({ trustedProxyCount = 0, logger }: AppDeps): FastifyInstance {
  return Fastify({
    ...(logger ? { loggerInstance: logger } : { logger: { level: 'error' } }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LARGEST_BODY,
    routerOptions: { maxParamLength: LONGEST_URL_PART },
    trustProxy: (_address: string, hop: number) => hop < trustedProxyCount,
    forceCloseConnections: 'idle',
    frameworkErrors: (_error, _request, reply) => refuse(reply, 400),
    clientErrorHandler: answerBrokenRequest,
    requestTimeout: 15_000,
    keepAliveTimeout: 5_000,
    http: { headersTimeout: 8_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 16_384 },
  })
}

async function routeDeps(
  deps: AppDeps,
  services: Services,
  contextOf: RouteDeps['contextOf'],
): Promise<RouteDeps> {
  const { webFolder = null } = deps
  return { ...services, webFolder, answerDocuments: await openAnswerDocuments(webFolder), contextOf }
}

async function contextOfRequest(
  services: Services,
  https: boolean,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Context> {
  const session = sessionCookie(request, reply, https)
  const viewer =
    session.token === null ? null : await viewerOfSession(services.db, session.token, services.now())
  return { ...services, viewer, session, clientAddress: request.ip }
}

/** The context of a WebSocket, whose session is that of its handshake; it cannot start or end one. */
async function contextOfHandshake(
  services: Services,
  app: FastifyInstance,
  https: boolean,
  request: IncomingMessage,
  options: { readonly isUse: boolean },
): Promise<Context | null> {
  const token = tokenIn(app.parseCookie(request.headers.cookie ?? ''), https)
  const viewer = token === null ? null : await viewerOfSession(services.db, token, services.now(), options)
  const session = { token, start: () => undefined, end: () => undefined }
  return viewer && { ...services, viewer, session, clientAddress: request.socket.remoteAddress ?? '' }
}

/** The host that the browser asked for, which a trusted proxy tells. */
function hostOfHandshake({ headers }: IncomingMessage, trustedProxyCount: number): string | undefined {
  const forwarded = trustedProxyCount > 0 ? headers['x-forwarded-host'] : undefined
  return typeof forwarded === 'string' ? forwarded : headers.host
}

/** For whoever watches over the server: it is well when it can ask its database. */
async function health({ db, version }: Services): Promise<object> {
  await db.pool.query('SELECT 1')
  return { ok: true, version, database: db.kind }
}
