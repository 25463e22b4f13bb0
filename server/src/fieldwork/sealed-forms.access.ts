import type { RescueKey, SealedInterview } from '@rozeznanie/core/terrain'
import type { Database } from '../database/database.ts'
import { openSealed } from './open-sealed.ts'
import { privateKeysOf, rescueKeyOf } from './organisation-key.store.ts'

/** The public key by which a device seals what it cannot send for an organisation. */
export function sealingKeyOf(db: Database, organisationId: string): Promise<RescueKey> {
  return rescueKeyOf(db, organisationId)
}

/** Opens what was sealed for an organisation; `null` when its keys do not open it. */
export async function openForOrganisation(
  db: Database,
  organisationId: string,
  sealed: SealedInterview,
): ReturnType<typeof openSealed> {
  return openSealed(await privateKeysOf(db, organisationId), sealed)
}
