import { isOrganiserOf } from '@rozeznanie/core/account'
import { requireViewer } from '../account/account.access.ts'
import type { Context } from '../context.ts'
import { servingOrganisationIds } from './municipality.store.ts'

/**
 * Whether the viewer keeps the list of localities: an administrator, or an organiser of an organisation that
 * serves the municipality. False for a municipality that is not there too.
 *
 * @throws UNAUTHENTICATED
 */
export async function mayKeepLocalities(context: Context, municipalityCode: string): Promise<boolean> {
  const viewer = requireViewer(context)
  const ids = await servingOrganisationIds(context.db, municipalityCode)
  return ids !== null && (viewer.isAdministrator || ids.some((id) => isOrganiserOf(viewer, id)))
}
