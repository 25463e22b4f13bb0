import { InvalidInputError } from '@rozeznanie/core/errors'

/** A file that cannot be read; `message` is a Polish sentence that says what to do. */
export const unreadable = (message: string): InvalidInputError =>
  new InvalidInputError([{ path: 'file', message }])
