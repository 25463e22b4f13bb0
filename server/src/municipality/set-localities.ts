import { planLocalities, type LocalityDraft } from '@rozeznanie/core/municipality'
import type { Context } from '../context.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { forbidden } from '../kernel/refusals.ts'
import { mayKeepLocalities } from './municipality.access.ts'
import { inLocalities, loadLocalities, saveLocalities } from './municipality.store.ts'

export interface LocalitiesToSet {
  readonly municipalityCode: string
  readonly localities: readonly LocalityDraft[]
}

/**
 * Makes the list of localities of a municipality exactly this one. Localities missing from it are retired,
 * not deleted: answers name them.
 *
 * @throws InvalidInputError with a problem per wrong row
 */
export async function setLocalities(
  context: Context,
  { municipalityCode, localities }: LocalitiesToSet,
): Promise<void> {
  if (!(await mayKeepLocalities(context, municipalityCode))) throw forbidden()
  const { db, viewer } = context
  const at = context.now()
  await inLocalities(db, municipalityCode, async (tx) => {
    const changes = planLocalities(await loadLocalities(tx, municipalityCode), localities)
    await saveLocalities(tx, municipalityCode, changes, at)
    const details = { added: changes.added.length, retired: changes.retired.length }
    const entry = { action: 'setLocalities', objectType: 'Municipality', objectId: municipalityCode }
    await recordAudit(tx, { viewer, at, ...entry, details })
  })
}
