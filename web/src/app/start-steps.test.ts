import { describe, expect, it } from 'vitest'
import type { Role } from '../gql/graphql.ts'
import { startSteps } from './start-steps.ts'

const person = (role: Role) => ({ isAdministrator: false, memberships: [{ role }] })
const survey = (id: string, responseCount: number) => ({ id, status: 'OPEN' as const, responseCount })

describe('what to do next', () => {
  it('starts an organiser with choosing a questionnaire', () => {
    const { role, steps } = startSteps(person('ORGANISER'), [])

    expect(role).toBe('organiser')
    expect(steps.map(({ state }) => state)).toEqual(['current', 'ahead', 'ahead'])
  })

  it('leads to the results of the survey with most responses', () => {
    const { steps } = startSteps(person('ORGANISER'), [
      survey('new', 0),
      survey('full', 312),
      survey('old', 40),
    ])

    expect(steps.at(-1)).toEqual({ key: 'results', to: '/ankiety/full/wyniki', state: 'current' })
  })

  it('does not promise results while nobody has answered', () => {
    const { steps } = startSteps(person('ORGANISER'), [survey('new', 0)])

    expect(steps.at(-1)).toMatchObject({ to: '/ankiety/new', state: 'ahead' })
  })

  it('has a first step for every role', () => {
    const roles = [
      person('INTERVIEWER'),
      person('REGIONAL_ANALYST'),
      { isAdministrator: true, memberships: [] },
    ]

    expect(
      roles.map((viewer) => startSteps(viewer, []).steps.filter(({ state }) => state === 'current').length),
    ).toEqual([1, 1, 1])
  })

  it('never sends an analyst or an administrator to a survey', () => {
    const all = [person('REGIONAL_ANALYST'), { isAdministrator: true, memberships: [] }].flatMap(
      (viewer) => startSteps(viewer, []).steps,
    )

    expect(all.filter(({ to }) => to.startsWith('/ankiety'))).toEqual([])
  })
})
