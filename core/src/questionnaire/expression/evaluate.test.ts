import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anExpression } from '../../testing/expressions.ts'
import type { Expression } from './ast.ts'
import { evaluate, holds } from './evaluate.ts'
import { parseExpression } from './parse.ts'
import { scopeOf, type Scope } from './scope.ts'

const read = (text: string): Expression => {
  const { expression, problem } = parseExpression(text)
  if (problem) throw new Error(problem.message)
  return expression
}
const people = [{ age: 8, name: 'Ala' }, { age: 40 }, { age: '-98' }]
const given = {
  one: '2',
  many: ['1', '3'],
  unsure: ['-98'],
  table: { r1: '4', r2: '5' },
  year: 1956,
  number: 2.5,
  unknown: '-98',
  text: 'Zażółć 👍',
  'many.inne': 'rower',
  consent: true,
  people,
  limit: 18,
}
const scope: Scope = scopeOf(given, {
  today: '2026-11-22',
  row: 'r2',
  option: '3',
  own: 7,
  isRoster: (key) => key === 'people' || key === 'nobody',
})
const value = (text: string) => evaluate(read(text), scope)

describe('evaluate', () => {
  const cases: readonly [string, unknown][] = [
    ['number + 1', 3.5],
    ['0.1 + 0.2 = 0.3', true],
    ['7 % 4 + 10 / 4', 5.5],
    ['number / 0', undefined],
    ['unknown + 1', undefined],
    ['absent + 1', undefined],
    ['absent != 1', false],
    ['not absent = 1', true],
    ["unknown = '-98' and not unknown > 0", true],
    ['one >= 2 and one = 2', true],
    ["one in ['1', '2']", true],
    ["many contains '3' and selected(many, '1')", true],
    ['$option in many', true],
    ["$row = 'r2' and table.$row = '5' and table.r1 < table.$row", true],
    ["many.inne = 'rower'", true],
    ['this > 6', true],
    ['consent and not (consent = false)', true],
    ['count(many) + count(unsure) + count(table) + count(absent)', 4],
    ['sum(table) + max(number, 1) + min(number, absent)', 14],
    ['sum(absent, unknown)', undefined],
    ['round(2.675, 2) + round(-1.5)', 0.68],
    ['abs(-3)', 3],
    ['length(text)', 8],
    ['length(absent) > 0', false],
    ["if(one = '2', 'a', 'b')", 'a'],
    ["if(absent = '2', 'a', 'b')", 'b'],
    ['coalesce(absent, number, 9)', 2.5],
    ['age(year)', 70],
    ["year(today()) = 2026 and today() > '2026-01-01'", true],
    ['count(people)', 3],
    ['count(people, age > 1)', 2],
    ['count(people, age < limit)', 1],
    ['sum(people, age) + max(people, age * 2)', 128],
    ['any(people, age > 39) and not all(people, age > 39)', true],
    ['count(people, answered(name)) = 1', true],
    ['count(nobody) + sum(nobody, age)', 0],
    ['all(nobody, age > 1) and not any(nobody, age > 1)', true],
    ['min(nobody, age)', undefined],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(value(text)).toEqual(expected)
  })

  it('knows no day of its own', () => {
    expect(evaluate(read('age(year)'), scopeOf(given))).toBeUndefined()
  })

  it('stops where an expression would take too long', () => {
    const crowd = scopeOf({ hh: Array.from({ length: 100 }, () => ({ age: 1 })) })

    expect(evaluate(read('count(hh, count(hh, count(hh, age = 1) = 100) = 100)'), crowd)).not.toBe(100)
  })

  it('gives something or nothing, and never throws, whatever the expression and the answers', () => {
    const anything = fc.dictionary(
      fc.constantFrom('q0', 'q1', 'q2', 'hh', 'age', 'q0.inne'),
      fc.jsonValue({ maxDepth: 3 }),
    )
    fc.assert(
      fc.property(anExpression(), anything, (expression, answers) => {
        const found = evaluate(expression, scopeOf(answers, { today: '2026-11-22', row: 'r1', option: '1' }))
        expect(typeof found === 'number' && !Number.isFinite(found)).toBe(false)
        expect(typeof holds(expression, scopeOf(answers))).toBe('boolean')
      }),
      { numRuns: 1000 },
    )
  })

  it('agrees with all combinations of two answers counted by hand', () => {
    const codes = [undefined, '1', '2', '3', '-98']
    for (const a of codes) {
      for (const b of codes) {
        const both = scopeOf({ ...(a && { a }), ...(b && { b }) })
        const number = (code: string | undefined) =>
          code === undefined || code === '-98' ? null : Number(code)
        const [x, y] = [number(a), number(b)]
        expect(holds(read("a = '1' and b in ['2', '3']"), both)).toBe(a === '1' && (b === '2' || b === '3'))
        expect(holds(read('a < b'), both)).toBe(x !== null && y !== null && x < y)
        expect(holds(read('a != b'), both)).toBe(a !== undefined && b !== undefined && a !== b)
        expect(holds(read('a + b = 4 or not answered(a)'), both)).toBe(
          a === undefined || (x !== null && y !== null && x + y === 4),
        )
      }
    }
  })
})
