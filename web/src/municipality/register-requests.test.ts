import { expect, it } from 'vitest'
import { changesNothing, readRegisterPlan } from './register-requests.ts'

const answer = {
  stateOn: '2026-01-01',
  municipalityCount: 2479,
  added: [{ code: '260904', name: 'Klimontów', kind: 3, countyName: 'sandomierski' }],
  renamed: [{ code: '260104', from: 'Gnojno', to: 'Gnojno Nowe' }],
  rekinded: [{ code: '260904', name: 'Klimontów', from: 2, to: 3 }],
  vanished: [],
  planHash: 'abc',
}

it('reads a plan of the server as it is', () => {
  expect(readRegisterPlan(answer)).toEqual(answer)
})

it('takes nothing else for a plan', () => {
  expect(readRegisterPlan({ code: 'REGISTER_FILE_REFUSED', message: 'To nie jest plik TERC.' })).toBeNull()
  expect(readRegisterPlan(null)).toBeNull()
})

it('knows when the register is up to date', () => {
  expect(changesNothing(answer)).toBe(false)
  expect(changesNothing({ ...answer, added: [], renamed: [], rekinded: [] })).toBe(true)
})
