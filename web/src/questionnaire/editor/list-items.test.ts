import { describe, expect, it } from 'vitest'
import { nextCode, stepped } from './list-items.ts'
import { withReady } from './set-options.ts'
import { pasteRows } from './set-rows.ts'
import { withPart } from './with-part.ts'

describe('codes of new options', () => {
  it('never are those of an option that was there', () => {
    expect(nextCode(['1', '3', '-98'])).toBe('4')
    expect(nextCode(['r1', 'r7', 'CARE'], 'r')).toBe('r8')
    expect(nextCode([])).toBe('1')
  })
})

describe('a list', () => {
  it('has an item moved by a step and is the same at its ends', () => {
    const items = ['a', 'b', 'c']

    expect(stepped(items, 1, 1)).toEqual(['a', 'c', 'b'])
    expect(stepped(items, 0, -1)).toBe(items)
  })
})

describe('ready options', () => {
  const dontKnow = { code: '-98', label: 'Nie wiem' }

  it('stand before „nie wiem”, which stays last', () => {
    const other = { code: '2', label: 'Inne, jakie?' }

    expect(withReady([{ code: '1', label: 'Tak' }, dontKnow], other).map(({ code }) => code)).toEqual([
      '1',
      '2',
      '-98',
    ])
    expect(withReady([other], dontKnow).map(({ code }) => code)).toEqual(['2', '-98'])
  })
})

describe('rows out of pasted text', () => {
  it('keep the keys of those that are there', () => {
    const rows = [
      { key: 'r1', label: 'Zakupy' },
      { key: 'r2', label: 'Sprzątanie' },
    ]

    expect(pasteRows('1. Sprzątanie\n2. Gotowanie\n', rows)).toEqual([
      { key: 'r2', label: 'Sprzątanie' },
      { key: 'r3', label: 'Gotowanie' },
    ])
  })
})

describe('a part that is taken away', () => {
  it('leaves no empty field behind', () => {
    expect(withPart<{ a: string; b?: string }, 'b'>({ a: 'x', b: 'y' }, 'b', '')).toEqual({ a: 'x' })
  })

  it('leaves the thing itself where nothing changes', () => {
    const thing: { a: string; b?: boolean } = { a: 'x' }

    expect(withPart(thing, 'b', false)).toBe(thing)
  })
})
