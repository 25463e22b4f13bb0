import { expect, it } from 'vitest'
import { filterOf, withPart } from './note-filter.ts'

it('reads the filter of notes from the address', () => {
  const search = new URLSearchParams('metoda=GROUP&obszar=POVERTY&miejscowosc=m1&od=2026-01-01&do=2026-12-31')

  expect(filterOf(search)).toEqual({
    method: 'GROUP',
    diArea: 'POVERTY',
    localityId: 'm1',
    from: '2026-01-01',
    to: '2026-12-31',
  })
})

it('passes over what it does not know', () => {
  expect(filterOf(new URLSearchParams('metoda=LOT&obszar=KSIEZYC&miejscowosc=&od=wczoraj'))).toEqual({})
})

it('changes one part of the address and leaves the others', () => {
  const search = new URLSearchParams('metoda=GROUP&od=2026-01-01')

  expect(withPart(search, 'metoda', 'FIELD').toString()).toBe('metoda=FIELD&od=2026-01-01')
  expect(withPart(search, 'metoda', '').toString()).toBe('od=2026-01-01')
})
