import type { Role } from '../gql/graphql.ts'

interface ViewerOfSurvey {
  readonly memberships: readonly { readonly role: Role; readonly organisation: { readonly id: string } }[]
}

/** May this person open, close and read the surveys of the organisation? The server asks the same again. */
export function isOrganiserOf(viewer: ViewerOfSurvey | null | undefined, organisationId: string): boolean {
  return (
    viewer?.memberships.some(
      ({ role, organisation }) => role === 'ORGANISER' && organisation.id === organisationId,
    ) ?? false
  )
}
