import { describe, expect, it } from 'vitest'
import {
  addDays,
  dayOf,
  formatClock,
  formatCount,
  formatDay,
  formatInstant,
  formatPeriod,
  formatShare,
} from './format.ts'

describe('dates as Poles write them', () => {
  it('writes a day with the month in the genitive', () => {
    expect(formatDay('2026-11-22')).toBe('22 listopada 2026')
  })

  it('says the year once in a period within a year', () => {
    expect(formatPeriod('2026-11-22', '2026-12-06')).toBe('od 22 listopada do 6 grudnia 2026')
    expect(formatPeriod('2026-12-20', '2027-01-10')).toBe('od 20 grudnia 2026 do 10 stycznia 2027')
  })

  it('shows an instant in Polish time, in summer and in winter', () => {
    expect(formatInstant('2026-11-22T12:05:00Z')).toBe('22 listopada 2026, 13:05')
    expect(formatInstant('2026-07-01T22:30:00Z')).toBe('2 lipca 2026, 00:30')
    expect(formatClock('2026-11-22T12:05:09Z')).toBe('13:05:09')
  })

  it('takes the local day, not the day in Greenwich', () => {
    expect(dayOf(new Date('2026-11-22T23:30:00Z'))).toBe('2026-11-23')
  })

  it('counts days over the end of a month and of a leap February', () => {
    expect(addDays('2026-11-22', 14)).toBe('2026-12-06')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  })
})

describe('numbers as Poles write them', () => {
  it('uses the decimal comma and a space between thousands', () => {
    expect(formatShare(0.5462, 2)).toBe('54,62%')
    expect(formatCount(1386).replace(/\s/u, ' ')).toBe('1 386')
  })
})
