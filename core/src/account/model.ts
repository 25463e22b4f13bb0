export const ORGANISATION_KINDS = ['CUS', 'OPS', 'PCPR', 'ROPS'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** What an account may do within an organisation. */
export const ROLES = ['ORGANISER', 'INTERVIEWER', 'REGIONAL_ANALYST'] as const
export type Role = (typeof ROLES)[number]

export interface Membership {
  readonly organisationId: string
  readonly role: Role
}

/** The signed-in person of a request. */
export interface Viewer {
  readonly accountId: string
  readonly name: string
  readonly email: string
  /** Administrator of the whole platform. */
  readonly isAdministrator: boolean
  readonly memberships: readonly Membership[]
}
