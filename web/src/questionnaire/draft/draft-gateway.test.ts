import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client'
import { aQuestionnaire, yesNo } from '@rozeznanie/core/testing'
import { expect, it } from 'vitest'
import { apolloGateway } from './draft-gateway.ts'

const document = aQuestionnaire([yesNo('a')])
/** As the workspace's own client has them. */
const all = { errorPolicy: 'all' } as const
const defaultOptions = { watchQuery: all, query: all, mutate: all }
const request = { questionnaireId: 'q', draftId: 'q', baseRevision: 1, document }

/** The gateway of a server that answers like this; an error stands for a broken connection. */
function answering(result: ApolloLink.Result | Error) {
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        if (result instanceof Error) return observer.error(result)
        observer.next(result)
        observer.complete()
      }),
  )
  return apolloGateway(
    new ApolloClient({
      link,
      cache: new InMemoryCache(),
      defaultOptions,
    }),
  )
}
const failing = (code: string) =>
  answering({ data: null, errors: [{ message: 'Nie można.', extensions: { code } }] })

it('tries again later where there is no connection, or nobody is signed in', async () => {
  expect(await answering(new TypeError('Failed to fetch')).save(request)).toEqual({ kind: 'unreachable' })
  expect(await failing('UNAUTHENTICATED').save(request)).toEqual({ kind: 'unreachable' })
})

it('does not repeat what the server refuses', async () => {
  expect(await failing('BAD_USER_INPUT').save(request)).toMatchObject({
    kind: 'refused',
    message: 'Nie można.',
  })
  expect(await answering({ data: { saveDraft: null } }).save(request)).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('nie ma już tego kwestionariusza') as string,
  })
})
