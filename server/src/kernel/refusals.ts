import { GraphQLError } from 'graphql'

/** Nobody is signed in, or the session has ended. */
export function notSignedIn(): GraphQLError {
  return new GraphQLError('Sesja wygasła albo nikt nie jest zalogowany. Proszę zalogować się ponownie.', {
    extensions: { code: 'UNAUTHENTICATED' },
  })
}

/** The signed-in person may not do this. The same words for every object, so that they tell nothing of it. */
export function forbidden(): GraphQLError {
  return new GraphQLError(
    'To konto nie ma uprawnień do tej czynności. O dostęp proszę poprosić administratora.',
    {
      extensions: { code: 'FORBIDDEN' },
    },
  )
}

/** A value no field can take; `message` is a Polish sentence. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}

/** The document asks for too much at once. */
export function tooMuch(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'QUERY_TOO_LARGE' } })
}

/** Too many tries of one person or one address. */
export function tooManyTries(retryAfterSeconds: number): GraphQLError {
  const minutes = Math.max(1, Math.ceil(retryAfterSeconds / 60))
  return new GraphQLError(`Zbyt wiele prób w krótkim czasie. Proszę spróbować ponownie za ${minutes} min.`, {
    extensions: { code: 'TOO_MANY_TRIES' },
  })
}
