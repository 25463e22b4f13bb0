import { isSame, type Binary, type Expression, type Literal } from '../questionnaire/index.ts'
import { aBoolean, not } from './build.ts'

function isLiteral(expression: Expression): expression is Literal {
  return expression.kind === 'text' || expression.kind === 'number' || expression.kind === 'boolean'
}
const isTruth = (expression: Expression, value: boolean): boolean =>
  expression.kind === 'boolean' && expression.value === value

/** A binary expression whose sides are folded already. */
export function foldJoined(expression: Binary): Expression {
  const { operator, left, right } = expression
  if (operator === 'and' || operator === 'or') {
    const strong = operator === 'or'
    if (isTruth(left, strong) || isTruth(right, strong)) return aBoolean(strong)
    if (isTruth(left, !strong)) return right
    if (isTruth(right, !strong)) return left
  }
  if (isLiteral(left) && operator === 'in' && right.kind === 'list')
    return aBoolean(right.items.some((item) => isSame(item.value, left.value)))
  if (isLiteral(left) && isLiteral(right) && (operator === '=' || operator === '!='))
    return aBoolean(isSame(left.value, right.value) === (operator === '='))
  return expression
}

/** The same expression with what is certain worked out: `'a' = 'a' and x > 1` is `x > 1`. */
export function fold(expression: Expression): Expression {
  switch (expression.kind) {
    case 'binary':
      return foldJoined({ ...expression, left: fold(expression.left), right: fold(expression.right) })
    case 'unary': {
      if (expression.operator === '-') return { ...expression, operand: fold(expression.operand) }
      const operand = fold(expression.operand)
      const inner = operand.kind === 'unary' && operand.operator === 'not' ? operand.operand : undefined
      if (inner && (inner.kind === 'binary' || inner.kind === 'call')) return inner
      return operand.kind === 'boolean' ? aBoolean(!operand.value) : not(operand)
    }
    case 'call':
      return { ...expression, arguments: expression.arguments.map(fold) }
    default:
      return expression
  }
}

/** The expression with some of its parts replaced. */
export function replaced(
  expression: Expression,
  replacement: (part: Expression) => Expression | undefined,
): Expression {
  const own = replacement(expression)
  if (own !== undefined) return own
  switch (expression.kind) {
    case 'binary':
      return {
        ...expression,
        left: replaced(expression.left, replacement),
        right: replaced(expression.right, replacement),
      }
    case 'unary':
      return { ...expression, operand: replaced(expression.operand, replacement) }
    case 'call':
      return { ...expression, arguments: expression.arguments.map((part) => replaced(part, replacement)) }
    default:
      return expression
  }
}
