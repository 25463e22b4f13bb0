import { SurveyAlreadyClosedError } from './errors.ts'
import type { SurveyPeriod } from './model.ts'

/**
 * Closes a survey by hand, for good.
 *
 * @throws SurveyAlreadyClosedError when it was closed before
 */
export function closeSurvey<T extends SurveyPeriod>(survey: T, now: Date): T & { readonly closedAt: Date } {
  if (survey.closedAt !== null) throw new SurveyAlreadyClosedError()
  return { ...survey, closedAt: now }
}
