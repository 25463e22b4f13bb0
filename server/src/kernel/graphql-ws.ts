import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import {
  type ExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Context } from '../context.ts'
import { DOCUMENT_LIMITS, documentLimits, onlySubscriptions } from './document-limits.ts'
import { createFormatError } from './format-error.ts'
import { hostOf } from './http-errors.ts'

const LARGEST_MESSAGE = 64 * 1024
const MOST_SUBSCRIPTIONS = 20
const LOOK_AGAIN_MS = 30_000
const SESSION_ENDED = 4403

export interface SocketOptions {
  readonly schema: GraphQLSchema
  /** The context of a handshake; null when nobody is signed in (any more). */
  readonly contextOf: (request: IncomingMessage, options: { isUse: boolean }) => Promise<Context | null>
  /** Host that the page of a handshake must come from. */
  readonly hostOf: (request: IncomingMessage) => string | undefined
}

/** Subscriptions over a WebSocket on `/graphql`, for signed-in people and our own pages only. */
export function registerGraphqlSocket(app: FastifyInstance, options: SocketOptions): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE })
  const server = useServer<Record<string, unknown>, { person: Context }>(socketServer(app, options), sockets)
  app.server.on('upgrade', (request, socket, head) => {
    void acceptUpgrade(request, socket, options).then(
      (isAccepted) =>
        isAccepted &&
        sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request)),
      () => turnAway(socket, 503),
    )
  })
  const timer = setInterval(() => void closeEnded(sockets, options), LOOK_AGAIN_MS)
  timer.unref()
  sockets.on('connection', (socket, request) => requests.set(socket, request))
  app.addHook('preClose', async () => {
    clearInterval(timer)
    await server.dispose()
  })
}

const requests = new WeakMap<WebSocket, IncomingMessage>()

async function acceptUpgrade(
  request: IncomingMessage,
  socket: Duplex,
  options: SocketOptions,
): Promise<boolean> {
  socket.on('error', () => socket.destroy())
  const { origin } = request.headers
  const isOurs = origin !== undefined && hostOf(origin) === options.hostOf(request)
  if (request.url?.split('?')[0] !== '/graphql') turnAway(socket, 404)
  else if (!isOurs) turnAway(socket, 403)
  else if ((await options.contextOf(request, { isUse: true })) === null) turnAway(socket, 401)
  else return true
  return false
}

function turnAway(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** A session that ended (signed out, disabled, too old) ends its sockets too, within half a minute. */
async function closeEnded(sockets: WebSocketServer, options: SocketOptions): Promise<void> {
  for (const socket of sockets.clients) {
    const request = requests.get(socket)
    const context = request && (await options.contextOf(request, { isUse: false }).catch(() => undefined))
    if (context === null) socket.close(SESSION_ENDED, 'session ended')
  }
}

function socketServer(app: FastifyInstance, { schema, contextOf }: SocketOptions) {
  const format = createFormatError(app.log)
  const formatted = (error: GraphQLError): GraphQLFormattedError => format(error.toJSON(), error)
  const counts = new WeakMap<WebSocket, number>()
  const rules = [...specifiedRules, documentLimits, onlySubscriptions]
  return {
    schema,
    parse: (source: string | { body: string }) =>
      parse(typeof source === 'string' ? source : source.body, { maxTokens: DOCUMENT_LIMITS.tokens }),
    validate: (ofSchema: GraphQLSchema, document: Parameters<typeof validate>[1]) =>
      validate(ofSchema, document, rules),
    onConnect: ({ extra }: { extra: { socket: WebSocket } }) => !!counts.set(extra.socket, 0),
    onSubscribe: ({ extra }: { extra: { socket: WebSocket } }) => {
      const count = (counts.get(extra.socket) ?? 0) + 1
      counts.set(extra.socket, count)
      if (count > MOST_SUBSCRIPTIONS) extra.socket.close(4429, 'too many subscriptions')
    },
    onComplete: ({ extra }: { extra: { socket: WebSocket } }) =>
      void counts.set(extra.socket, (counts.get(extra.socket) ?? 1) - 1),
    context: async ({ extra }: { extra: { request: IncomingMessage } }) => {
      const context = await contextOf(extra.request, { isUse: false })
      if (context === null) throw new Error('the session ended')
      return context
    },
    onError: (_context: unknown, _id: string, _payload: unknown, errors: readonly GraphQLError[]) =>
      errors.map(formatted),
    onNext: (_context: unknown, _id: string, _payload: unknown, _args: unknown, result: ExecutionResult) =>
      result.errors ? { ...result, errors: result.errors.map(formatted) } : undefined,
  }
}
