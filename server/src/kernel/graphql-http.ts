import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { Context, RouteDeps } from '../context.ts'
import { DOCUMENT_LIMITS, documentLimits, noSubscriptions } from './document-limits.ts'
import { createFormatError } from './format-error.ts'
import { refuse } from './http-errors.ts'

/** Of anybody. */
const LARGEST_BODY = 256 * 1024
/** Of a signed-in person: a questionnaire of 2 MB, in a variable. */
const LARGEST_DOCUMENT_BODY = 3 * 1024 * 1024

export interface GraphqlOptions {
  readonly schema: GraphQLSchema
  readonly production: boolean
  readonly contextOf: RouteDeps['contextOf']
}

/** `POST /graphql` with the limits that keep one request from harming the others. */
export async function registerGraphql(app: FastifyInstance, options: GraphqlOptions): Promise<void> {
  const apollo = new ApolloServer<Context>({
    schema: options.schema,
    introspection: !options.production,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: DOCUMENT_LIMITS.tokens },
    validationRules: [documentLimits, noSubscriptions],
    formatError: createFormatError(app.log),
    logger: app.log,
    plugins: [ApolloServerPluginLandingPageDisabled(), unavailableIs503],
  })
  await apollo.start()
  app.addHook('onClose', () => apollo.stop())
  const handler = fastifyApolloHandler(apollo, { context: options.contextOf })
  const onRequest = largeOnlyForSignedIn(options.contextOf)
  app.route({ url: '/graphql', method: 'POST', bodyLimit: LARGEST_DOCUMENT_BODY, onRequest, handler })
  const elsewhere = ['GET', 'PUT', 'PATCH', 'DELETE'] as const
  app.route({
    url: '/graphql',
    method: [...elsewhere],
    handler: (_request, reply) => refuse(reply.header('allow', 'POST'), 405),
  })
}

/** Before a large body is read at all, it is asked who sends it. */
function largeOnlyForSignedIn(contextOf: RouteDeps['contextOf']): onRequestAsyncHookHandler {
  return async (request, reply) => {
    const isUnmeasured = request.headers['transfer-encoding'] !== undefined
    if (!isUnmeasured && Number(request.headers['content-length'] ?? 0) <= LARGEST_BODY) return
    const { viewer } = await contextOf(request, reply)
    if (viewer === null) return refuse(reply, isUnmeasured ? 411 : 413)
  }
}

/** A client may try again: said in the way HTTP says it. */
const unavailableIs503: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => {
      if (response.body.kind !== 'single') return
      const codes = response.body.singleResult.errors?.map((error) => error.extensions?.code) ?? []
      if (!codes.includes('UNAVAILABLE')) return
      response.http.status = 503
      response.http.headers.set('retry-after', '5')
    },
  }),
}
