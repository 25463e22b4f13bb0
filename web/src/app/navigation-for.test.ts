import { describe, expect, it } from 'vitest'
import type { Role } from '../gql/graphql.ts'
import { navigationFor } from './navigation-for.ts'

const member = (role: Role) => ({ role, organisation: { id: 'cus-1' } })
const addresses = (viewer: Parameters<typeof navigationFor>[0]) => navigationFor(viewer).map(({ to }) => to)

describe('the menu by role', () => {
  it('leads an organiser to surveys, notes, questionnaires, municipalities and the own organisation', () => {
    expect(addresses({ isAdministrator: false, memberships: [member('ORGANISER')] })).toEqual([
      '/',
      '/ankiety',
      '/notatki',
      '/kwestionariusze',
      '/gminy',
      '/organizacje/cus-1',
    ])
  })

  it('keeps surveys away from a regional analyst and from an administrator without membership', () => {
    expect(addresses({ isAdministrator: false, memberships: [member('REGIONAL_ANALYST')] })).toEqual([
      '/',
      '/region',
      '/kwestionariusze',
    ])
    expect(addresses({ isAdministrator: true, memberships: [] })).not.toContain('/ankiety')
  })

  it('shows each page once to a person with several roles', () => {
    const all = addresses({
      isAdministrator: true,
      memberships: [member('ORGANISER'), member('INTERVIEWER')],
    })

    expect(new Set(all).size).toBe(all.length)
    expect(all).toContain('/organizacje')
  })
})
