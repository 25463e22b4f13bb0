import { describe, expect, it } from 'vitest'
import { RefusedRequest } from './refusals.ts'
import { assertSafeValue } from './safe-values.ts'

const refusalOf = (value: unknown): string | null => {
  try {
    assertSafeValue(value)
    return null
  } catch (error) {
    if (!(error instanceof RefusedRequest)) throw error
    expect(error.extensions.code).toBe('BAD_USER_INPUT')
    return error.message
  }
}

function nested(depth: number): unknown {
  return depth === 0 ? 'x' : { inside: nested(depth - 1) }
}

describe('a value from outside', () => {
  it.each([
    ['a NUL', { input: { name: 'Anna\u0000' } }, 'input.name'],
    ['a lone high surrogate', { input: { answers: { q1: ['a', '\ud800'] } } }, 'input.answers.q1.1'],
    ['a lone low surrogate', { input: '\udc00x' }, 'input'],
  ])('is refused by field when a text holds %s', (_what, value, path) => {
    expect(refusalOf(value)).toBe(
      `Tekst zawiera niedozwolone znaki (pole „${path}”). Proszę wpisać go ponownie z klawiatury.`,
    )
  })

  it('is refused when a key holds what cannot be stored', () => {
    expect(refusalOf({ answers: { 'q\u0000': 1 } })).toContain('niedozwolone znaki')
  })

  it('may be nested 12 deep and not 13', () => {
    expect(refusalOf(nested(12))).toBeNull()
    expect(refusalOf(nested(13))).toContain('zagnieżdżone zbyt głęboko')
  })

  it('is refused at once when it is nested 100,000 deep', () => {
    let deep: unknown[] = []
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep]

    expect(refusalOf({ answers: deep })).toContain('zagnieżdżone zbyt głęboko')
  })

  it.each([2 ** 53, -(2 ** 53), 1e20, Infinity, NaN])('is refused with the number %s', (number) => {
    expect(refusalOf({ answers: { q1: number } })).toContain('Liczba jest zbyt duża')
  })

  it('is refused with more than 20,000 values or a text of more than 100,000 characters', () => {
    expect(refusalOf({ list: Array.from({ length: 20_001 }, () => 1) })).toBe(
      'Przesłano zbyt wiele wartości naraz.',
    )
    expect(refusalOf({ text: 'a'.repeat(100_001) })).toContain('zbyt długi')
  })

  it.each(['Łódź 🐈 👨‍👩‍👧‍👦', '\u202Etxt', "'; DROP TABLE account; --", '{{7*7}}', '%00%s', '', 'Z̷͉̓a'])(
    'is taken as it is when it is only unusual: %s',
    (text) => {
      expect(refusalOf({ text, nothing: null, flag: true, when: new Date(0) })).toBeNull()
    },
  )
})
