import type { Role } from '@rozeznanie/core/account'
import type { Context } from '../context.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { requireAdministrator } from '../account/account.access.ts'
import { accountExists, inTransaction, organisationExists, saveMembership } from './organisation.store.ts'

export interface MembershipInput {
  readonly accountId: string
  readonly organisationId: string
  /** Null ends the membership. */
  readonly role?: Role | null
}

/**
 * Gives an account its role in an organisation, or takes it away; administrators only. It holds from the account's
 * next request on.
 * @returns false when there is no such account or organisation
 */
export async function setMembership(context: Context, input: MembershipInput): Promise<boolean> {
  const viewer = requireAdministrator(context)
  const { accountId, organisationId, role = null } = input
  return inTransaction(context.db, async (tx) => {
    if (!(await accountExists(tx, accountId)) || !(await organisationExists(tx, organisationId))) return false
    await saveMembership(tx, accountId, organisationId, role)
    const entry = { action: 'setMembership', objectType: 'Organisation', objectId: organisationId }
    await recordAudit(tx, { viewer, at: context.now(), ...entry, details: { member: accountId, role } })
    return true
  })
}
