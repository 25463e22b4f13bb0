import type { OrganisationKind } from '@rozeznanie/core/account'
import { requireAdministrator } from '../account/account.access.ts'
import type { Context } from '../context.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { checkedFields, refuseWhatTheDatabaseKnows } from './check-organisation.ts'
import { type OrganisationFields, inTransaction, insertOrganisation } from './organisation.store.ts'

/**
 * Adds an organisation and the municipalities it serves; administrators only.
 * @returns its id
 * @throws InvalidInputError
 */
export async function createOrganisation(
  context: Context,
  { kind, ...input }: OrganisationFields & { readonly kind: OrganisationKind },
): Promise<string> {
  const viewer = requireAdministrator(context)
  const fields = checkedFields(input)
  return inTransaction(context.db, async (tx) => {
    await refuseWhatTheDatabaseKnows(tx, fields)
    const objectId = await insertOrganisation(tx, kind, fields)
    const entry = { action: 'createOrganisation', objectType: 'Organisation', objectId }
    await recordAudit(tx, { viewer, at: context.now(), ...entry, details: { kind, name: fields.name } })
    return objectId
  })
}
