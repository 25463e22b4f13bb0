import { COMPARISONS, OTHER_TEXT, THIS_ROW, type Binary, type Expression } from '../expression/ast.ts'
import { callAbstractly, type AbstractRun } from './abstract-functions.ts'
import { compare } from './abstract-compare.ts'
import {
  ANYTHING,
  asNumber,
  holding,
  literalValue,
  numbersOf,
  textsOf,
  truthValue,
  type Abstract,
  type Scalar,
  type Several,
  type Truth,
} from './abstract-value.ts'
import { operate, point } from './interval.ts'

/** What an expression sees when all answers are looked at at once. */
export interface AbstractScope {
  /** All that an answer may be: of a key (`q`), of a row (`q.r1`), or the text beside an option (`q.inne`). */
  valueAt(key: string, member: string | undefined): Abstract
  isGroup(key: string): boolean
  /** The scope within any item of a group; `null` when that is too deep to follow. */
  within(key: string): AbstractScope | null
  readonly row: string | undefined
  readonly option: string | undefined
  /** The key `this` stands for. */
  readonly own: string | undefined
}

const several = (items: Several['items']): Several => ({
  kind: 'several',
  mayBeAbsent: items.length === 0,
  items,
  least: items.length,
  most: items.length,
})

const word = (text: string | undefined): Abstract => (text === undefined ? ANYTHING : textsOf([text]))

function answer(scope: AbstractScope, key: string | undefined, member: string | undefined): Abstract {
  if (key === undefined) return ANYTHING
  if (member === THIS_ROW) return scope.row === undefined ? ANYTHING : scope.valueAt(key, scope.row)
  return scope.valueAt(key, member === OTHER_TEXT ? OTHER_TEXT : member)
}

/** An operation on numbers; what is no number makes the result absent. */
function arithmetic(operator: '+' | '-' | '*' | '/' | '%', left: Scalar, right: Scalar): Abstract {
  if (left.numbers === null || right.numbers === null) return numbersOf(null, true)
  const { numbers, mayBeAbsent } = operate(operator, left.numbers, right.numbers)
  return numbersOf(numbers, mayBeAbsent || left.mayBeAbsent || right.mayBeAbsent)
}

/** Does the condition hold, whatever the answers are? */
export function truthOf(expression: Expression, scope: AbstractScope): Truth {
  return holding(abstractValue(expression, scope))
}

function logic(operator: 'and' | 'or', left: Truth, right: Truth): Truth {
  if (operator === 'and') return { may: left.may && right.may, mayNot: left.mayNot || right.mayNot }
  return { may: left.may || right.may, mayNot: left.mayNot && right.mayNot }
}

function binary({ operator, left, right }: Binary, scope: AbstractScope): Abstract {
  if (operator === 'and' || operator === 'or')
    return truthValue(logic(operator, truthOf(left, scope), truthOf(right, scope)))
  const [first, second] = [abstractValue(left, scope), abstractValue(right, scope)]
  const comparison = COMPARISONS.find((one) => one === operator)
  if (comparison !== undefined) return truthValue(compare(comparison, first, second))
  return arithmetic(operator as '+' | '-' | '*' | '/' | '%', asNumber(first), asNumber(second))
}

/** All that an expression may give for all that the answers may be. */
export function abstractValue(expression: Expression, scope: AbstractScope): Abstract {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return literalValue(expression.value)
    case 'list':
      return several(expression.items.map(({ value }) => ({ value: literalValue(value), isCertain: true })))
    case 'reference':
      return answer(scope, expression.key, expression.member)
    case 'this':
      return answer(scope, scope.own, expression.member)
    case '$row':
      return word(scope.row)
    case '$option':
      return word(scope.option)
    case 'unary': {
      if (expression.operator === '-')
        return arithmetic('-', numbersOf(point(0)), asNumber(abstractValue(expression.operand, scope)))
      const { may, mayNot } = truthOf(expression.operand, scope)
      return truthValue({ may: mayNot, mayNot: may })
    }
    case 'binary':
      return binary(expression, scope)
    case 'call':
      return callAbstractly(RUN, expression, scope)
  }
}

const RUN: AbstractRun = { value: abstractValue, truth: truthOf }
