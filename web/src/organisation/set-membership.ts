import { graphql } from '../gql/index.ts'

/** Gives a role in an organisation, or with no role takes it away; the answer brings the new list of people. */
export const SetMembership = graphql(`
  mutation SetMembership($input: SetMembershipInput!) {
    setMembership(input: $input) {
      id
      ...Members_organisation
    }
  }
`)
