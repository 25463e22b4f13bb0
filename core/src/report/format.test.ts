import { describe, expect, it } from 'vitest'
import { displayBase, displayMean, displayShare, rulesOf } from '../disclosure/index.ts'
import { formatDay, formatInstant, localDay } from './format-date.ts'
import { formatBase, formatNumber, formatPercent, formatShare, pluralForm, roundTo } from './format-number.ts'

describe('numbers in Polish', () => {
  it.each([
    [1234567.891, 1, '1\u00a0234\u00a0567,9'],
    [999, 0, '999'],
    [1000, 0, '1\u00a0000'],
    [-0.04, 1, '0,0'],
    [-3.25, 1, '\u22123,3'],
    [2.675, 2, '2,68'],
  ])('%d with %d places is %s', (value, digits, text) => {
    expect(formatNumber(value, digits)).toBe(text)
  })

  it('rounds half away from zero', () => {
    expect([roundTo(0.05, 1), roundTo(-0.05, 1), roundTo(1.005, 2)]).toEqual([0.1, -0.1, 1.01])
  })

  it('has percentages, bounds, and bases to the nearest 5', () => {
    const rules = rulesOf({ sensitivity: 'CHILD' })
    expect(formatPercent(displayMean(42))).toBe('42%')
    expect(formatShare(displayShare(2, 20, rules))).toBe('<5%')
    expect(formatShare(displayShare(98, 20, rules))).toBe('>95%')
    expect(formatBase(displayBase(1308))).toBe('n\u00a0≈\u00a01\u00a0310')
    expect(formatBase(displayBase(9))).toBe('n\u00a0<\u00a010')
  })

  it.each([
    [1, 'ankieta'],
    [2, 'ankiety'],
    [5, 'ankiet'],
    [12, 'ankiet'],
    [22, 'ankiety'],
    [112, 'ankiet'],
    [0, 'ankiet'],
  ])('%d goes with %s', (count, form) => {
    expect(pluralForm(count, 'ankieta', 'ankiety', 'ankiet')).toBe(form)
  })
})

describe('dates in Polish', () => {
  it('are written out', () => {
    expect(formatDay('2026-11-05')).toBe('5\u00a0listopada\u00a02026\u00a0r.')
  })

  it.each([
    ['2026-11-22T13:05:00Z', '22\u00a0listopada\u00a02026\u00a0r., godz.\u00a014.05'],
    ['2026-07-01T22:30:00Z', '2\u00a0lipca\u00a02026\u00a0r., godz.\u00a00.30'],
    ['2026-03-29T00:59:59Z', '29\u00a0marca\u00a02026\u00a0r., godz.\u00a01.59'],
    ['2026-03-29T01:00:00Z', '29\u00a0marca\u00a02026\u00a0r., godz.\u00a03.00'],
    ['2026-10-25T01:00:00Z', '25\u00a0października\u00a02026\u00a0r., godz.\u00a02.00'],
  ])('%s is %s on a Polish clock', (instant, text) => {
    expect(formatInstant(instant)).toBe(text)
  })

  it('change at Polish midnight', () => {
    expect(localDay('2026-12-31T23:30:00Z')).toBe('2027-01-01')
  })
})
