import { describe, expect, it } from 'vitest'
import { beginningOf } from './beginning-of.ts'

describe('the beginning of a text', () => {
  it('is the whole of a short one, on one line', () => {
    expect(beginningOf(' Więcej\n autobusów ')).toBe('Więcej autobusów')
  })

  it('is cut short for a long one', () => {
    expect(beginningOf('a'.repeat(100))).toBe(`${'a'.repeat(57)}…`)
  })
})
