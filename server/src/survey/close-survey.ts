import {
  closeSurvey as decideClosing,
  isOverWithGrace,
  SurveyAlreadyClosedError,
} from '@rozeznanie/core/survey'
import { isOrganiserOf } from '@rozeznanie/core/account'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import { loadPeriod, saveClosing } from './survey.store.ts'

/**
 * Closes a survey by hand, at once and for good. Refusals: see `closeSurvey` in core.
 *
 * @returns false when the viewer organises no such survey; a foreign and a missing one look alike
 */
export async function closeSurvey(context: Context, surveyId: string): Promise<boolean> {
  const { db, viewer, now, publicSurveys } = context
  if (!viewer) throw notSignedIn()
  const survey = isUuid(surveyId) ? await loadPeriod(db, surveyId) : null
  if (!survey || !isOrganiserOf(viewer, survey.organisationId)) return false
  const closed = decideClosing(survey, now())
  const isSaved = await saveClosing(db, { surveyId, viewer, closedAt: closed.closedAt })
  publicSurveys.forget(surveyId)
  if (!isSaved) throw new SurveyAlreadyClosedError()
  if (isOverWithGrace(closed, now())) await context.responses.reorderEnded(now())
  return true
}
