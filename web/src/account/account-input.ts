import type { CreateAccountInput, Role } from '../gql/graphql.ts'

export const ROLE_CHOICES: readonly Role[] = ['ORGANISER', 'INTERVIEWER', 'REGIONAL_ANALYST']

/** What is typed into the form of a new account. */
export interface AccountDraft {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly organisationId: string
  readonly role: string
  readonly isAdministrator: boolean
}

export const EMPTY_ACCOUNT: AccountDraft = {
  name: '',
  email: '',
  password: '',
  organisationId: '',
  role: 'ORGANISER',
  isAdministrator: false,
}

/** The draft as the mutation takes it: a role only together with an organisation. */
export function accountInput({ organisationId, role, ...rest }: AccountDraft): CreateAccountInput {
  const known = ROLE_CHOICES.find((candidate) => candidate === role)
  return organisationId === '' ? rest : { ...rest, organisationId, role: known }
}
