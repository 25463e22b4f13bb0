import { organisationIdsOf, type Viewer } from '@rozeznanie/core/account'
import { requireAdministrator, requireOrganiserOf } from '../account/account.access.ts'
import type { Context } from '../context.ts'

/** Organisations whose own questionnaires the viewer sees, beside the shared library. */
export function questionnaireOrganisationIds(viewer: Viewer | null): string[] {
  return viewer ? [...organisationIdsOf(viewer, ['ORGANISER', 'INTERVIEWER'])] : []
}

/** The library (null) is for every signed-in person, an organisation's questionnaires for its people. */
export function canSeeQuestionnaire(viewer: Viewer | null, organisationId: string | null): boolean {
  return (
    viewer !== null &&
    (organisationId === null || questionnaireOrganisationIds(viewer).includes(organisationId))
  )
}

/** The library is the administrators', an organisation's questionnaires are its organisers'. */
export function requirePublisher(context: Pick<Context, 'viewer'>, organisationId: string | null): Viewer {
  return organisationId === null ? requireAdministrator(context) : requireOrganiserOf(context, organisationId)
}
