import { describe, expect, it } from 'vitest'
import { axisFor, type Indicator, intervalOf, inWords, servicesOf, shortOf } from './indicator-data.ts'
import { settingsOf, withSettings } from './indicator-settings.ts'

const found = (estimate: number | null, low: number | null, high: number | null) => ({ estimate, low, high })

describe('figures of indicators', () => {
  it('stand in whole percents with their interval, or say that there are too few answers', () => {
    expect(inWords(found(41.6, 36.7, 46.6), 'PERCENT', 'za mało')).toBe('ok. 42% (37–47%)')
    expect(inWords(found(3.42, 3.2, 3.6), 'POINTS', 'za mało')).toBe('ok. 3,4 (3,2–3,6)')
    expect(inWords(found(-4, -12, 3), 'NET', '')).toBe('ok. −4 (−12 do 3)')
    expect(inWords(found(null, null, null), 'PERCENT', 'za mało')).toBe('za mało')
    expect(intervalOf(found(1500, 1100, 2030), 'PEOPLE')).toBe('1100–2030')
  })

  it('find room on an axis that ends not far behind the longest interval', () => {
    expect(axisFor([found(12, 8, 17)])).toEqual({ from: 0, to: 20, ticks: [0, 5, 10, 15, 20] })
    expect(axisFor([found(95, 90, 98)]).to).toBe(100)
  })

  it('are called without what stands in brackets', () => {
    expect(shortOf('usługi opiekuńcze w domu (opiekunka pomaga)')).toBe('usługi opiekuńcze w domu')
  })

  it('of a service stand together', () => {
    const indicator = (key: string, rowKey: string) =>
      ({ key, rowKey, rowLabel: rowKey }) as unknown as Indicator
    const services = servicesOf([
      indicator('NEED_NOW', 'MEALS'),
      indicator('UNMET', 'MEALS'),
      indicator('BARRIER', 'FAR'),
    ])

    expect(services.map(({ rowKey }) => rowKey)).toEqual(['MEALS'])
    expect(services[0]?.of('UNMET')?.key).toBe('UNMET')
    expect(services[0]?.of('GAP')).toBeUndefined()
  })
})

describe('the settings in the address', () => {
  const weights = {
    versions: [
      { number: 1, name: 'a' },
      { number: 2, name: 'b' },
    ],
    usualNumber: 2,
  }

  it('use the usual weights unless told otherwise, and only weights that there are', () => {
    expect(settingsOf(new URLSearchParams(''), weights)).toEqual({ weightVersion: 2, population: null })
    expect(settingsOf(new URLSearchParams('wagi=brak&osoby=8000'), weights)).toEqual({
      weightVersion: null,
      population: 8000,
    })
    expect(settingsOf(new URLSearchParams('wagi=7&osoby=zero'), weights).weightVersion).toBe(2)
  })

  it('are read as they were written', () => {
    for (const weightVersion of [null, 1, 2])
      for (const population of [null, 120]) {
        const search = withSettings(new URLSearchParams('x=1'), { weightVersion, population }, weights)
        expect(settingsOf(search, weights)).toEqual({ weightVersion, population })
        expect(search.get('x')).toBe('1')
      }
  })
})
