import type { Viewer } from './model.ts'

/** Any role in the organisation. */
export function isMemberOf(viewer: Viewer, organisationId: string): boolean {
  return viewer.memberships.some((membership) => membership.organisationId === organisationId)
}

/** Organiser of the organisation: opens its surveys and sees their answers. */
export function isOrganiserOf(viewer: Viewer, organisationId: string): boolean {
  return viewer.memberships.some(
    (membership) => membership.organisationId === organisationId && membership.role === 'ORGANISER',
  )
}

/** Interviewer or organiser of the organisation: may enter responses for its surveys. */
export function mayCollectFor(viewer: Viewer, organisationId: string): boolean {
  return viewer.memberships.some(
    (membership) => membership.organisationId === organisationId && membership.role !== 'REGIONAL_ANALYST',
  )
}

/** Regional analyst of any organisation. */
export function isRegionalAnalyst(viewer: Viewer): boolean {
  return viewer.memberships.some((membership) => membership.role === 'REGIONAL_ANALYST')
}

/** Ids of the organisations in which the viewer has one of the roles; without `roles`, any role. */
export function organisationIdsOf(
  viewer: Viewer,
  roles?: readonly Viewer['memberships'][number]['role'][],
): string[] {
  return viewer.memberships
    .filter((membership) => roles === undefined || roles.includes(membership.role))
    .map((membership) => membership.organisationId)
}
