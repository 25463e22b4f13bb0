import { assertAdministratorRemains } from '@rozeznanie/core/account'
import type { Context } from '../context.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { requireAdministrator } from './account.access.ts'
import {
  accountExists,
  activeAdministratorIds,
  saveDisabled,
  whileAdministratorsStay,
} from './account.store.ts'

/**
 * Disables an account, which ends all its sessions at once, or enables it again; administrators only.
 * @returns false when there is no such account
 * @throws LastAdministratorError
 */
export async function setAccountDisabled(
  context: Context,
  { accountId, isDisabled }: { readonly accountId: string; readonly isDisabled: boolean },
): Promise<boolean> {
  const viewer = requireAdministrator(context)
  return whileAdministratorsStay(context.db, async (tx) => {
    if (!(await accountExists(tx, accountId))) return false
    if (isDisabled) assertAdministratorRemains(await activeAdministratorIds(tx), accountId)
    const at = context.now()
    await saveDisabled(tx, accountId, isDisabled ? at : null)
    const action = isDisabled ? 'disableAccount' : 'enableAccount'
    await recordAudit(tx, { viewer, at, action, objectType: 'Account', objectId: accountId })
    return true
  })
}
