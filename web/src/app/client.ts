import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client'
import { ErrorLink } from '@apollo/client/link/error'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { relayStylePagination } from '@apollo/client/utilities'
import { OperationTypeNode } from 'graphql'
import { createClient as createSocket } from 'graphql-ws'
import { tap, throwError } from 'rxjs'
import { connection } from './connection.ts'
import { POSSIBLE_TYPES } from './possible-types.ts'

declare module '@apollo/client' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the library's own way to declare defaults
  namespace ApolloClient {
    // eslint-disable-next-line @typescript-eslint/no-namespace -- as above
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all'
      }
      interface Query {
        errorPolicy: 'all'
      }
      interface Mutate {
        errorPolicy: 'all'
      }
    }
  }
}

interface ClientOptions {
  readonly origin: string
  /** What a person reads when the server cannot be reached. */
  readonly offlineMessage: () => string
}

/** How the cache knows things again: singletons have no key, lists that grow are glued together. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: POSSIBLE_TYPES,
    typePolicies: {
      Query: {
        fields: {
          municipalities: relayStylePagination(['search', 'voivodeshipCode']),
          surveys: relayStylePagination(),
        },
      },
      Installation: { keyFields: [] },
      Viewer: { keyFields: ['accountId'] },
      // Every query that asks for memberships asks for `role` and `organisation { id }`.
      ViewerMembership: { keyFields: ['role', 'organisation', ['id']] },
      Voivodeship: { keyFields: ['code'] },
      County: { keyFields: ['code'] },
      Municipality: { keyFields: ['code'], fields: { localities: { merge: false } } },
      Organisation: { fields: { memberships: { merge: false } } },
      Survey: {
        fields: {
          openAnswers: relayStylePagination(['questionKey']),
          coding: { keyArgs: ['questionKey'], merge: true },
        },
      },
      OpenCoding: { fields: { answers: relayStylePagination(['show', 'code']) } },
      OpenAnswer: { keyFields: ['responseId', 'questionKey'] },
    },
  })
}

function isSignedOut(error: unknown): boolean {
  return (
    CombinedGraphQLErrors.is(error) &&
    error.errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')
  )
}

/** A lost session shows the sign-in page; a lost connection says so politely, and both reach the caller as an error. */
function watchErrors(cache: InMemoryCache, offlineMessage: () => string): ApolloLink {
  return new ErrorLink(({ error, operation }) => {
    if (isSignedOut(error)) cache.modify({ fields: { viewer: () => null } })
    const isRefusal = CombinedGraphQLErrors.is(error)
    if (operation.operationType !== OperationTypeNode.SUBSCRIPTION) connection.report(isRefusal)
    return isRefusal ? undefined : throwError(() => new Error(offlineMessage(), { cause: error }))
  })
}

const noteAnswers = new ApolloLink((operation, forward) =>
  forward(operation).pipe(tap(() => connection.report(true))),
)

/** The one client of the workspace: queries over HTTP, subscriptions over one socket opened when first needed. */
export function createClient({ origin, offlineMessage }: ClientOptions): ApolloClient {
  const cache = createCache()
  const http = new HttpLink({ uri: '/graphql', headers: { 'apollo-require-preflight': 'true' } })
  const socket = new GraphQLWsLink(
    createSocket({
      url: `${origin.replace(/^http/, 'ws')}/graphql`,
      retryAttempts: Infinity,
      shouldRetry: () => true,
    }),
  )
  return new ApolloClient({
    cache,
    link: ApolloLink.from([
      watchErrors(cache, offlineMessage),
      ApolloLink.split(
        ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
        socket,
        noteAnswers.concat(http),
      ),
    ]),
    defaultOptions: {
      watchQuery: { errorPolicy: 'all' },
      query: { errorPolicy: 'all' },
      mutate: { errorPolicy: 'all' },
    },
  })
}
