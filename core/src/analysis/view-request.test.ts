import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../errors.ts'
import { checkViewName, MOST_TABLES, parseViewRequest } from './view-request.ts'

const whole = {
  rowKeys: ['sleep', 'care/day'],
  columnKey: 'dem_sex',
  filter: [{ dimension: 'dem_age', codes: ['65-69'] }],
  weights: 2,
  percentOf: 'ROW',
  chart: 'HEAT_MAP',
  answerCode: '1',
}

describe('a request of the workbench', () => {
  it('comes back as it was stored', () => {
    expect(parseViewRequest(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
  })

  it('takes what is not said as usual', () => {
    expect(parseViewRequest({ rowKeys: ['sleep'] })).toEqual({
      rowKeys: ['sleep'],
      columnKey: null,
      filter: [],
      weights: 'USUAL',
      percentOf: 'COLUMN',
      chart: null,
      answerCode: null,
    })
  })

  it('leaves out what it does not understand', () => {
    const parsed = parseViewRequest({
      ...whole,
      filter: [{ dimension: 'dem_age', codes: [7, '65-69'] }, 'x', { dimension: 'dem_sex', codes: [] }],
      weights: -1,
      chart: 'PIE',
      percentOf: null,
    })

    expect(parsed).toMatchObject({
      filter: [{ dimension: 'dem_age', codes: ['65-69'] }],
      weights: 'USUAL',
      chart: null,
      percentOf: 'COLUMN',
    })
  })

  it('asks each question once and no more than a page can show', () => {
    const rowKeys = ['a', 'a', ...Array.from({ length: 40 }, (_, place) => `q${place}`)]

    expect(parseViewRequest({ rowKeys })?.rowKeys).toHaveLength(MOST_TABLES)
    expect(parseViewRequest({ rowKeys })?.rowKeys.slice(0, 2)).toEqual(['a', 'q0'])
  })

  it.each([[null], [[]], [{ rowKeys: [] }], [{ rowKeys: 'sleep' }]])('of %j is none', (value) => {
    expect(parseViewRequest(value)).toBeNull()
  })
})

describe('the name of a view', () => {
  it('is kept without needless blanks', () => {
    expect(checkViewName('  Sen  według wieku ')).toBe('Sen według wieku')
  })

  it.each([['  '], ['x'.repeat(81)]])('is refused when it is %j', (name) => {
    expect(() => checkViewName(name)).toThrow(InvalidInputError)
  })
})
