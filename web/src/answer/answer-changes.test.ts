import { describe, expect, it } from 'vitest'
import type { Option } from '@rozeznanie/core/questionnaire'
import { matrix, options } from '@rozeznanie/core/testing'
import {
  itemsIn,
  optionsForPlace,
  rankAt,
  tick,
  withAnswer,
  withItem,
  withoutAnswer,
  withRow,
} from './answer-changes.ts'

const none: Option = { code: 'none', label: 'Nic mi nie przeszkadza', exclusive: true }
const offered = [...options('a', 'b', 'c'), none]

describe('ticking', () => {
  it('keeps the order of the options, not of the ticks', () => {
    expect(tick(offered, ['c'], 'a', undefined).codes).toEqual(['a', 'c'])
  })

  it('unticks what was ticked', () => {
    expect(tick(offered, ['a', 'b'], 'a', 2).codes).toEqual(['b'])
  })

  it('does not take one more than allowed, and says so', () => {
    expect(tick(offered, ['a', 'b'], 'c', 2)).toMatchObject({ codes: ['a', 'b'], outcome: 'full' })
  })

  it('lets „nic mi nie przeszkadza” stand alone, even when the limit is reached', () => {
    expect(tick(offered, ['a', 'b'], 'none', 2)).toMatchObject({ codes: ['none'], outcome: 'clearedOthers' })
  })

  it('takes „nic mi nie przeszkadza” away when something else is chosen', () => {
    expect(tick(offered, ['none'], 'b', 2)).toMatchObject({ codes: ['b'], outcome: 'clearedExclusive' })
  })

  it('treats „nie wiem” as an answer that stands alone', () => {
    expect(tick(options('a', '-98'), ['a'], '-98', undefined).codes).toEqual(['-98'])
  })
})

describe('ranking', () => {
  it('fills places in turn', () => {
    expect(rankAt(['a'], 1, 'b')).toEqual(['a', 'b'])
  })

  it('changes a place and leaves the others', () => {
    expect(rankAt(['a', 'b', 'c'], 1, 'd')).toEqual(['a', 'd', 'c'])
  })

  it('moves the rest up when a place is emptied', () => {
    expect(rankAt(['a', 'b', 'c'], 0, '')).toEqual(['b', 'c'])
  })

  it('offers for a place what stands on no other place', () => {
    expect(optionsForPlace(options('a', 'b', 'c'), ['a', 'b'], 1).map(({ code }) => code)).toEqual(['b', 'c'])
  })
})

describe('changing answers', () => {
  it('removes an answer that became empty', () => {
    expect(withAnswer({ a: 'x', b: 'y' }, 'a', '')).toEqual({ b: 'y' })
    expect(withAnswer({ a: ['x'] }, 'a', [])).toEqual({})
  })

  it('clears the text of „inne” together with the answer', () => {
    const question = { key: 'a', type: 'SINGLE', text: 'a?' } as const

    expect(withoutAnswer({ a: 'OTHER', 'a.inne': 'coś', b: '1' }, question)).toEqual({ b: '1' })
  })

  it('changes one row of a matrix and removes the matrix with its last row', () => {
    const question = matrix('m', ['r1', 'r2'], ['1'])

    expect(withRow({ m: { r1: '1' } }, question, 'r2', '1')).toEqual({ m: { r1: '1', r2: '1' } })
    expect(withRow({ m: { r1: '1' } }, question, 'r1', undefined)).toEqual({})
  })
})

describe('items of a group', () => {
  const people = [{ age: 8 }, { age: 40 }]

  it('are added after the last, changed, and taken away', () => {
    expect(withItem(people, 2, {})).toEqual([...people, {}])
    expect(withItem(people, 0, { age: 9 })).toEqual([{ age: 9 }, { age: 40 }])
    expect(withItem(people, 0, undefined)).toEqual([{ age: 40 }])
  })

  it('are none in any other answer', () => {
    expect([itemsIn(undefined), itemsIn('x'), itemsIn(['a']), itemsIn({ r1: 'a' })]).toEqual([[], [], [], []])
  })
})
