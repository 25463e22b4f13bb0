import type { Context } from '../context.ts'
import { mayOrganiseSurvey } from '../survey/survey.access.ts'
import { saveRenewal } from './audit.store.ts'

/**
 * Freezes the answers of a survey as they are now: after cleaning, or when the report shall have the latest answers.
 * Whoever kept an earlier state can compare it with this one, so that only the owner of the answers decides it, and
 * the record of events holds who did.
 *
 * @returns false for a survey that the viewer does not organise
 */
export async function renewSnapshot(
  context: Pick<Context, 'db' | 'viewer' | 'now' | 'snapshots'>,
  surveyId: string,
): Promise<boolean> {
  const { db, viewer, now, snapshots } = context
  if (viewer === null || !(await mayOrganiseSurvey(context, surveyId))) return false
  await snapshots.renew(surveyId)
  await saveRenewal(db, { surveyId, viewer, at: now() })
  return true
}
