import type { BinaryOperator, Expression, Literal } from './ast.ts'

const LEVELS: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '=': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  in: 4,
  contains: 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
}
const NOT = 3
const COMPARISON = 4
const MINUS = 7
const WHOLE = 8

/** How tightly an expression holds together: a looser one within a tighter one needs brackets. */
function levelOf(expression: Expression): number {
  if (expression.kind === 'binary') return LEVELS[expression.operator]
  if (expression.kind === 'unary') return expression.operator === 'not' ? NOT : MINUS
  return WHOLE
}

/** A number without an exponent, which the language does not know. */
function printNumber(value: number): string {
  const text = String(value)
  if (!/e/i.test(text)) return text
  return Math.abs(value) < 1 ? value.toFixed(20).replace(/\.?0+$/, '') : BigInt(value).toString()
}

function printLiteral(literal: Literal): string {
  if (literal.kind === 'text') return `'${literal.value.replaceAll("'", "''")}'`
  return literal.kind === 'number' ? printNumber(literal.value) : String(literal.value)
}

function inBrackets(expression: Expression, least: number): string {
  const text = printExpression(expression)
  return levelOf(expression) < least ? `(${text})` : text
}

/** The expression as text; parsing that text gives the same expression, apart from places. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return printLiteral(expression)
    case 'list':
      return `[${expression.items.map(printLiteral).join(', ')}]`
    case 'reference':
      return expression.member === undefined ? expression.key : `${expression.key}.${expression.member}`
    case 'this':
      return expression.member === undefined ? 'this' : `this.${expression.member}`
    case '$row':
    case '$option':
      return expression.kind
    case 'unary': {
      const { operator, operand } = expression
      if (operator === 'not') return `not ${inBrackets(operand, NOT)}`
      return operand.kind === 'number' ? `-(${printLiteral(operand)})` : `-${inBrackets(operand, MINUS)}`
    }
    case 'binary': {
      const { operator, left, right } = expression
      const level = LEVELS[operator]
      const least = level === COMPARISON ? level + 1 : level
      return `${inBrackets(left, least)} ${operator} ${inBrackets(right, level + 1)}`
    }
    case 'call':
      return `${expression.name}(${expression.arguments.map(printExpression).join(', ')})`
  }
}
