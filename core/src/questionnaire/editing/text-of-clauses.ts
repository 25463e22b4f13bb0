import type { Binary, Expression, FunctionName, Literal } from '../expression/ast.ts'
import { printExpression } from '../expression/print.ts'
import type { ExpressionText } from '../model.ts'
import {
  isGroup,
  type AnswerSubject,
  type Clause,
  type ClauseGroup,
  type ClauseValue,
  type Compared,
  type Subject,
} from './clauses.ts'

const nowhere = { start: 0, end: 0 } as const

const called = (name: FunctionName, ...given: readonly Expression[]): Expression => ({
  kind: 'call',
  name,
  arguments: given,
  ...nowhere,
})

const negated = (operand: Expression): Expression => ({ kind: 'unary', operator: 'not', operand, ...nowhere })

const paired = (operator: Binary['operator'], left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  operator,
  left,
  right,
  ...nowhere,
})

function literal(value: ClauseValue): Literal {
  if (typeof value === 'number') return { kind: 'number', value, ...nowhere }
  if (typeof value === 'boolean') return { kind: 'boolean', value, ...nowhere }
  return { kind: 'text', value, ...nowhere }
}

function answer(subject: AnswerSubject): Expression {
  const within = subject.member === undefined ? {} : { member: subject.member }
  return subject.kind === 'own'
    ? { kind: 'this', ...within, ...nowhere }
    : { kind: 'reference', key: subject.key, ...within, ...nowhere }
}

function value(subject: Subject): Expression {
  switch (subject.kind) {
    case 'row':
      return { kind: '$row', ...nowhere }
    case 'option':
      return { kind: '$option', ...nowhere }
    case 'count': {
      const of = answer(subject.of)
      return subject.where ? called('count', of, whole(subject.where)) : called('count', of)
    }
    case 'length':
    case 'age':
      return called(subject.kind, answer(subject.of))
    case 'fold':
      return called(subject.name, ...subject.of.map(answer))
    case 'thisYear':
      return called('year', called('today'))
    default:
      return answer(subject)
  }
}

function compared(right: Compared): Expression {
  if (right.kind === 'value') return literal(right.value)
  if (right.kind === 'values') return { kind: 'list', items: right.values.map(literal), ...nowhere }
  return value(right)
}

function said(clause: Clause): Expression {
  switch (clause.kind) {
    case 'answered':
      return called('answered', answer(clause.of))
    case 'holds':
      return answer(clause.of)
    case 'compare':
      return paired(clause.operator, value(clause.left), compared(clause.right))
    case 'range': {
      const left = value(clause.left)
      return paired('and', paired('>=', left, literal(clause.from)), paired('<=', left, literal(clause.to)))
    }
    case 'items':
      return called(
        clause.quantifier,
        { kind: 'reference', key: clause.roster, ...nowhere },
        whole(clause.where),
      )
  }
}

function whole({ joint, parts }: ClauseGroup): Expression {
  const expressions = parts.map((part) => {
    if (isGroup(part)) return whole(part)
    return part.isNot ? negated(said(part)) : said(part)
  })
  return expressions.reduce((left, right) => paired(joint, left, right))
}

/** A value as the language of rules writes it. */
export const textOfSubject = (subject: Subject): ExpressionText => printExpression(value(subject))

/** The rule that clauses say, as text; empty when there are none. */
export function textOfClauses(group: ClauseGroup): ExpressionText {
  return group.parts.length === 0 ? '' : printExpression(whole(group))
}
