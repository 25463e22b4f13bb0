import { isOrganiserOf } from '@rozeznanie/core/account'
import { extendSurvey as decideExtension } from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import { saveLastDay } from './extension.store.ts'
import { loadPeriod } from './survey.store.ts'

/**
 * Lets a survey run until a later day. Refusals: see `extendSurvey` in core.
 *
 * @returns false when the viewer organises no such survey; a foreign and a missing one look alike
 */
export async function extendSurvey(
  { db, viewer, now, publicSurveys }: Context,
  { surveyId, closesOn }: { readonly surveyId: string; readonly closesOn: string },
): Promise<boolean> {
  if (!viewer) throw notSignedIn()
  const survey = isUuid(surveyId) ? await loadPeriod(db, surveyId) : null
  if (!survey || !isOrganiserOf(viewer, survey.organisationId)) return false
  const before = survey.closesOn
  const decided = decideExtension(survey, closesOn, now())
  await saveLastDay(db, { surveyId, before, closesOn: decided.closesOn, viewer, at: now() })
  publicSurveys.forget(surveyId)
  return true
}
