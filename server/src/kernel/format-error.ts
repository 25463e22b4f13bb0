import { randomBytes } from 'node:crypto'
import { DomainError } from '@rozeznanie/core/errors'
import { PothosValidationError } from '@pothos/core'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { isDatabaseUnavailable } from '../database/unavailable.ts'
import { RefusedRequest } from './refusals.ts'

export interface DefectLog {
  error(details: object, message: string): void
}

/** What graphql-js and Apollo themselves refuse; their English text is for programmers and stays behind the Polish. */
const FOREIGN_REFUSALS: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: 'Zapytania nie da się odczytać.',
  GRAPHQL_VALIDATION_FAILED: 'Zapytanie nie zgadza się ze schematem.',
  BAD_USER_INPUT: 'Przesłana wartość jest nieprawidłowa.',
  OPERATION_RESOLUTION_FAILURE: 'Nie wiadomo, którą operację wykonać.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Zapisane zapytania są wyłączone.',
  BAD_REQUEST: 'Żądanie jest niepoprawne.',
}
const LONGEST_DETAIL = 300

/** The database cannot be asked just now; the same request may succeed in a moment. */
export const UNAVAILABLE = {
  message: 'Baza danych jest chwilowo niedostępna. Proszę spróbować ponownie za chwilę.',
  extensions: { code: 'UNAVAILABLE' },
} as const

/**
 * What a client may see of an error. A code that is not on the list is a defect: it is logged whole under a short
 * number, and the client gets only that number.
 */
export function createFormatError(log: DefectLog) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { path, locations } = formatted
    const place = { ...(locations && { locations }), ...(path && { path }) }
    const own = causes(error).find((cause) => cause instanceof RefusedRequest || cause instanceof DomainError)
    if (own instanceof RefusedRequest)
      return { message: own.message, ...place, extensions: { ...own.extensions } }
    if (own instanceof DomainError) return { message: own.message, ...place, extensions: { code: own.code } }
    if (causes(error).some(isDatabaseUnavailable)) return { ...UNAVAILABLE, ...place }
    const code = codeOf(formatted, error)
    const polish = FOREIGN_REFUSALS[code]
    if (polish === undefined) return { ...defect(error, log), ...place }
    return {
      message: `${polish} (${formatted.message.slice(0, LONGEST_DETAIL)})`,
      ...place,
      extensions: { code },
    }
  }
}

/** Logs a defect and gives what may be said of it. */
export function defect(error: unknown, log: DefectLog): GraphQLFormattedError {
  const ref = randomBytes(5).toString('hex')
  const err = causes(error).at(-1)
  log.error({ ref, err }, 'defect')
  return {
    message: `Wystąpił błąd po stronie serwera. Proszę spróbować ponownie, a jeśli się powtórzy, podać administratorowi numer ${ref}.`,
    extensions: { code: 'INTERNAL', ref },
  }
}

function codeOf(formatted: GraphQLFormattedError, error: unknown): string {
  if (causes(error).some((cause) => cause instanceof PothosValidationError)) return 'BAD_USER_INPUT'
  return String(formatted.extensions?.code ?? 'INTERNAL_SERVER_ERROR')
}

function causes(error: unknown): unknown[] {
  const chain: unknown[] = []
  for (let cause = error; cause && chain.length < 10;) {
    chain.push(cause)
    cause = cause instanceof GraphQLError ? cause.originalError : null
  }
  return chain
}
