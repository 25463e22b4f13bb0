import { describe, expect, it } from 'vitest'
import { DateScalar, DateTimeScalar } from './scalars.ts'

describe('a day', () => {
  it.each(['2026-11-22', '2028-02-29', '1900-01-01', '2200-12-31'])('%s is taken', (day) => {
    expect(DateScalar.parseValue(day)).toBe(day)
  })

  it.each([
    '2026-02-30',
    '2026-02-29',
    '0000-00-00',
    '2026-13-01',
    '+275760-09-13',
    '275760-09-13',
    '1899-12-31',
    '2201-01-01',
    '22.11.2026',
    '2026-11-22T00:00:00Z',
    ' 2026-11-22',
    20261122,
    null,
  ])('%s is refused in Polish', (day) => {
    expect(() => DateScalar.parseValue(day)).toThrow(
      'Takiej daty nie ma w kalendarzu. Datę zapisuje się tak: 2026-11-22.',
    )
  })

  it('is written from the midnight that the database gives', () => {
    expect(DateScalar.serialize(new Date('2026-11-22T00:00:00Z'))).toBe('2026-11-22')
  })
})

describe('an instant', () => {
  it('is taken with its offset and written in UTC', () => {
    const instant = DateTimeScalar.parseValue('2026-11-22T13:00:00+01:00')

    expect(DateTimeScalar.serialize(instant)).toBe('2026-11-22T12:00:00.000Z')
  })

  it.each([
    '2026-02-30T00:00:00Z',
    '2026-11-22T23:59:60Z',
    '2026-11-22T25:00:00Z',
    '2026-11-22T12:00:00',
    '2026-11-22',
    1e15,
  ])('%s is refused', (instant) => {
    expect(() => DateTimeScalar.parseValue(instant)).toThrow('nie ma w kalendarzu')
  })
})
