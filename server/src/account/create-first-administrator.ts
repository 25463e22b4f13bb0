import { SetupCodeWrongError, type Viewer, accountProblems, normaliseEmail } from '@rozeznanie/core/account'
import { InvalidInputError } from '@rozeznanie/core/errors'
import type { Context } from '../context.ts'
import {
  activeAdministratorIds,
  hasAdministrator,
  insertAccount,
  whileAdministratorsStay,
} from './account.store.ts'
import { startSession } from './sign-in.ts'

export interface FirstAdministrator {
  readonly setupCode: string
  readonly email: string
  readonly name: string
  readonly password: string
}

/**
 * Makes the first administrator and signs them in. Only who sees the terminal knows the code, and it works only
 * while there is no administrator.
 * @throws SetupCodeWrongError, InvalidInputError
 */
export async function createFirstAdministrator(context: Context, input: FirstAdministrator): Promise<Viewer> {
  const { db, accounts } = context
  const wait = await accounts.tries.setup()
  if (wait !== null) throw new SetupCodeWrongError(wait)
  const isRight = accounts.setupCode.matches(input.setupCode)
  if (!isRight || (await hasAdministrator(db))) throw new SetupCodeWrongError()
  const problems = accountProblems(input)
  if (problems.length > 0) throw new InvalidInputError(problems)
  const passwordHash = await accounts.passwords.hash(input.password)
  const { name } = input
  const account = {
    email: normaliseEmail(input.email),
    name: name.trim(),
    passwordHash,
    isAdministrator: true,
  }
  const accountId = await whileAdministratorsStay(db, async (tx) =>
    (await activeAdministratorIds(tx)).length > 0 ? null : insertAccount(tx, account),
  )
  if (accountId === null) throw new SetupCodeWrongError()
  return startSession(context, accountId, 'createFirstAdministrator')
}
