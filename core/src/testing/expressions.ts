import fc from 'fast-check'
import {
  COMPARISONS,
  type Binary,
  type BinaryOperator,
  type Call,
  type Expression,
  type FunctionName,
  type Literal,
} from '../questionnaire/index.ts'

const nowhere = { start: 0, end: 0 } as const
const key = fc.constantFrom('q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'hh', 'age')
const member = fc.constantFrom('r1', 'r2', '$row', 'inne')
const operator = fc.constantFrom<BinaryOperator>('or', 'and', ...COMPARISONS, '+', '-', '*', '/', '%')

const literal: fc.Arbitrary<Literal> = fc.oneof(
  fc
    .oneof(
      fc.integer({ min: -100, max: 100 }),
      fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1000),
    )
    .map((value): Literal => ({ kind: 'number', value: value === 0 ? 0 : value, ...nowhere })),
  fc
    .oneof(fc.constantFrom('1', '2', '-98', 'yes'), fc.string({ maxLength: 6 }))
    .map((value): Literal => ({ kind: 'text', value, ...nowhere })),
  fc.boolean().map((value): Literal => ({ kind: 'boolean', value, ...nowhere })),
)

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  literal,
  key.map((name): Expression => ({ kind: 'reference', key: name, ...nowhere })),
  fc
    .tuple(key, member)
    .map(([name, within]): Expression => ({ kind: 'reference', key: name, member: within, ...nowhere })),
  fc.constantFrom<Expression>(
    { kind: 'this', ...nowhere },
    { kind: '$row', ...nowhere },
    { kind: '$option', ...nowhere },
  ),
  fc
    .array(literal, { minLength: 1, maxLength: 3 })
    .map((items): Expression => ({ kind: 'list', items, ...nowhere })),
)

const ARGUMENTS: Readonly<Record<FunctionName, number>> = {
  answered: 1,
  count: 2,
  sum: 2,
  min: 2,
  max: 2,
  any: 2,
  all: 2,
  round: 2,
  abs: 1,
  length: 1,
  if: 3,
  coalesce: 2,
  today: 0,
  year: 1,
  age: 1,
  selected: 2,
}

/** Any expression the language can say, sensible or not, over the keys `q0 … q5`, `hh`, `age`. */
export function anExpression(): fc.Arbitrary<Expression> {
  return fc.letrec<{ whole: Expression }>((tie) => {
    const whole = tie('whole')
    const binary = fc
      .tuple(operator, whole, whole)
      .map(([sign, left, right]): Binary => ({ kind: 'binary', operator: sign, left, right, ...nowhere }))
    const unary = fc
      .tuple(fc.constantFrom('not' as const, '-' as const), whole)
      .map(([sign, operand]): Expression => ({ kind: 'unary', operator: sign, operand, ...nowhere }))
    const call = fc
      .tuple(fc.constantFrom(...(Object.keys(ARGUMENTS) as FunctionName[])), whole, whole, whole)
      .map(([name, ...given]): Call => ({
        kind: 'call',
        name,
        arguments: given.slice(0, ARGUMENTS[name]),
        ...nowhere,
      }))
    return { whole: fc.oneof({ maxDepth: 4 }, leaf, binary, unary, call) }
  }).whole
}

/** The expression without its places, to compare by meaning. */
export function withoutPlaces(expression: Expression): unknown {
  return JSON.parse(
    JSON.stringify(expression, (name, value: unknown) =>
      name === 'start' || name === 'end' ? undefined : value,
    ),
  )
}
