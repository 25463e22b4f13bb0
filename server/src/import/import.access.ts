import { isOrganiserOf } from '@rozeznanie/core/account'
import type { Context } from '../context.ts'
import { forbidden, notSignedIn } from '../kernel/refusals.ts'
import type { AnswerableSurvey } from '../survey/public-survey.access.ts'

/** The survey, for an organiser of its organisation; a foreign and a missing survey are refused alike. */
export async function importSurveyOf(
  { viewer, publicSurveys }: Context,
  surveyId: string,
): Promise<AnswerableSurvey> {
  if (!viewer) throw notSignedIn()
  const survey = await publicSurveys.byId(surveyId)
  if (!survey || !isOrganiserOf(viewer, survey.organisationId)) throw forbidden()
  return survey
}
