import type { Expression, Reference } from './ast.ts'

/** The expressions directly inside an expression, in the order of the text. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'unary':
      return [expression.operand]
    case 'binary':
      return [expression.left, expression.right]
    case 'call':
      return expression.arguments
    default:
      return []
  }
}

/** All references to answers in an expression, in the order of the text. */
export function referencesIn(expression: Expression): readonly Reference[] {
  if (expression.kind === 'reference') return [expression]
  return partsOf(expression).flatMap(referencesIn)
}
