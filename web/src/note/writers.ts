import type { Role } from '../gql/graphql.ts'

/** The organisations whose notes a person writes: as organiser or interviewer; each once. */
export function writersOf<T extends { readonly id: string }>(
  memberships: readonly { readonly role: Role; readonly organisation: T }[],
): readonly T[] {
  const organisations = memberships
    .filter(({ role }) => role === 'ORGANISER' || role === 'INTERVIEWER')
    .map(({ organisation }) => organisation)
  return organisations.filter(({ id }, place) => organisations.findIndex((one) => one.id === id) === place)
}
