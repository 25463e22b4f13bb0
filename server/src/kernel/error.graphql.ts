import { type DomainError, type FieldProblem, InvalidInputError } from '@rozeznanie/core/errors'
import { builder } from '../builder.ts'

/** Every refusal implements it: `message` is a Polish sentence, `code` is stable. */
export const ErrorInterface = builder.interfaceRef<DomainError>('Error')
ErrorInterface.implement({
  description: 'A refusal: the person can act on it. `message` is a Polish sentence.',
  fields: (t) => ({
    code: t.exposeString('code'),
    message: t.exposeString('message'),
  }),
})

/** One wrong field of an input or of a document. */
export const FieldProblemRef = builder.objectRef<FieldProblem>('FieldProblem')
FieldProblemRef.implement({
  description: 'One wrong field of an input; `path` is dotted.',
  fields: (t) => ({
    path: t.exposeString('path'),
    message: t.exposeString('message'),
  }),
})

builder.objectType(InvalidInputError, {
  name: 'InvalidInputError',
  description: 'The input cannot be accepted as it is; `problems` say which fields and why.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    problems: t.field({ type: [FieldProblemRef], resolve: (error) => [...error.problems] }),
  }),
})
