import { requireAdministrator } from '../account/account.access.ts'
import type { Context } from '../context.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { checkedFields, refuseWhatTheDatabaseKnows } from './check-organisation.ts'
import {
  type OrganisationFields,
  inTransaction,
  organisationExists,
  saveOrganisation,
} from './organisation.store.ts'

/**
 * Changes an organisation; the list of municipalities replaces the one before; administrators only.
 * @returns false when there is no such organisation
 * @throws InvalidInputError
 */
export async function updateOrganisation(
  context: Context,
  { organisationId, ...input }: OrganisationFields & { readonly organisationId: string },
): Promise<boolean> {
  const viewer = requireAdministrator(context)
  const fields = checkedFields(input)
  return inTransaction(context.db, async (tx) => {
    if (!(await organisationExists(tx, organisationId))) return false
    await refuseWhatTheDatabaseKnows(tx, fields, organisationId)
    await saveOrganisation(tx, organisationId, fields)
    const entry = { action: 'updateOrganisation', objectType: 'Organisation', objectId: organisationId }
    await recordAudit(tx, { viewer, at: context.now(), ...entry, details: { name: fields.name } })
    return true
  })
}
