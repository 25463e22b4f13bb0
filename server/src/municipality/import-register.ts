import { createHash } from 'node:crypto'
import {
  planRegisterChanges,
  RegisterPlanOutdatedError,
  type Municipality,
  type Register,
  type RegisterChanges,
} from '@rozeznanie/core/municipality'
import { canonicalJson } from '@rozeznanie/core/response'
import { requireAdministrator } from '../account/account.access.ts'
import type { Context } from '../context.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { inRegister, loadMunicipalities, saveRegister, type Tx } from './municipality.store.ts'

/** What an import would change, with the proof of having seen it. */
export interface RegisterPlan {
  readonly changes: RegisterChanges
  /** SHA-256 (hex) of the file's content and the changes. */
  readonly planHash: string
}

function planOf(current: readonly Municipality[], register: Register): RegisterPlan {
  const changes = planRegisterChanges(current, register.municipalities)
  return {
    changes,
    planHash: createHash('sha256').update(canonicalJson({ register, changes })).digest('hex'),
  }
}

/** Shows what taking over the register would change; saves nothing. For administrators. */
export async function planRegister(context: Context, register: Register): Promise<RegisterPlan> {
  requireAdministrator(context)
  return planOf(await loadMunicipalities(context.db.prisma), register)
}

async function apply(
  tx: Tx,
  context: Context,
  register: Register,
  seenHash: string | null,
): Promise<RegisterPlan> {
  const plan = planOf(await loadMunicipalities(tx), register)
  if (seenHash !== null && plan.planHash !== seenHash) throw new RegisterPlanOutdatedError()
  await saveRegister(tx, register, plan.changes)
  const { added, renamed, rekinded, vanished } = plan.changes
  const details = {
    stateOn: register.stateOn,
    added: added.length,
    renamed: renamed.length,
    rekinded: rekinded.length,
    vanished: vanished.length,
  }
  const entry = { action: 'applyRegister', objectType: 'Register', objectId: register.stateOn }
  await recordAudit(tx, { viewer: context.viewer, at: context.now(), ...entry, details })
  return plan
}

/**
 * Takes over the register, if what it changes is still what was shown. For administrators.
 *
 * @param seenHash - `planHash` of the plan that the person confirmed
 * @throws RegisterPlanOutdatedError
 */
export async function applyRegister(
  context: Context,
  register: Register,
  seenHash: string,
): Promise<RegisterPlan> {
  requireAdministrator(context)
  return inRegister(context.db, (tx) => apply(tx, context, register, seenHash))
}

/** Takes over a register that ships with the program, where there is none yet; nobody has to confirm it. */
export async function takeOverFirstRegister(context: Context, register: Register): Promise<void> {
  requireAdministrator(context)
  await inRegister(context.db, async (tx) => {
    if ((await loadMunicipalities(tx)).length === 0) await apply(tx, context, register, null)
  })
}
