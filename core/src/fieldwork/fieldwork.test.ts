import { describe, expect, it } from 'vitest'
import { extendSurvey } from '../survey/index.ts'
import { fieldAlerts, type AlertFacts } from './alerts.ts'
import { contactRates, type ContactCount } from './contact-rates.ts'
import { outcomesOf } from './parse-contact.ts'
import { rescuedDay } from './rescued-day.ts'

const facts: AlertFacts = {
  status: 'OPEN',
  opensOn: '2026-11-01',
  closesOn: '2026-11-27',
  today: '2026-11-22',
  target: 380,
  achieved: 320,
  byDay: new Map([['2026-11-21', 20]]),
  cells: [],
  ages: [18, 35, 60, 75],
}
const cell = (sex: 'WOMAN' | 'MAN', age: number, missing: number) => ({
  place: 0,
  sex,
  age,
  missing,
  people: 100,
  target: missing,
  achieved: 0,
})
const messages = (wishes: Partial<AlertFacts>) =>
  fieldAlerts({ ...facts, ...wishes }).map(({ message }) => message)

describe('an alert before the end', () => {
  it('says how long, how many and who is missing', () => {
    expect(messages({ cells: [cell('WOMAN', 75, 40), cell('MAN', 18, 15), cell('WOMAN', 35, 5)] })).toEqual([
      'Za 5 dni koniec ankiety, brakuje 60 odpowiedzi, głównie kobiet w wieku 75 lat lub więcej. Ankietę można przedłużyć.',
    ])
  })

  it('names nobody where no group stands out, and is quiet once the target is reached', () => {
    const even = [18, 35, 60].flatMap((age) => [cell('WOMAN', age, 10), cell('MAN', age, 10)])
    expect(messages({ cells: even, today: '2026-11-26' })[0]).toBe(
      'Jutro jest ostatni dzień ankiety, brakuje 60 odpowiedzi. Ankietę można przedłużyć.',
    )
    expect(messages({ achieved: 380 })).toEqual([])
    expect(messages({ status: 'ENDED', byDay: new Map() })).toEqual([])
    expect(messages({ target: null })).toEqual([])
  })

  it('looks ahead by the pace of the last week, and notices silence', () => {
    const byDay = new Map([['2026-11-18', 14]])
    expect(messages({ closesOn: '2026-12-11', byDay })).toEqual([
      'W tempie z ostatniego tygodnia do końca przybędzie około 40 odpowiedzi, a brakuje 60.',
      'Od 4 dni nie przyszła żadna odpowiedź. Warto przypomnieć o ankiecie.',
    ])
  })
})

describe('rates of contacts', () => {
  const count = (outcome: ContactCount['outcome'], number: number, isSettled = false): ContactCount => ({
    accountId: 'a',
    channel: 'CAPI',
    day: '2026-11-20',
    outcome,
    isSettled,
    count: number,
  })

  it('count a matter once, by how it ended', () => {
    const rates = contactRates([
      count('INTERVIEWED', 30),
      count('REFUSED', 8),
      count('INTERRUPTED', 2),
      count('ABSENT', 10),
      count('ABSENT', 25, true),
      count('NOT_ELIGIBLE', 5),
      count('WRONG_NUMBER', 3),
    ])

    // AAPOR, Standard Definitions: COOP3 = I/(I+P+R) = 30/40; RR1 without unknown eligibility = I/(I+P+R+NC) = 30/50.
    expect(rates).toEqual({
      contactCount: 83,
      interviewCount: 30,
      refusalCount: 8,
      cooperationShare: 0.75,
      responseShare: 0.6,
    })
    expect(contactRates([])).toMatchObject({ cooperationShare: null, responseShare: null })
  })

  it('know which outcomes a visit and a call can have', () => {
    expect(outcomesOf('CAPI')).not.toContain('BUSY')
    expect(outcomesOf('CATI')).not.toContain('ABSENT')
  })
})

describe('an interview out of a rescue file', () => {
  const period = { opensOn: '2026-11-01', closesOn: '2026-11-20', closedAt: null }

  it('is stored under today while the survey runs', () => {
    expect(rescuedDay(period, undefined, '2026-11-15')).toBe('2026-11-15')
    expect(rescuedDay(period, '2016-01-01', '2026-11-15')).toBe('2026-11-15')
  })

  it('is taken in after the end only if the device noted it before', () => {
    expect(rescuedDay(period, '2026-11-20', '2026-12-15')).toBe('2026-11-20')
    expect(rescuedDay(period, '2026-11-21', '2026-12-15')).toBeNull()
    expect(rescuedDay(period, undefined, '2026-12-15')).toBeNull()
    expect(rescuedDay(period, '2026-10-15', '2026-10-20')).toBeNull()
    const closed = { ...period, closedAt: new Date('2026-11-10T12:00:00Z') }
    expect(rescuedDay(closed, '2026-11-09', '2026-11-12')).toBe('2026-11-10')
    expect(rescuedDay(closed, '2026-11-11', '2026-11-12')).toBeNull()
  })
})

describe('a survey that is to run longer', () => {
  const period = { opensOn: '2026-11-01', closesOn: '2026-11-20', closedAt: null }
  const now = new Date('2026-11-22T10:00:00Z')

  it('moves its end forward only', () => {
    expect(extendSurvey(period, '2026-12-01', now).closesOn).toBe('2026-12-01')
    expect(() => extendSurvey(period, '2026-11-20', now)).toThrow(/późniejszy niż 20 listopada 2026 r\./)
    expect(() => extendSurvey(period, '2026-11-21', now)).toThrow(/w przeszłości/)
    expect(() => extendSurvey(period, '2026-02-30', now)).toThrow(/kalendarzu/)
    expect(() => extendSurvey(period, '2028-11-20', now)).toThrow(/najwyżej 400 dni/)
  })

  it('must not have been closed by hand', () => {
    expect(() => extendSurvey({ ...period, closedAt: now }, '2026-12-01', now)).toThrow(/zamknięta/)
  })
})
