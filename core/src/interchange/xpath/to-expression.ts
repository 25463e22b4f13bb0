import { printExpression, type Expression } from '../../questionnaire/index.ts'
import { aBoolean, aNumber, aText, binary, call, joinedBy, minus, not, ownAnswer } from '../build.ts'
import { fold, foldJoined } from '../fold.ts'
import { callToExpression } from './functions.ts'
import type { XPath, XPathOperator } from './parse.ts'
import type { FormSymbol, XPathScope } from './symbols.ts'
import { Untranslatable } from './untranslatable.ts'

const DAY = /^(\d{4})-\d{2}-\d{2}/

/** What stands behind a name in an expression; `undefined` when the part is no name. */
export function symbolOf(node: XPath, scope: XPathScope): FormSymbol | undefined {
  if (node.kind === 'self')
    return scope.own && { ...scope.own, expression: ownAnswer, rosters: scope.rosters }
  const name = node.kind === 'reference' ? node.name : node.kind === 'path' ? node.last : undefined
  if (name === undefined || (node.kind === 'path' && scope.column?.(name) !== undefined)) return undefined
  return scope.symbol(name)
}

function named(node: XPath, scope: XPathScope): Expression {
  if (node.kind === 'path') {
    const column = scope.column?.(node.text)
    if (column !== undefined) return column
  }
  const symbol = symbolOf(node, scope)
  const told =
    node.kind === 'reference'
      ? (scope.told?.(node.name) ?? `\${${node.name}}`)
      : node.kind === 'path'
        ? node.text
        : '.'
  if (symbol === undefined) throw new Untranslatable(`„${told}” niczego tu nie wskazuje.`)
  if (symbol.kind === 'dropped')
    throw new Untranslatable(`mowa w nim o „${told}”, a to pytanie zostało pominięte.`)
  if (symbol.kind === 'group') throw new Untranslatable(`„${told}” to grupa, a nie pytanie.`)
  const outside = symbol.rosters.find((key) => !scope.rosters.includes(key))
  if (outside !== undefined)
    throw new Untranslatable(`„${told}” należy do grupy powtarzanej „${outside}” i ma wiele odpowiedzi.`)
  return symbol.expression
}

/** The value of an expression of a form in our language. @throws Untranslatable */
export function toExpression(node: XPath, scope: XPathScope): Expression {
  switch (node.kind) {
    case 'number':
      return aNumber(node.value)
    case 'text':
      return aText(node.value)
    case 'reference':
    case 'self':
    case 'path':
      return named(node, scope)
    case 'minus':
      return minus(toExpression(node.operand, scope))
    case 'call':
      return callToExpression(node, scope, { value: toExpression, condition: toCondition, symbol: symbolOf })
    case 'binary':
      return binaryToExpression(node.operator, node.left, node.right, scope)
  }
}

function isCondition(expression: Expression): boolean {
  if (expression.kind === 'boolean') return true
  if (expression.kind === 'unary') return expression.operator === 'not'
  if (expression.kind === 'binary') return !['+', '-', '*', '/', '%'].includes(expression.operator)
  return expression.kind === 'call' && ['answered', 'selected', 'any', 'all', 'if'].includes(expression.name)
}

/** What holds when an expression of a form counts as true: a number that is not zero, a text that is not empty. */
export function toCondition(node: XPath, scope: XPathScope): Expression {
  const isJoint = node.kind === 'binary' && (node.operator === 'and' || node.operator === 'or')
  // The sides of a joint are folded on the way; folding the whole at every joint would take the square of its length.
  const read = isJoint ? toExpression(node, scope) : fold(toExpression(node, scope))
  if (isCondition(read)) return read
  if (read.kind === 'number') return aBoolean(read.value !== 0)
  if (read.kind === 'text') return aBoolean(read.value !== '')
  if (read.kind === 'reference' || read.kind === 'this') {
    const symbol = symbolOf(node, scope)
    if (symbol?.kind === 'consent' || symbol?.kind === 'value') return read
    return call('answered', read)
  }
  return binary('!=', read, aNumber(0))
}

function binaryToExpression(
  operator: XPathOperator,
  left: XPath,
  right: XPath,
  scope: XPathScope,
): Expression {
  switch (operator) {
    case 'and':
    case 'or':
      return foldJoined(binary(operator, toCondition(left, scope), toCondition(right, scope)))
    case 'div':
      return ageFromDays(left, scope) ?? binary('/', toExpression(left, scope), toExpression(right, scope))
    case 'mod':
      return binary('%', toExpression(left, scope), toExpression(right, scope))
    case '+':
    case '-':
    case '*':
      return binary(operator, toExpression(left, scope), toExpression(right, scope))
    default:
      return comparison(operator, left, right, scope)
  }
}

/** `(today() - ${born}) div 365.25` is an age. */
function ageFromDays(days: XPath, scope: XPathScope): Expression | null {
  if (days.kind !== 'binary' || days.operator !== '-' || days.left.kind !== 'call') return null
  if (days.left.name !== 'today' && days.left.name !== 'now') return null
  const born = symbolOf(days.right, scope)
  if (born?.kind !== 'year') return null
  scope.note('wiek policzono z różnicy lat, bo daty przechowujemy jako rok')
  return call('age', named(days.right, scope))
}

type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='

function comparison(operator: Comparison, left: XPath, right: XPath, scope: XPathScope): Expression {
  const blank = emptiness(operator, left, right, scope) ?? emptiness(operator, right, left, scope)
  if (blank !== null) return blank
  const first = fitted(left, right, scope)
  const second = fitted(right, left, scope)
  const whole =
    symbolOf(left, scope)?.kind === 'multi' ? first : symbolOf(right, scope)?.kind === 'multi' ? second : null
  if (whole !== null) return fold(wholeChoice(operator, whole, whole === first ? second : first))
  if (isForeignCode(left, right, scope) || isForeignCode(right, left, scope))
    return aBoolean(operator === '!=')
  if (operator === '=' && second.kind === 'boolean' && isCondition(first))
    return second.value ? first : not(first)
  if (operator === '=' && first.kind === 'text') return fold(binary('=', second, first))
  if (operator !== '!=') return fold(binary(operator, first, second))
  return fold(not(binary('=', first, second)))
}

/** `${x} = ''` and `string-length(${x}) > 0`: is there an answer? */
function emptiness(operator: Comparison, side: XPath, other: XPath, scope: XPathScope): Expression | null {
  const isLength =
    side.kind === 'call' && side.name === 'string-length' && other.kind === 'number' && other.value === 0
  const isBlank = other.kind === 'text' && other.value === '' && (operator === '=' || operator === '!=')
  if (!isBlank && !(isLength && ['=', '!=', '>'].includes(operator))) return null
  const inner = isLength ? (side.arguments[0] ?? { kind: 'self' }) : side
  const what = toExpression(inner, scope)
  if (what.kind === 'text') return aBoolean((what.value === '') === (operator === '='))
  if (isCondition(what)) return operator === '=' ? not(what) : what
  if (what.kind !== 'reference' && what.kind !== 'this')
    throw new Untranslatable('nie można zapytać, czy wynik obliczenia jest pusty.')
  const answered = call('answered', what)
  return operator === '=' ? not(answered) : answered
}

/** `${multi} = 'a'` says that this and nothing else was chosen. */
function wholeChoice(operator: Comparison, multi: Expression, code: Expression): Expression {
  if ((operator !== '=' && operator !== '!=') || code.kind !== 'text')
    throw new Untranslatable('kilku zaznaczonych odpowiedzi nie można tak porównać.')
  const codes = code.value.split(/\s+/)
  const chosen = codes.map((one) => binary('contains', multi, aText(one)))
  const alone = joinedBy('and', [...chosen, binary('=', call('count', multi), aNumber(codes.length))])
  if (alone === null) throw new Untranslatable('porównanie nie wskazuje odpowiedzi.')
  return operator === '=' ? alone : not(alone)
}

/** Does a column of the choices sheet hold what the question has no option for? */
function isForeignCode(column: XPath, question: XPath, scope: XPathScope): boolean {
  const value = column.kind === 'path' ? scope.column?.(column.text) : undefined
  const codes = symbolOf(question, scope)?.codes
  return value?.kind === 'text' && codes !== undefined && !codes.has(value.value)
}

/** One side of a comparison, written so that it fits the other: codes as ours, days as years. */
function fitted(side: XPath, other: XPath, scope: XPathScope): Expression {
  const read = toExpression(side, scope)
  const against = symbolOf(other, scope)
  if (read.kind === 'boolean' && against?.codes?.has(String(read.value)))
    return aText(against.codes.get(String(read.value)) ?? '')
  if (against === undefined || (read.kind !== 'text' && read.kind !== 'number')) {
    if (against?.kind === 'year' && printExpression(read) === 'today()') return call('year', read)
    return read
  }
  const written = String(read.value)
  switch (against.kind) {
    case 'single':
    case 'multi':
      return aText(
        written
          .split(' ')
          .map((code) => against.codes?.get(code) ?? code)
          .join(' '),
      )
    case 'consent':
      return aBoolean(['OK', 'ok', 'true', '1', 'yes', 'Y'].includes(written))
    case 'text':
      return aText(written)
    case 'year': {
      const year = DAY.exec(written)?.[1]
      if (year === undefined) return read
      scope.note('datę w warunku zastąpił rok')
      return aNumber(Number(year))
    }
    default:
      return read
  }
}
