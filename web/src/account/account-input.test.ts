import { expect, it } from 'vitest'
import { accountInput, EMPTY_ACCOUNT } from './account-input.ts'

const draft = { ...EMPTY_ACCOUNT, name: 'Anna Nowak', email: 'anna@cus.example', password: 'dlugie haslo 1' }

it('sends a role only together with an organisation', () => {
  expect(accountInput(draft)).toEqual({
    name: 'Anna Nowak',
    email: 'anna@cus.example',
    password: 'dlugie haslo 1',
    isAdministrator: false,
  })
  expect(accountInput({ ...draft, organisationId: 'cus-1', role: 'INTERVIEWER' })).toMatchObject({
    organisationId: 'cus-1',
    role: 'INTERVIEWER',
  })
})
