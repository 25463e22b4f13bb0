import { isOrganiserOf, mayCollectFor, type Viewer } from '@rozeznanie/core/account'
import { NotAssignedError } from '@rozeznanie/core/fieldwork'
import type { Context } from '../context.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import type { AnswerableSurvey } from '../survey/public-survey.access.ts'
import { isAssigned } from './assignment.store.ts'

type AccessContext = Pick<Context, 'db' | 'viewer' | 'publicSurveys'>

/** Who is signed in. @throws RefusedRequest UNAUTHENTICATED */
export function signedIn({ viewer }: Pick<Context, 'viewer'>): Viewer {
  if (!viewer) throw notSignedIn()
  return viewer
}

/**
 * The survey, for somebody who may bring interviews of it from the field: its organisers, and the interviewers that it
 * was given to.
 *
 * @returns `null` for a survey of another organisation and for a missing one alike
 * @throws NotAssignedError for an interviewer of the organisation to whom nobody gave it
 */
export async function surveyInTheField(
  { db, viewer, publicSurveys }: AccessContext,
  surveyId: string,
): Promise<AnswerableSurvey | null> {
  const person = signedIn({ viewer })
  const survey = await publicSurveys.byId(surveyId)
  if (!survey || !mayCollectFor(person, survey.organisationId)) return null
  if (isOrganiserOf(person, survey.organisationId)) return survey
  if (!(await isAssigned(db, survey.id, person.accountId))) throw new NotAssignedError()
  return survey
}

/** The survey, for its organisers only; `null` for all others and for a missing one. */
export async function organisedSurvey(
  { viewer, publicSurveys }: AccessContext,
  surveyId: string,
): Promise<AnswerableSurvey | null> {
  const person = signedIn({ viewer })
  const survey = await publicSurveys.byId(surveyId)
  return survey && isOrganiserOf(person, survey.organisationId) ? survey : null
}

/** The survey, for anybody of the organisation who enters answers: calls are made from the office. */
export async function surveyOfCollector(
  { viewer, publicSurveys }: AccessContext,
  surveyId: string,
): Promise<AnswerableSurvey | null> {
  const person = signedIn({ viewer })
  const survey = await publicSurveys.byId(surveyId)
  return survey && mayCollectFor(person, survey.organisationId) ? survey : null
}
