import { isOrganiserOf } from '@rozeznanie/core/account'
import { assertMayChangeGrace } from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import { saveGrace } from './grace.store.ts'
import { loadPeriod } from './survey.store.ts'

/**
 * Changes how long after the end what was begun before is accepted. Refusals: see `assertMayChangeGrace` in core.
 *
 * @returns false when the viewer organises no such survey; a foreign and a missing one look alike
 */
export async function changeGrace(context: Context, surveyId: string, graceDays: number): Promise<boolean> {
  const { db, viewer, now, publicSurveys } = context
  if (!viewer) throw notSignedIn()
  const survey = isUuid(surveyId) ? await loadPeriod(db, surveyId) : null
  if (!survey || !isOrganiserOf(viewer, survey.organisationId)) return false
  assertMayChangeGrace(survey, graceDays, now())
  await saveGrace(db, { surveyId, graceDays, viewer, at: now() })
  publicSurveys.forget(surveyId)
  return true
}
