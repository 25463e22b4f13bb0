import { describe, expect, it } from 'vitest'
import { closeSurvey } from './close-survey.ts'
import { SurveyAlreadyClosedError, SurveyNotOpenError } from './errors.ts'
import { inclusiveDayCount, isLocalDay, localDayOf, polishDay } from './local-day.ts'
import { assertTakesAnswers, surveyStatus, surveyStatusMessage } from './survey-status.ts'

const november = { opensOn: '2026-11-10', closesOn: '2026-11-22', closedAt: null }

describe('the day in Poland', () => {
  it.each([
    ['winter, before midnight in Poland', '2026-11-22T22:59:59.999Z', '2026-11-22'],
    ['winter, midnight in Poland', '2026-11-22T23:00:00Z', '2026-11-23'],
    ['summer, before midnight in Poland', '2026-07-14T21:59:59Z', '2026-07-14'],
    ['summer, midnight in Poland', '2026-07-14T22:00:00Z', '2026-07-15'],
    ['the night clocks go forward, first instant', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['the night clocks go forward, last instant', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['the night clocks go back, first instant', '2026-10-24T22:00:00Z', '2026-10-25'],
    ['the night clocks go back, last instant', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['the leap day', '2028-02-28T23:00:00Z', '2028-02-29'],
  ])('%s', (_name, instant, day) => {
    expect(localDayOf(new Date(instant))).toBe(day)
  })

  it('knows which days the calendar has', () => {
    expect(['2028-02-29', '2026-11-22'].map(isLocalDay)).toEqual([true, true])
    expect(
      ['2026-02-30', '2027-02-29', '0000-00-00', '275760-09-13', '2026-1-1', ''].map(isLocalDay),
    ).not.toContain(true)
  })

  it('counts both ends of a period, also over the nights when clocks are moved', () => {
    expect(inclusiveDayCount('2026-11-22', '2026-11-22')).toBe(1)
    expect(inclusiveDayCount('2026-03-28', '2026-03-30')).toBe(3)
    expect(inclusiveDayCount('2026-10-24', '2026-10-26')).toBe(3)
  })

  it('is written in Polish words', () => {
    expect(polishDay('2026-11-02')).toBe('2 listopada 2026 r.')
  })
})

describe('the status of a survey', () => {
  it.each([
    ['2026-11-09T22:59:59Z', 'SCHEDULED'],
    ['2026-11-09T23:00:00Z', 'OPEN'],
    ['2026-11-22T22:59:59Z', 'OPEN'],
    ['2026-11-22T23:00:00Z', 'ENDED'],
  ])('at %s is %s', (instant, status) => {
    expect(surveyStatus(november, new Date(instant))).toBe(status)
  })

  it('is open for 23 hours on the day clocks go forward and 25 hours on the day they go back', () => {
    const hoursOpen = (day: string) => {
      const midnightBefore = Date.parse(`${day}T00:00:00Z`) - 24 * 3_600_000
      const hours = Array.from({ length: 72 }, (_, hour) => new Date(midnightBefore + hour * 3_600_000))
      return hours.filter(
        (now) => surveyStatus({ opensOn: day, closesOn: day, closedAt: null }, now) === 'OPEN',
      ).length
    }
    expect([hoursOpen('2026-03-29'), hoursOpen('2026-10-25'), hoursOpen('2026-11-22')]).toEqual([23, 25, 24])
  })

  it('is closed as soon as the organiser closed it, whatever the dates', () => {
    const closed = closeSurvey(november, new Date('2026-11-12T10:00:00Z'))
    for (const now of ['2026-11-01T10:00:00Z', '2026-11-12T10:00:00Z', '2027-01-01T10:00:00Z']) {
      expect(surveyStatus(closed, new Date(now))).toBe('CLOSED')
    }
  })

  it('can be closed by hand only once', () => {
    const closed = closeSurvey(november, new Date('2026-11-12T10:00:00Z'))
    expect(() => closeSurvey(closed, new Date('2026-11-13T10:00:00Z'))).toThrow(SurveyAlreadyClosedError)
  })
})

describe('what a respondent reads outside the dates', () => {
  const survey = { ...november, contactPhone: '41 123 45 67' }

  it('says when the survey opens', () => {
    expect(surveyStatusMessage('SCHEDULED', survey)).toBe(
      'Ta ankieta jeszcze się nie rozpoczęła. Będzie można ją wypełnić od 10 listopada 2026 r. do 22 listopada 2026 r. W razie pytań prosimy dzwonić: tel. 41 123 45 67.',
    )
  })

  it('thanks and gives the telephone number when it is over', () => {
    expect(surveyStatusMessage('ENDED', survey)).toMatch(
      /zakończyła się 22 listopada 2026 r\. Dziękujemy .* tel\. 41 123 45 67/,
    )
    expect(surveyStatusMessage('CLOSED', survey)).toMatch(/zamknięta\. Dziękujemy .* tel\. 41 123 45 67/)
  })

  it('is nothing while it is open', () => {
    expect(surveyStatusMessage('OPEN', survey)).toBeNull()
  })

  it('is the message of the refusal', () => {
    expect(() => assertTakesAnswers({ ...survey, graceDays: 3 }, new Date('2026-12-01T10:00:00Z'))).toThrow(
      new SurveyNotOpenError('ENDED', surveyStatusMessage('ENDED', survey) ?? ''),
    )
    expect(() =>
      assertTakesAnswers({ ...survey, graceDays: 3 }, new Date('2026-11-15T10:00:00Z')),
    ).not.toThrow()
  })
})
