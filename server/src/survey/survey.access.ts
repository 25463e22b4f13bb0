import { isOrganiserOf, organisationIdsOf, type Viewer } from '@rozeznanie/core/account'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { forbidden, notSignedIn } from '../kernel/refusals.ts'
import { findSurveyOwner } from './survey.store.ts'

/** Organisations whose surveys the viewer sees: as organiser or interviewer, never as regional analyst. */
export function surveyOrganisationIds(viewer: Viewer | null): string[] {
  return viewer ? organisationIdsOf(viewer, ['ORGANISER', 'INTERVIEWER']) : []
}

/** Refuses unless the viewer is an organiser of the organisation. */
export function assertOrganiser(viewer: Viewer | null, organisationId: string): void {
  if (!viewer) throw notSignedIn()
  if (!isOrganiserOf(viewer, organisationId)) throw forbidden()
}

/** Whether the viewer sees the survey; a foreign and a missing survey look alike. */
export async function mayViewSurvey({ db, viewer }: Context, surveyId: string): Promise<boolean> {
  const organisationId = viewer && isUuid(surveyId) ? await findSurveyOwner(db, surveyId) : null
  return organisationId !== null && surveyOrganisationIds(viewer).includes(organisationId)
}

/** Whether the viewer may see the answers of the survey and steer it; a foreign and a missing survey look alike. */
export async function mayOrganiseSurvey(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  surveyId: string,
): Promise<boolean> {
  const organisationId = viewer && isUuid(surveyId) ? await findSurveyOwner(db, surveyId) : null
  return organisationId !== null && viewer !== null && isOrganiserOf(viewer, organisationId)
}
