import { isOrganiserOf } from '@rozeznanie/core/account'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import { loadInvitedSurvey, saveKioskPass } from './invitation.store.ts'
import { newKioskPass } from './kiosk-pass.access.ts'

/**
 * Makes a new pass for the shared tablets of a survey; those started with the old one are refused from now on.
 *
 * @returns false when the viewer organises no such survey that takes codes; a foreign and a missing one look alike
 */
export async function renewKioskPass(context: Context, surveyId: string): Promise<boolean> {
  const { db, viewer, now, publicSurveys } = context
  if (!viewer) throw notSignedIn()
  const survey = isUuid(surveyId) ? await loadInvitedSurvey(db, surveyId) : null
  if (!survey?.takesCodes || !isOrganiserOf(viewer, survey.organisationId)) return false
  await saveKioskPass(db, { surveyId, viewer, at: now(), kioskPass: newKioskPass() })
  publicSurveys.forget(surveyId)
  return true
}
