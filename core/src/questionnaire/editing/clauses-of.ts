import type { Binary, Call, Expression } from '../expression/ast.ts'
import { parseExpression } from '../expression/parse.ts'
import type { ExpressionText } from '../model.ts'
import {
  isGroup,
  isSameSubject,
  type AnswerSubject,
  type Clause,
  type ClauseGroup,
  type Compared,
  type Subject,
} from './clauses.ts'

type Part = Clause | ClauseGroup

function answerOf(expression: Expression | undefined): AnswerSubject | null {
  if (expression?.kind !== 'reference' && expression?.kind !== 'this') return null
  const within = expression.member === undefined ? {} : { member: expression.member }
  return expression.kind === 'this'
    ? { kind: 'own', ...within }
    : { kind: 'answer', key: expression.key, ...within }
}

function countOf([first, condition]: readonly Expression[]): Subject | null {
  const of = answerOf(first)
  if (of === null || condition === undefined) return of && { kind: 'count', of }
  const where = groupOf(condition)
  return where && { kind: 'count', of, where }
}

function calledOf({ name, arguments: given }: Call): Subject | null {
  const [first] = given
  switch (name) {
    case 'count':
      return countOf(given)
    case 'length':
    case 'age': {
      const of = answerOf(first)
      return of && { kind: name, of }
    }
    case 'sum':
    case 'min':
    case 'max': {
      const of = given.flatMap((argument) => answerOf(argument) ?? [])
      return of.length === given.length ? { kind: 'fold', name, of } : null
    }
    case 'year':
      return first?.kind === 'call' && first.name === 'today' ? { kind: 'thisYear' } : null
    default:
      return null
  }
}

/** What a value is, as pickers can show it; `null` for what they cannot, such as arithmetic. */
export function subjectOf(expression: Expression): Subject | null {
  if (expression.kind === '$row') return { kind: 'row' }
  if (expression.kind === '$option') return { kind: 'option' }
  return expression.kind === 'call' ? calledOf(expression) : answerOf(expression)
}

function comparedOf(expression: Expression): Compared | null {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return { kind: 'value', value: expression.value }
    case 'list':
      return { kind: 'values', values: expression.items.map(({ value }) => value) }
    default:
      return subjectOf(expression)
  }
}

function comparisonOf({ operator, left, right }: Binary, isNot: boolean): Clause | null {
  if (operator === 'and' || operator === 'or') return null
  if (operator === '+' || operator === '-' || operator === '*' || operator === '/' || operator === '%')
    return null
  const [first, second] = [subjectOf(left), comparedOf(right)]
  return first && second && { kind: 'compare', isNot, left: first, operator, right: second }
}

function callClause({ name, arguments: given }: Call, isNot: boolean): Clause | null {
  const [first, second] = given
  switch (name) {
    case 'answered': {
      const of = answerOf(first)
      return of && { kind: 'answered', isNot, of }
    }
    case 'selected': {
      const left = answerOf(first)
      const isCode = second?.kind === 'text' && second.value.trim() !== ''
      if (left === null || !isCode) return null
      return {
        kind: 'compare',
        isNot,
        left,
        operator: 'contains',
        right: { kind: 'value', value: second.value },
      }
    }
    case 'any':
    case 'all': {
      const where = second && groupOf(second)
      if (first?.kind !== 'reference' || first.member !== undefined || !where) return null
      return { kind: 'items', isNot, quantifier: name, roster: first.key, where }
    }
    default:
      return null
  }
}

function clauseOf(expression: Expression, isNot: boolean): Clause | null {
  if (expression.kind === 'binary') return comparisonOf(expression, isNot)
  if (expression.kind === 'call') return callClause(expression, isNot)
  const of = answerOf(expression)
  return of && { kind: 'holds', isNot, of }
}

const bound = (part: Part | undefined, operator: '>=' | '<=') =>
  part &&
  !isGroup(part) &&
  part.kind === 'compare' &&
  part.operator === operator &&
  part.right.kind === 'value' &&
  typeof part.right.value === 'number'
    ? { left: part.left, isNot: part.isNot, value: part.right.value }
    : null

/** „Co najmniej” and „co najwyżej” of the same value, side by side, are a range. */
function withRanges(joint: 'and' | 'or', parts: readonly Part[]): readonly Part[] {
  const kept: Part[] = []
  for (let at = 0; at < parts.length; at += 1) {
    const [part, next] = [parts[at], parts[at + 1]]
    const [from, to] = [bound(part, '>='), bound(next, '<=')]
    const isRange = from && to && from.isNot === to.isNot && from.isNot === (joint === 'or')
    if (isRange && isSameSubject(from.left, to.left)) {
      kept.push({ kind: 'range', isNot: from.isNot, left: from.left, from: from.value, to: to.value })
      at += 1
    } else if (part) kept.push(part)
  }
  return kept
}

/** Everything joined by the same word, with „nie” carried inwards: „nie (a lub b)” is „nie a i nie b”. */
function flat(expression: Expression, joint: 'and' | 'or', isNot: boolean): readonly Expression[] | null {
  if (expression.kind === 'unary' && expression.operator === 'not') {
    return flat(expression.operand, joint, !isNot)
  }
  if (expression.kind !== 'binary') return null
  const { operator, left, right } = expression
  if (operator !== 'and' && operator !== 'or') return null
  const said = (operator === 'and') === isNot ? 'or' : 'and'
  if (said !== joint) return null
  const side = (part: Expression) => flat(part, joint, isNot) ?? [turned(part, isNot)]
  return [...side(left), ...side(right)]
}

function turned(expression: Expression, isNot: boolean): Expression {
  if (!isNot) return expression
  const { start, end } = expression
  return { kind: 'unary', operator: 'not', operand: expression, start, end }
}

/** A range written out: both its ends, joined. */
function rangeOf(expression: Expression): Clause | null {
  for (const joint of ['and', 'or'] as const) {
    const ends = flat(expression, joint, false)
    if (ends?.length !== 2) continue
    const parts = ends.flatMap((end) => partOf(end, false) ?? [])
    const [only, another] = withRanges(joint, parts)
    if (parts.length === 2 && only && another === undefined && !isGroup(only)) return only
  }
  return null
}

function partOf(expression: Expression, isNot: boolean): Clause | null {
  if (expression.kind === 'unary' && expression.operator === 'not') return partOf(expression.operand, !isNot)
  return clauseOf(expression, isNot)
}

const OTHER = { and: 'or', or: 'and' } as const

function innerPart(expression: Expression, joint: 'and' | 'or'): Part | null {
  const inner = flat(expression, joint, false)
  if (inner === null) return partOf(expression, false)
  const parts = inner.map((part) => partOf(part, false) ?? rangeOf(part))
  if (!parts.every((part) => part !== null)) return null
  const ranged = withRanges(joint, parts)
  const [only] = ranged
  return ranged.length === 1 && only ? only : { joint, parts: ranged }
}

function joinedBy(joint: 'and' | 'or', expressions: readonly Expression[]): ClauseGroup | null {
  const parts = expressions.map((part) => innerPart(part, OTHER[joint]))
  if (!parts.every((part) => part !== null)) return null
  const ranged = withRanges(joint, parts)
  const isAlone = ranged.length === 1
  return { joint: isAlone ? 'and' : joint, parts: ranged }
}

function groupOf(expression: Expression): ClauseGroup | null {
  const both = flat(expression, 'and', false)
  if (both) return joinedBy('and', both)
  const either = flat(expression, 'or', false)
  if (either) return joinedBy('or', either)
  const only = partOf(expression, false)
  return only && { joint: 'and', parts: [only] }
}

/**
 * A rule as clauses that pickers can show; `null` when they cannot, such as arithmetic or groups within groups of
 * groups. What it accepts, `textOfClauses` writes back with the same meaning.
 */
export function clausesOf(rule: Expression | ExpressionText): ClauseGroup | null {
  const expression = typeof rule === 'string' ? parseExpression(rule).expression : rule
  return expression ? groupOf(expression) : null
}
