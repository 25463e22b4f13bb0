import { ADMINISTRATOR, EVERYONE, quoted, type FieldRow } from '../verdicts.ts'

/** Root fields of people and their sessions. */
export const ACCOUNT_FIELDS: Readonly<Record<string, FieldRow>> = {
  'Query.installation': { call: () => 'installation { needsSetup }', verdicts: EVERYONE },
  'Query.viewer': { call: () => 'viewer { accountId }', verdicts: { ...EVERYONE, anonymous: 'hidden' } },
  'Query.accounts': { call: () => 'accounts { email }', verdicts: ADMINISTRATOR },
  'Mutation.signIn': {
    call: () => 'signIn(input: { email: "nikt", password: "x" }) { __typename }',
    verdicts: EVERYONE,
  },
  'Mutation.createFirstAdministrator': {
    call: () =>
      'createFirstAdministrator(input: { setupCode: "x", email: "x", name: "x", password: "x" }) { __typename }',
    verdicts: EVERYONE,
  },
  'Mutation.createAccount': {
    call: () =>
      'createAccount(input: { email: "x", name: "x", password: "x", isAdministrator: true }) { __typename }',
    verdicts: ADMINISTRATOR,
  },
  'Mutation.setAccountDisabled': {
    call: ({ spareAccountId: id }) =>
      `setAccountDisabled(input: { accountId: ${quoted(id)}, isDisabled: true }) { __typename }`,
    verdicts: ADMINISTRATOR,
  },
  'Mutation.setMembership': {
    call: ({ spareAccountId, organisationId }) =>
      `setMembership(input: { accountId: ${quoted(spareAccountId)}, organisationId: ${quoted(organisationId)}, role: ORGANISER }) { id }`,
    verdicts: ADMINISTRATOR,
  },
  'Mutation.signOut': { call: () => 'signOut', verdicts: EVERYONE },
}
