import { LastAdministratorError } from '@rozeznanie/core/account'
import { GraphQLError } from 'graphql'
import { describe, expect, it, vi } from 'vitest'
import { createFormatError } from './format-error.ts'
import { forbidden } from './refusals.ts'

const SECRET = 'DATABASE_URL=postgres://u:p@h/db'

function formatted(error: unknown, code?: string) {
  const error_ =
    error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error })
  const log = { error: vi.fn() }
  const message = error_.message || (error as Error).message
  return { answer: createFormatError(log)({ message, extensions: { code } }, error_), log }
}

describe('what a client sees of an error', () => {
  it('is a number in place of the text of a defect, and the log has both', () => {
    const { answer, log } = formatted(new Error(SECRET), 'INTERNAL_SERVER_ERROR')

    expect(JSON.stringify(answer)).not.toContain(SECRET)
    expect(answer.extensions).toEqual({ code: 'INTERNAL', ref: expect.stringMatching(/^[0-9a-f]{10}$/) })
    expect(answer.message).toContain(answer.extensions!.ref)
    const [details] = log.error.mock.calls[0] as [{ ref: string; err: Error }]
    expect(details.ref).toBe(answer.extensions!.ref)
    expect(details.err.message).toBe(SECRET)
  })

  it('is a defect for every code that is not known', () => {
    expect(formatted(new Error(SECRET), 'P2002').answer.extensions).toMatchObject({ code: 'INTERNAL' })
  })

  it('is the Polish sentence of a refusal, however deep it is wrapped', () => {
    const wrapped = new GraphQLError('x', {
      originalError: new GraphQLError('y', { originalError: forbidden() }),
    })

    expect(formatted(wrapped).answer).toMatchObject({
      message: forbidden().message,
      extensions: { code: 'FORBIDDEN' },
    })
  })

  it('is the sentence of a domain refusal that no union names', () => {
    expect(formatted(new LastAdministratorError()).answer.extensions).toEqual({ code: 'LAST_ADMINISTRATOR' })
  })

  it('says that the database is away rather than broken', () => {
    const { answer, log } = formatted(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))

    expect(answer.extensions).toEqual({ code: 'UNAVAILABLE' })
    expect(log.error).not.toHaveBeenCalled()
  })

  it('starts in Polish when the document is wrong, and echoes at most 300 characters', () => {
    const { answer } = formatted(new GraphQLError('x'.repeat(5000)), 'GRAPHQL_VALIDATION_FAILED')

    expect(answer.message).toMatch(/^Zapytanie nie zgadza się ze schematem\. \(x{300}\)$/)
  })
})
