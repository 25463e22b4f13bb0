import { isMemberOf, organisationIdsOf, type Viewer } from '@rozeznanie/core/account'

/** Ids of the organisations a person sees; null means all of them. */
export function visibleOrganisationIds(viewer: Viewer | null): readonly string[] | null {
  if (viewer?.isAdministrator) return null
  return viewer ? organisationIdsOf(viewer) : []
}

export function canSeeOrganisation(viewer: Viewer | null, organisationId: string): boolean {
  return viewer !== null && (viewer.isAdministrator || isMemberOf(viewer, organisationId))
}

/** Ids of the organisations whose people a person sees; null means all of them. */
export function organisationIdsWithVisibleMembers(viewer: Viewer | null): readonly string[] | null {
  if (viewer?.isAdministrator) return null
  return viewer ? organisationIdsOf(viewer, ['ORGANISER']) : []
}
