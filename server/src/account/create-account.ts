import { EmailTakenError, type Role, accountProblems, normaliseEmail } from '@rozeznanie/core/account'
import { type FieldProblem, InvalidInputError } from '@rozeznanie/core/errors'
import type { Context } from '../context.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { requireAdministrator } from './account.access.ts'
import { inTransaction, insertAccount, isEmailTaken, organisationExists } from './account.store.ts'

export interface NewAccountInput {
  readonly email: string
  readonly name: string
  readonly password: string
  readonly isAdministrator: boolean
  readonly organisationId?: string | null
  readonly role?: Role | null
}

/**
 * Adds an account, perhaps with its first role in an organisation; administrators only.
 * @returns the account's id
 * @throws InvalidInputError, EmailTakenError
 */
export async function createAccount(context: Context, input: NewAccountInput): Promise<string> {
  const viewer = requireAdministrator(context)
  const problems = [...accountProblems(input), ...membershipProblems(input)]
  if (problems.length > 0) throw new InvalidInputError(problems)
  const passwordHash = await context.accounts.passwords.hash(input.password)
  return inTransaction(context.db, async (tx) => {
    const { organisationId, role, isAdministrator } = input
    const account = {
      email: normaliseEmail(input.email),
      name: input.name.trim(),
      passwordHash,
      isAdministrator,
    }
    const membership = organisationId && role ? { organisationId, role } : undefined
    if (membership && !(await organisationExists(tx, membership.organisationId))) throw noSuchOrganisation()
    if (await isEmailTaken(tx, account.email)) throw new EmailTakenError()
    const accountId = await insertAccount(tx, { ...account, ...(membership && { membership }) })
    if (accountId === null) throw new EmailTakenError()
    const entry = { action: 'createAccount', objectType: 'Account', objectId: accountId }
    const details = { isAdministrator, ...(membership ?? {}) }
    await recordAudit(tx, { viewer, at: context.now(), ...entry, details })
    return accountId
  })
}

function membershipProblems({ organisationId, role }: NewAccountInput): readonly FieldProblem[] {
  if (organisationId && !role) return [{ path: 'role', message: 'Proszę wybrać rolę w organizacji.' }]
  if (role && !organisationId) return [{ path: 'organisationId', message: 'Proszę wybrać organizację.' }]
  return []
}

function noSuchOrganisation(): InvalidInputError {
  return new InvalidInputError([{ path: 'organisationId', message: 'Proszę wybrać organizację z listy.' }])
}
