/**
 * A refusal: the person asked for something the rules do not allow and can act on it.
 * `code` is stable and machine-readable, `message` is a Polish sentence that says where and what to do.
 * In GraphQL every subclass is a union member that implements the interface `Error`.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string
}

/** One wrong field of an input. `path` is dotted (`localities.3.name`), `message` a Polish sentence. */
export interface FieldProblem {
  readonly path: string
  readonly message: string
}

/** The input cannot be accepted as it is; `problems` say which fields and why. */
export class InvalidInputError extends DomainError {
  override readonly name = 'InvalidInputError'
  readonly code = 'INVALID_INPUT'
  constructor(readonly problems: readonly FieldProblem[]) {
    super(problems.map((problem) => problem.message).join(' '))
  }
}
