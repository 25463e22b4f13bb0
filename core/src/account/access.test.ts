import { expect, it } from 'vitest'
import { isMemberOf, isOrganiserOf, isRegionalAnalyst, mayCollectFor, organisationIdsOf } from './access.ts'
import type { Viewer } from './model.ts'
import { isSessionAlive } from './session-rules.ts'

const viewer: Viewer = {
  accountId: 'account',
  name: 'Anna',
  email: 'anna@gmina.pl',
  isAdministrator: false,
  memberships: [
    { organisationId: 'cus', role: 'ORGANISER' },
    { organisationId: 'ops', role: 'INTERVIEWER' },
    { organisationId: 'rops', role: 'REGIONAL_ANALYST' },
  ],
}

it('grants each organisation only what the role there allows', () => {
  const rights = ['cus', 'ops', 'rops', 'other'].map((id) => [
    isMemberOf(viewer, id),
    isOrganiserOf(viewer, id),
    mayCollectFor(viewer, id),
  ])

  expect(rights).toEqual([
    [true, true, true],
    [true, false, true],
    [true, false, false],
    [false, false, false],
  ])
})

it('gives an administrator no role in any organisation', () => {
  const administrator = { ...viewer, isAdministrator: true, memberships: [] }

  expect(isOrganiserOf(administrator, 'cus')).toBe(false)
  expect(isRegionalAnalyst(administrator)).toBe(false)
})

it('lists the organisations in which a person has a role', () => {
  expect(organisationIdsOf(viewer)).toEqual(['cus', 'ops', 'rops'])
  expect(organisationIdsOf(viewer, ['ORGANISER', 'INTERVIEWER'])).toEqual(['cus', 'ops'])
})

it.each([
  { idleMinutes: 29, ageMinutes: 29, alive: true },
  { idleMinutes: 30, ageMinutes: 30, alive: false },
  { idleMinutes: 1, ageMinutes: 719, alive: true },
  { idleMinutes: 1, ageMinutes: 720, alive: false },
])(
  'a session unused for $idleMinutes min and $ageMinutes min old lives: $alive',
  ({ idleMinutes, ageMinutes, alive }) => {
    const now = new Date('2026-11-22T12:00:00Z')
    const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

    expect(isSessionAlive({ createdAt: ago(ageMinutes), lastSeenAt: ago(idleMinutes) }, now)).toBe(alive)
  },
)
