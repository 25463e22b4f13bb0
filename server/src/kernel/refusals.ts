import { GraphQLError } from 'graphql'

/** A request that is turned away; its message is a Polish sentence for a person, its code is stable. */
export class RefusedRequest extends GraphQLError {
  constructor(code: string, message: string) {
    super(message, { extensions: { code } })
  }
}

/** Nobody is signed in, or the session has ended. */
export function notSignedIn(): RefusedRequest {
  return new RefusedRequest(
    'UNAUTHENTICATED',
    'Sesja wygasła albo nikt nie jest zalogowany. Proszę zalogować się ponownie.',
  )
}

/** The signed-in person may not do this. The same words for every object, so that they tell nothing of it. */
export function forbidden(): RefusedRequest {
  return new RefusedRequest(
    'FORBIDDEN',
    'To konto nie ma uprawnień do tej czynności. O dostęp proszę poprosić administratora.',
  )
}

/** A value no field can take; `message` is a Polish sentence. */
export function badInput(message: string): RefusedRequest {
  return new RefusedRequest('BAD_USER_INPUT', message)
}

/** The document asks for too much at once. */
export function tooMuch(message: string): RefusedRequest {
  return new RefusedRequest('QUERY_TOO_LARGE', message)
}
