import type {
  Binary,
  BinaryOperator,
  Call,
  Expression,
  FunctionName,
  ListLiteral,
  Literal,
  Reference,
} from '../questionnaire/index.ts'

const nowhere = { start: 0, end: 0 } as const

export const aNumber = (value: number): Literal => ({ kind: 'number', value, ...nowhere })
export const aText = (value: string): Literal => ({ kind: 'text', value, ...nowhere })
export const aBoolean = (value: boolean): Literal => ({ kind: 'boolean', value, ...nowhere })
export const theAnswer = (key: string, member?: string): Reference => ({
  kind: 'reference',
  key,
  ...(member !== undefined && { member }),
  ...nowhere,
})
export const ownAnswer: Expression = { kind: 'this', ...nowhere }
export const thisOption: Expression = { kind: '$option', ...nowhere }
export const thisRow: Expression = { kind: '$row', ...nowhere }
export const aList = (items: readonly Literal[]): ListLiteral => ({ kind: 'list', items, ...nowhere })
export const binary = (operator: BinaryOperator, left: Expression, right: Expression): Binary => ({
  kind: 'binary',
  operator,
  left,
  right,
  ...nowhere,
})
export const not = (operand: Expression): Expression => ({
  kind: 'unary',
  operator: 'not',
  operand,
  ...nowhere,
})
export const minus = (operand: Expression): Expression => ({
  kind: 'unary',
  operator: '-',
  operand,
  ...nowhere,
})
export const call = (name: FunctionName, ...given: readonly Expression[]): Call => ({
  kind: 'call',
  name,
  arguments: given,
  ...nowhere,
})
/** Is something one of these codes? `=` when there is one, `in` when there are more. */
export function oneOfCodes(what: Expression, codes: readonly string[]): Expression {
  const [first] = codes
  if (first !== undefined && codes.length === 1) return binary('=', what, aText(first))
  return binary('in', what, aList(codes.map(aText)))
}
/** All of these with `and` or `or` between; `null` when there are none. */
export function joinedBy(operator: 'and' | 'or', parts: readonly Expression[]): Expression | null {
  return parts.reduce<Expression | null>(
    (whole, part) => (whole === null ? part : binary(operator, whole, part)),
    null,
  )
}
