import type { CheckScope } from '../expression/check-scope.ts'
import { isGroupForm, isSingleValue, typeOfForm, type ClauseForm, type GroupForm } from './clause-form.ts'
import { isGroup, type AnswerSubject, type Clause, type ClauseGroup, type Subject } from './clauses.ts'
import type { Measure, Order, Statement } from './predicates.ts'

const OPERATOR_OF = { eq: '=', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' } as const
const NEGATIVE: ReadonlySet<Statement> = new Set([
  'noneOf',
  'containsNot',
  'isNotIn',
  'holdsNot',
  'none',
  'notAll',
  'unanswered',
])

function answerIn({ about }: ClauseForm): AnswerSubject | null {
  return about?.kind === 'answer' || about?.kind === 'own' ? about : null
}

function whereOf({ about, where }: ClauseForm, scope: CheckScope): ClauseGroup | null {
  const inner = about?.kind === 'answer' ? scope.within(about.key) : scope
  const group = clausesOfForm(where, inner)
  return group.parts.length === 0 ? null : group
}

function comparison(form: ClauseForm, statement: Statement, scope: CheckScope): Clause | null {
  const { about, bound } = form
  const isNot = NEGATIVE.has(statement)
  const values = form.values.filter((value) => String(value).trim() !== '')
  const [first, ...others] = values
  if (about === null) return null
  switch (statement) {
    case 'isIn':
    case 'isNotIn':
      return bound?.kind === 'answer'
        ? { kind: 'compare', isNot, left: about, operator: 'in', right: bound }
        : null
    case 'contains':
    case 'containsNot':
      if (first === undefined) return null
      return {
        kind: 'compare',
        isNot,
        left: about,
        operator: 'contains',
        right: { kind: 'value', value: first },
      }
    default: {
      if (first === undefined) return null
      const isOne = others.length === 0 && isSingleValue(typeOfForm(form, scope))
      return isOne
        ? { kind: 'compare', isNot, left: about, operator: '=', right: { kind: 'value', value: first } }
        : { kind: 'compare', isNot, left: about, operator: 'in', right: { kind: 'values', values } }
    }
  }
}

function stated(form: ClauseForm, statement: Statement, scope: CheckScope): Clause | null {
  const isNot = NEGATIVE.has(statement)
  const of = answerIn(form)
  switch (statement) {
    case 'answered':
    case 'unanswered':
      return of && { kind: 'answered', isNot, of }
    case 'holds':
    case 'holdsNot':
      return of && { kind: 'holds', isNot, of }
    case 'any':
    case 'none':
    case 'all':
    case 'notAll': {
      const where = whereOf(form, scope)
      const quantifier = statement === 'any' || statement === 'none' ? 'any' : 'all'
      return of?.kind === 'answer' && where
        ? { kind: 'items', isNot, quantifier, roster: of.key, where }
        : null
    }
    default:
      return comparison(form, statement, scope)
  }
}

/** The value that is measured, as chosen; `null` while something is missing. */
export function subjectOfForm(form: ClauseForm, measure: Measure, scope: CheckScope): Subject | null {
  const of = answerIn(form)
  switch (measure) {
    case 'value':
      return form.about
    case 'items':
    case 'chosen':
      return of && { kind: 'count', of }
    case 'length':
    case 'age':
      return of && { kind: measure, of }
    case 'matching': {
      const where = whereOf(form, scope)
      return of && where && { kind: 'count', of, where }
    }
    default: {
      const name = measure === 'total' ? 'sum' : measure === 'least' ? 'min' : 'max'
      const { inner } = form
      return of && inner !== null ? { kind: 'fold', name, of: [of, { kind: 'answer', key: inner }] } : null
    }
  }
}

function compared(form: ClauseForm, measure: Measure, order: Order, scope: CheckScope): Clause | null {
  const left = subjectOfForm(form, measure, scope)
  const { bound, until, isNot } = form
  if (left === null || bound === null || (bound.kind === 'answer' && bound.key === '')) return null
  if (order !== 'range') return { kind: 'compare', isNot, left, operator: OPERATOR_OF[order], right: bound }
  const from = bound.kind === 'value' ? Number(bound.value) : Number.NaN
  return until === null || !Number.isFinite(from) ? null : { kind: 'range', isNot, left, from, to: until }
}

/** The clause that was chosen; `null` while something is missing. */
export function clauseOfForm(form: ClauseForm, scope: CheckScope): Clause | null {
  const { predicate } = form
  if (predicate === null) return null
  return predicate.kind === 'statement'
    ? stated(form, predicate.statement, scope)
    : compared(form, predicate.measure, predicate.order, scope)
}

/** All clauses that were chosen whole; those that miss something are left out. */
export function clausesOfForm({ joint, parts }: GroupForm, scope: CheckScope): ClauseGroup {
  const whole = parts.flatMap((part): readonly (Clause | ClauseGroup)[] => {
    if (!isGroupForm(part)) {
      const clause = clauseOfForm(part, scope)
      return clause === null ? [] : [clause]
    }
    const inner = clausesOfForm(part, scope)
    return inner.parts.length < 2 ? inner.parts : [inner]
  })
  const [only, ...others] = whole
  if (only === undefined || others.length > 0) return { joint, parts: whole }
  return isGroup(only) ? only : { joint: 'and', parts: whole }
}
