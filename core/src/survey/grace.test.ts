import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../errors.ts'
import { assertMayChangeGrace, isInGrace, isOverWithGrace, lastGraceDay } from './grace.ts'
import { SurveyNotOpenError } from './errors.ts'
import { assertTakesAnswers } from './survey-status.ts'

const survey = {
  ...{ opensOn: '2026-11-01', closesOn: '2026-11-20', closedAt: null, graceDays: 3 },
  contactPhone: '41 123 45 67',
}
/** An instant by the clock in Poland, which is an hour ahead of UTC in winter. */
const at = (day: string, hour = 12) => new Date(Date.parse(`${day}T00:00:00Z`) + (hour - 1) * 3_600_000)
const closed = (day: string) => ({ ...survey, closedAt: at(day) })

function isTaken(period: Parameters<typeof assertTakesAnswers>[0], now: Date): boolean {
  try {
    assertTakesAnswers(period, now)
    return true
  } catch (error) {
    if (!(error instanceof SurveyNotOpenError)) throw error
    return false
  }
}

describe('the days of grace', () => {
  it('take what was begun, from the midnight of the end to that of the last day', () => {
    expect(isInGrace(survey, at('2026-11-20', 23.9))).toBe(false)
    expect(isTaken(survey, at('2026-11-20', 23.9))).toBe(true)
    expect(isInGrace(survey, at('2026-11-21', 0))).toBe(true)
    expect(isTaken(survey, at('2026-11-23', 23.9))).toBe(true)
    expect(isTaken(survey, at('2026-11-24', 0))).toBe(false)
    expect(lastGraceDay(survey)).toBe('2026-11-23')
  })

  it('begin on the day of closing by hand', () => {
    expect(isTaken(closed('2026-11-10'), at('2026-11-13', 23))).toBe(true)
    expect(isTaken(closed('2026-11-10'), at('2026-11-14', 0))).toBe(false)
  })

  it('are not begun again by closing by hand what had ended', () => {
    expect(isTaken(closed('2026-12-10'), at('2026-12-11'))).toBe(false)
    expect(lastGraceDay(closed('2026-11-22'))).toBe('2026-11-23')
  })

  it('are none where the organiser wants none, and none before a survey that never opened', () => {
    expect(isTaken({ ...survey, graceDays: 0 }, at('2026-11-21', 0))).toBe(false)
    expect(isTaken(closed('2026-10-30'), at('2026-10-30', 13))).toBe(false)
  })

  it('are over only when nothing more can come', () => {
    const over = (period: typeof survey | ReturnType<typeof closed>, day: string) =>
      isOverWithGrace(period, at(day))
    expect(over(survey, '2026-10-01')).toBe(false)
    expect(over(survey, '2026-11-23')).toBe(false)
    expect(over(survey, '2026-11-24')).toBe(true)
    expect(over({ ...survey, graceDays: 0 }, '2026-11-20')).toBe(false)
    expect(over({ ...closed('2026-11-10'), graceDays: 0 }, '2026-11-10')).toBe(true)
  })
})

describe('changing the days of grace', () => {
  it.each([0, 3, 30])('%s is fit while something may still come', (days) => {
    expect(() => assertMayChangeGrace(survey, days, at('2026-11-22'))).not.toThrow()
  })

  it.each([-1, 31, 1.5, Number.NaN])('%s is not', (days) => {
    expect(() => assertMayChangeGrace(survey, days, at('2026-11-10'))).toThrow(InvalidInputError)
  })

  it('is too late when the grace is over', () => {
    expect(() => assertMayChangeGrace(survey, 30, at('2026-11-24'))).toThrow(InvalidInputError)
  })
})
