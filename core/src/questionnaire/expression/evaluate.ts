import { OTHER_TEXT, THIS_ROW, type Binary, type Expression } from './ast.ts'
import { callFunction } from './functions.ts'
import type { Scope } from './scope.ts'
import { isDay, isEmptyAnswer, isRecord, isSame, members, ownValue, tidy, toNumber } from './values.ts'

/** Most steps of one evaluation; an expression that needs more is absent. */
const MOST_STEPS = 50_000
/** Deeper than anything the parser gives. */
const DEEPEST = 1200

/** One evaluation: what it sees, and how far it may still go. */
export class Evaluation {
  private steps = MOST_STEPS
  private depth = 0

  /** Value of an expression; `undefined` when it is absent or too long to work out. Never throws. */
  value(expression: Expression, scope: Scope): unknown {
    this.steps -= 1
    if (this.steps < 0 || this.depth >= DEEPEST) return undefined
    this.depth += 1
    const found = this.valueOf(expression, scope)
    this.depth -= 1
    return found
  }

  holds(expression: Expression, scope: Scope): boolean {
    return this.value(expression, scope) === true
  }

  private valueOf(expression: Expression, scope: Scope): unknown {
    switch (expression.kind) {
      case 'number':
      case 'text':
      case 'boolean':
        return expression.value
      case 'list':
        return expression.items.map(({ value }) => value)
      case 'reference':
        return answerAt(scope, expression.key, expression.member)
      case 'this':
        return cellOf(scope.own, expression.member, scope.row)
      case '$row':
        return scope.row
      case '$option':
        return scope.option
      case 'unary': {
        if (expression.operator === 'not') return !this.holds(expression.operand, scope)
        const number = toNumber(this.value(expression.operand, scope))
        return number === null ? undefined : 0 - number
      }
      case 'binary':
        return this.binary(expression, scope)
      case 'call':
        return callFunction(this, expression, scope)
    }
  }

  private binary({ operator, left, right }: Binary, scope: Scope): unknown {
    if (operator === 'and') return this.holds(left, scope) && this.holds(right, scope)
    if (operator === 'or') return this.holds(left, scope) || this.holds(right, scope)
    const [first, second] = [this.value(left, scope), this.value(right, scope)]
    switch (operator) {
      case '+':
      case '-':
      case '*':
      case '/':
      case '%':
        return arithmetic(operator, toNumber(first), toNumber(second))
    }
    if (isEmptyAnswer(first) || isEmptyAnswer(second)) return false
    switch (operator) {
      case '=':
        return isExactly(first, second)
      case '!=':
        return !isExactly(first, second)
      case 'in':
      case 'contains':
        return members(first).some((member) => members(second).some((other) => isSame(member, other)))
      default:
        return isInOrder(operator, first, second)
    }
  }
}

function cellOf(answer: unknown, member: string | undefined, row: string | undefined): unknown {
  if (member === undefined) return answer
  const key = member === THIS_ROW ? row : member
  return key === undefined ? undefined : ownValue(answer, key)
}

function answerAt(scope: Scope, key: string, member: string | undefined): unknown {
  const answer = scope.answerTo(key)
  if (member === OTHER_TEXT && !isRecord(answer)) return scope.answerTo(`${key}.${OTHER_TEXT}`)
  return cellOf(answer, member, scope.row)
}

function isExactly(left: unknown, right: unknown): boolean {
  const [first, second] = [members(left), members(right)]
  return first.length === 1 && second.length === 1 && isSame(first[0], second[0])
}

function isInOrder(operator: '<' | '<=' | '>' | '>=', first: unknown, second: unknown): boolean {
  const areDays = isDay(first) && isDay(second)
  const left = areDays ? Date.parse(first) : toNumber(first)
  const right = areDays ? Date.parse(second) : toNumber(second)
  if (left === null || right === null) return false
  if (operator === '<') return left < right
  if (operator === '<=') return left <= right
  return operator === '>' ? left > right : left >= right
}

function arithmetic(
  operator: '+' | '-' | '*' | '/' | '%',
  left: number | null,
  right: number | null,
): number | undefined {
  if (left === null || right === null) return undefined
  switch (operator) {
    case '+':
      return tidy(left + right)
    case '-':
      return tidy(left - right)
    case '*':
      return tidy(left * right)
    case '/':
      return tidy(left / right)
    case '%':
      return tidy(left % right)
  }
}

/** The value of an expression for these answers; `undefined` when it is absent. Total: it never throws. */
export function evaluate(expression: Expression, scope: Scope): unknown {
  return new Evaluation().value(expression, scope)
}

/** Does the condition hold? What is absent does not hold. */
export function holds(condition: Expression, scope: Scope): boolean {
  return new Evaluation().holds(condition, scope)
}
