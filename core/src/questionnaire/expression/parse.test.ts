import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anExpression, withoutPlaces } from '../../testing/expressions.ts'
import { parseExpression } from './parse.ts'
import { printExpression } from './print.ts'

const printed = (text: string): string => {
  const { expression, problem } = parseExpression(text)
  return expression ? printExpression(expression) : problem.message
}

describe('parseExpression', () => {
  const same = [
    "dem_age in ['75_79', '80_84', '85_PLUS'] and not answered(sen_help)",
    'a or b and c',
    '(a or b) and c',
    'not (a and b) or not c = 1',
    'a - (b - c) - d',
    'a / (b * c) % 2',
    '-(a + 1) < -2',
    "need.$row in ['4', '5'] and $row != 'MEALS'",
    "q.inne = 'it''s'",
    'count(hh, age >= 18) > sum(a, b, 1.5)',
    "if(this.r1 = true, 'x', coalesce(a, 0)) contains $option",
    'm.-97 = 1',
  ]
  it.each(same)('reads and writes %s', (text) => {
    expect(printed(text)).toBe(text)
  })

  it('keeps the places of words', () => {
    const { expression } = parseExpression("  age in ['a']")

    expect(expression).toMatchObject({ start: 2, end: 14, left: { start: 2, end: 5 }, right: { start: 9 } })
  })

  const wrong: readonly [string, RegExp][] = [
    ['', /^Znak 1: warunek urywa się; tu powinno stać: klucz pytania/],
    ['a ==1', /^Znak 4: równość zapisujemy jednym/],
    ['a <> 1', /!=/],
    ['a && b', /^Znak 3: zamiast „&” piszemy słowo and/],
    ['a || b', /słowo or/],
    ['!a', /słowo not/],
    ['a = „x”', /apostrofach/],
    ["a = 'x", /brakuje apostrofu/],
    ['a = 2,5', /^Znak 6: .*z kropką/],
    ['a AND b', /^Znak 3: .*Czy chodziło o „and”/],
    ['a lub b', /Czy chodziło o „or”/],
    ['a < b < c', /^Znak 7: porównania nie mogą/],
    ['cuont(a)', /nie ma funkcji „cuont”. Czy chodziło o „count”/],
    ['frobnicate(a)', /Znane to: answered, count/],
    ['if(a, 1)', /tyle wartości: 3; jest 2/],
    ['a in []', /^Znak 7: tu powinno stać: liczba albo kod/],
    ['a in [b]', /a jest „b”/],
    ['(a', /urywa się; tu powinno stać: nawias/],
    ['a b', /a jest „b”/],
    ['a.', /po kropce/],
    ['$other', /row albo option/],
    ['12abc', /łączy się z literami/],
    [`${'('.repeat(50)}a`, /zbyt głęboko/],
    [Array.from({ length: 600 }, () => 'a').join(' or '), /za długi/],
    ['a'.repeat(4001), /najwyżej 4000 znaków/],
  ]
  it.each(wrong)('refuses %s', (text, sentence) => {
    expect(parseExpression(text).problem?.message).toMatch(sentence)
  })

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      'a',
      '(',
      ')',
      '[',
      ']',
      'not ',
      ' in ',
      '=',
      "'",
      '.',
      ',',
      '-',
      '1',
      ' or ',
      '$row',
    )
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(pieces).map((parts) => parts.join('')),
    )

    fc.assert(
      fc.property(anyText, (text) => {
        const { expression, problem } = parseExpression(text)
        expect((expression === undefined) !== (problem === undefined)).toBe(true)
        if (problem) expect(problem.start).toBeLessThanOrEqual(problem.end)
      }),
    )
  })
})

describe('printExpression', () => {
  it('gives text that reads as the same expression', () => {
    fc.assert(
      fc.property(anExpression(), (expression) => {
        const again = parseExpression(printExpression(expression)).expression
        expect(again && withoutPlaces(again)).toEqual(withoutPlaces(expression))
      }),
      { numRuns: 500 },
    )
  })

  it('leaves what it printed as it is', () => {
    fc.assert(
      fc.property(anExpression(), (expression) => {
        const text = printExpression(expression)
        expect(printed(text)).toBe(text)
      }),
    )
  })
})
