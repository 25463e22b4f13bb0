import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anExpression } from '../../testing/expressions.ts'
import { COMPARISONS } from '../expression/ast.ts'
import { holds } from '../expression/evaluate.ts'
import { parseExpression } from '../expression/parse.ts'
import { printExpression } from '../expression/print.ts'
import { scopeOf } from '../expression/scope.ts'
import { questionnaireLibrary } from '../library/index.ts'
import { checkRules } from '../rules.ts'
import { clausesOf } from './clauses-of.ts'
import {
  isGroup,
  isSameSubject,
  type AnswerSubject,
  type Clause,
  type ClauseGroup,
  type Compared,
  type Subject,
} from './clauses.ts'
import { textOfClauses } from './text-of-clauses.ts'

const key = fc.constantFrom('q0', 'q1', 'q2', 'q3', 'hh', 'age')
const answer: fc.Arbitrary<AnswerSubject> = fc.oneof(
  key.map((name): AnswerSubject => ({ kind: 'answer', key: name })),
  fc
    .tuple(key, fc.constantFrom('r1', '$row', 'inne'))
    .map(([name, member]): AnswerSubject => ({ kind: 'answer', key: name, member })),
  fc.constantFrom<AnswerSubject>({ kind: 'own' }, { kind: 'own', member: 'r1' }),
)
const number = fc.integer({ min: -20, max: 20 }).map((whole) => whole / 2 + 0)
const code = fc.constantFrom('1', '2', '-98', 'A', "d'or")
const isNot = fc.boolean()
const joint = fc.constantFrom<'and' | 'or'>('and', 'or')

interface Made {
  readonly clause: Clause
  readonly group: ClauseGroup
}

/** Any clauses that pickers can make; side by side „≥” and „≤” are left out, for these are read as a range. */
const made = fc.letrec<Made>((tie: fc.LetrecTypedTie<Made>) => {
  const subject: fc.Arbitrary<Subject> = fc.oneof(
    { weight: 4, arbitrary: answer },
    fc.constantFrom({ kind: 'row' } as const, { kind: 'option' } as const, { kind: 'thisYear' } as const),
    answer.map((of): Subject => ({ kind: 'count', of })),
    fc.tuple(answer, tie('group')).map(([of, where]): Subject => ({ kind: 'count', of, where })),
    fc
      .tuple(fc.constantFrom<'length' | 'age'>('length', 'age'), answer)
      .map(([kind, of]): Subject => ({ kind, of })),
    fc
      .tuple(fc.constantFrom('sum', 'min', 'max'), fc.array(answer, { minLength: 1, maxLength: 3 }))
      .map(([name, of]): Subject => ({ kind: 'fold', name, of })),
  )
  const compared: fc.Arbitrary<Compared> = fc.oneof(
    fc.oneof(number, code, fc.boolean()).map((value): Compared => ({ kind: 'value', value })),
    fc
      .array(fc.oneof(number, code), { minLength: 1, maxLength: 3 })
      .map((values): Compared => ({ kind: 'values', values })),
    subject,
  )
  const inner = fc.oneof(
    fc.tuple(isNot, answer).map(([no, of]): Clause => ({ kind: 'answered', isNot: no, of })),
    fc.tuple(isNot, answer).map(([no, of]): Clause => ({ kind: 'holds', isNot: no, of })),
    fc
      .tuple(isNot, subject, fc.constantFrom(...COMPARISONS), compared)
      .map(([no, left, operator, right]): Clause => ({ kind: 'compare', isNot: no, left, operator, right })),
    fc
      .tuple(isNot, subject, number, number)
      .map(([no, left, from, to]): Clause => ({ kind: 'range', isNot: no, left, from, to })),
  )
  const items = fc
    .tuple(isNot, fc.constantFrom('any', 'all'), key, tie('group'))
    .map(([no, quantifier, roster, where]): Clause => ({
      kind: 'items',
      isNot: no,
      quantifier,
      roster,
      where,
    }))
  const clause = fc.oneof({ maxDepth: 2 }, inner, items)
  const two = fc.array(tie('clause'), { minLength: 2, maxLength: 3 })
  const group = fc.oneof(
    { maxDepth: 2 },
    tie('clause').map((only): ClauseGroup => ({ joint: 'and', parts: [only] })),
    fc.tuple(joint, two).map(([word, parts]): ClauseGroup => ({ joint: word, parts })),
    fc.tuple(joint, two, two).map(([word, parts, nested]): ClauseGroup => ({
      joint: word,
      parts: [...parts, { joint: word === 'and' ? 'or' : 'and', parts: nested }],
    })),
  )
  return { clause, group }
})

function hasLooseBounds({ parts }: ClauseGroup): boolean {
  return parts.some((part, at) => {
    if (isGroup(part)) return hasLooseBounds(part)
    const next = parts[at + 1]
    if (part.kind === 'items' && hasLooseBounds(part.where)) return true
    if (part.kind !== 'compare' || part.operator !== '>=') return false
    return next && !isGroup(next) && next.kind === 'compare' && isSameSubject(part.left, next.left)
  })
}

const value = fc.oneof(
  number,
  code,
  fc.boolean(),
  fc.constant(''),
  fc.array(code, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('r1', 'r2'), code),
)
const flatAnswers = fc.dictionary(fc.constantFrom('q0', 'q1', 'q2', 'q3', 'age', 'q0.inne'), value)
const someAnswers = fc.record(
  { answers: flatAnswers, hh: fc.array(flatAnswers, { maxLength: 3 }), own: value },
  { noNullPrototype: true },
)

describe('clauses of a rule', () => {
  const cases: readonly [string, ClauseGroup][] = [
    [
      "age in ['A', 'B']",
      {
        joint: 'and',
        parts: [
          {
            kind: 'compare',
            isNot: false,
            left: { kind: 'answer', key: 'age' },
            operator: 'in',
            right: { kind: 'values', values: ['A', 'B'] },
          },
        ],
      },
    ],
    [
      'not (answered(a) or years >= 18 and years <= 65)',
      {
        joint: 'and',
        parts: [
          { kind: 'answered', isNot: true, of: { kind: 'answer', key: 'a' } },
          { kind: 'range', isNot: true, left: { kind: 'answer', key: 'years' }, from: 18, to: 65 },
        ],
      },
    ],
    [
      'count(hh, years < 18) >= 2 or consent',
      {
        joint: 'or',
        parts: [
          {
            kind: 'compare',
            isNot: false,
            left: {
              kind: 'count',
              of: { kind: 'answer', key: 'hh' },
              where: {
                joint: 'and',
                parts: [
                  {
                    kind: 'compare',
                    isNot: false,
                    left: { kind: 'answer', key: 'years' },
                    operator: '<',
                    right: { kind: 'value', value: 18 },
                  },
                ],
              },
            },
            operator: '>=',
            right: { kind: 'value', value: 2 },
          },
          { kind: 'holds', isNot: false, of: { kind: 'answer', key: 'consent' } },
        ],
      },
    ],
  ]
  it.each(cases)('%s', (text, group) => {
    expect(clausesOf(text)).toEqual(group)
  })

  it.each([
    'a + b > 3',
    'if(a, b, c)',
    'a and (b or (c and d))',
    'true',
    '3 < years',
    "coalesce(a, 'x') = 'x'",
    'a = =',
    '',
  ])('are none of „%s”, which pickers cannot show', (text) => {
    expect(clausesOf(text)).toBeNull()
  })

  it('say the same as the rule they were read from', () => {
    let accepted = 0
    fc.assert(
      fc.property(anExpression(), someAnswers, (expression, { answers, hh, own }) => {
        const group = clausesOf(expression)
        if (group === null) return
        accepted += 1
        const again = parseExpression(textOfClauses(group)).expression
        const scope = scopeOf({ ...answers, hh }, { own, row: 'r1', option: '1', today: '2026-11-22' })
        expect(again && holds(again, scope), textOfClauses(group)).toBe(holds(expression, scope))
      }),
      { numRuns: 3000 },
    )
    expect(accepted).toBeGreaterThan(200)
  })

  it('are read back exactly as they were made', () => {
    fc.assert(
      fc.property(made.group, (group) => {
        fc.pre(!hasLooseBounds(group))
        const text = textOfClauses(group)
        fc.pre(parseExpression(text).expression !== undefined)
        expect(clausesOf(text), text).toEqual(group)
      }),
      { numRuns: 1000 },
    )
  })

  it('show every rule of the library as it stands, but for sums of several answers', () => {
    const rules = questionnaireLibrary
      .flatMap((questionnaire) => checkRules(questionnaire))
      .filter(({ rule }) => rule.kind !== 'expression' && rule.kind !== 'text')
    const unlike = rules.filter(({ rule, expression }) => {
      const group = clausesOf(rule.text)
      return !group || !expression || textOfClauses(group) !== printExpression(expression)
    })

    expect(rules.length).toBeGreaterThan(10)
    expect(unlike.map(({ rule }) => rule.text).filter((text) => !text.includes(' + '))).toEqual([])
  })
})
