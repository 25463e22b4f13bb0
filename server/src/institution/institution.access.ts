import type { Context } from '../context.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import { assertOrganiser, mayOrganiseSurvey } from '../survey/survey.access.ts'
import { findInstitutionOwner } from './institution.store.ts'

export { assertOrganiser }

/** Whether the viewer organises the survey; somebody not signed in is turned away. */
export async function organisesSurvey(context: Context, surveyId: string): Promise<boolean> {
  if (!context.viewer) throw notSignedIn()
  return mayOrganiseSurvey(context, surveyId)
}

/** Whether the viewer is an organiser of the organisation that asks the institution. */
export async function organisesInstitution({ db, viewer }: Context, institutionId: string): Promise<boolean> {
  if (!viewer) throw notSignedIn()
  const owner = await findInstitutionOwner(db, institutionId)
  return viewer.memberships.some(
    ({ organisationId, role }) => role === 'ORGANISER' && organisationId === owner,
  )
}
