import type { CheckScope } from '../expression/check-scope.ts'
import { BLANK_CLAUSE, isSingleValue, typeOfForm, type ClauseForm, type GroupForm } from './clause-form.ts'
import { isGroup, type Clause, type ClauseGroup, type Compared, type Subject } from './clauses.ts'
import { predicateName, predicatesFor, type Measure, type Order, type Statement } from './predicates.ts'
import { typeOfAbout } from './rule-place.ts'

type Comparison = Extract<Clause, { readonly kind: 'compare' }>

const ORDER_OF = { '=': 'eq', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' } as const
const FOLDS = { sum: 'total', min: 'least', max: 'most' } as const

const says = (statement: Statement) => ({ kind: 'statement', statement }) as const
const either = (isNot: boolean, yes: Statement, no: Statement) => says(isNot ? no : yes)

/** What is measured of which answer. */
function measured(
  left: Subject,
  scope: CheckScope,
): (Pick<ClauseForm, 'about'> & Partial<ClauseForm> & { readonly measure: Measure }) | null {
  switch (left.kind) {
    case 'count': {
      const about = left.of
      if (left.where) {
        const where = formOfGroup(left.where, innerScope(scope, about))
        return where && { about, measure: 'matching', where }
      }
      const type = typeOfAbout(scope, about)
      const isRoster = typeof type !== 'string' && type.type === 'roster'
      return { about, measure: isRoster ? 'items' : 'chosen' }
    }
    case 'length':
    case 'age':
      return { about: left.of, measure: left.kind }
    case 'fold': {
      const [about, inner, ...others] = left.of
      if (about === undefined || inner?.kind !== 'answer' || others.length > 0) return null
      if (inner.member !== undefined) return null
      return { about, measure: FOLDS[left.name], inner: inner.key }
    }
    case 'thisYear':
      return null
    default:
      return { about: left, measure: 'value' }
  }
}

function innerScope(scope: CheckScope, about: ClauseForm['about']): CheckScope {
  return about?.kind === 'answer' ? scope.within(about.key) : scope
}

function boundOf(right: Compared): ClauseForm['bound'] {
  switch (right.kind) {
    case 'value':
      return right
    case 'answer':
    case 'own':
    case 'thisYear':
      return right
    default:
      return null
  }
}

/** Comparisons that are statements: which codes, whether a list holds the row or the option. */
function statementOf(clause: Comparison, scope: CheckScope): Partial<ClauseForm> | null {
  const { operator, left, right, isNot } = clause
  const about =
    left.kind === 'answer' || left.kind === 'own' || left.kind === 'row' || left.kind === 'option'
      ? left
      : null
  if (about === null) return null
  const isValue = right.kind === 'value'
  if (operator === 'in' && right.kind === 'values')
    return { about, predicate: either(isNot, 'oneOf', 'noneOf'), values: right.values }
  if (operator === 'in' && right.kind === 'answer')
    return { about, predicate: either(isNot, 'isIn', 'isNotIn'), bound: right }
  if (operator === 'contains' && (right.kind === 'row' || right.kind === 'option') && left.kind === 'answer')
    return { about: right, predicate: either(isNot, 'isIn', 'isNotIn'), bound: left }
  if (operator === 'contains' && isValue)
    return { about, predicate: either(isNot, 'contains', 'containsNot'), values: [right.value] }
  if (operator !== '=' || !isValue) return null
  const type = typeOfForm({ about }, scope)
  if (type.type === 'boolean' && right.value === true)
    return { about, predicate: either(isNot, 'holds', 'holdsNot') }
  const isOne = isSingleValue(type) || (type.type === 'anything' && typeof right.value === 'string')
  return isOne ? { about, predicate: either(isNot, 'oneOf', 'noneOf'), values: [right.value] } : null
}

function measureOf(clause: Comparison, scope: CheckScope): Partial<ClauseForm> | null {
  const { operator, left, right, isNot } = clause
  if (operator === 'in' || operator === 'contains') return null
  const found = measured(left, scope)
  const bound = boundOf(right)
  if (found === null || bound === null) return null
  const { measure, ...rest } = found
  return { ...rest, isNot, bound, predicate: { kind: 'measure', measure, order: ORDER_OF[operator] } }
}

function partsOf(clause: Clause, scope: CheckScope): Partial<ClauseForm> | null {
  switch (clause.kind) {
    case 'answered':
      return { about: clause.of, predicate: either(clause.isNot, 'answered', 'unanswered') }
    case 'holds':
      return { about: clause.of, predicate: either(clause.isNot, 'holds', 'holdsNot') }
    case 'compare':
      return statementOf(clause, scope) ?? measureOf(clause, scope)
    case 'range': {
      const { left, isNot, from, to } = clause
      const found = measured(left, scope)
      if (found === null) return null
      const { measure, ...rest } = found
      const order: Order = 'range'
      const bound = { kind: 'value', value: from } as const
      return { ...rest, isNot, bound, until: to, predicate: { kind: 'measure', measure, order } }
    }
    case 'items': {
      const about = { kind: 'answer', key: clause.roster } as const
      const where = formOfGroup(clause.where, innerScope(scope, about))
      const isAny = clause.quantifier === 'any'
      const predicate = isAny ? either(clause.isNot, 'any', 'none') : either(clause.isNot, 'all', 'notAll')
      return where && { about, predicate, where }
    }
  }
}

function formOfClause(clause: Clause, scope: CheckScope): ClauseForm | null {
  const parts = partsOf(clause, scope)
  if (parts === null) return null
  const form = { ...BLANK_CLAUSE, ...parts }
  if (form.about === null || form.predicate === null) return null
  const name = predicateName(form.predicate)
  const offered = predicatesFor(typeOfForm(form, scope), form.about.kind)
  return offered.some((predicate) => predicateName(predicate) === name) ? form : null
}

/** The clauses as pickers have them at a place; `null` when they do not offer what a clause says. */
export function formOfGroup({ joint, parts }: ClauseGroup, scope: CheckScope): GroupForm | null {
  const forms = parts.map((part) => (isGroup(part) ? formOfGroup(part, scope) : formOfClause(part, scope)))
  return forms.every((form) => form !== null) ? { joint, parts: forms } : null
}

/** A measured value as pickers have it; `null` when they do not offer it. */
export function formOfSubject(subject: Subject, scope: CheckScope): ClauseForm | null {
  const found = measured(subject, scope)
  if (found === null) return null
  const { measure, ...rest } = found
  return { ...BLANK_CLAUSE, ...rest, predicate: { kind: 'measure', measure, order: 'eq' } }
}
