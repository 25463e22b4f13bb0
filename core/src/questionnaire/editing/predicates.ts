import { isNumeric, type ValueType } from '../expression/value-type.ts'

/** How a number is compared; `range` has two ends, both inclusive. */
export const ORDERS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'range'] as const
export type Order = (typeof ORDERS)[number]

/**
 * What is compared as a number: the answer itself, how many things were chosen, how many signs a text has, how many
 * years passed; of a roster how many items it has, how many of them satisfy conditions, or an answer summed up.
 */
export const MEASURES = [
  'value',
  'chosen',
  'length',
  'age',
  'items',
  'matching',
  'total',
  'least',
  'most',
] as const
export type Measure = (typeof MEASURES)[number]

/** What else can be said of an answer. */
export const STATEMENTS = [
  'oneOf',
  'noneOf',
  'contains',
  'containsNot',
  'isIn',
  'isNotIn',
  'holds',
  'holdsNot',
  'any',
  'none',
  'all',
  'notAll',
  'answered',
  'unanswered',
] as const
export type Statement = (typeof STATEMENTS)[number]

/** What a clause says of an answer. */
export type Predicate =
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'measure'; readonly measure: Measure; readonly order: Order }

const statements = (...names: readonly Statement[]): readonly Predicate[] =>
  names.map((statement) => ({ kind: 'statement', statement }))

const orders = (measure: Measure, names: readonly Order[] = ORDERS): readonly Predicate[] =>
  names.map((order) => ({ kind: 'measure', measure, order }))

const EXISTENCE = statements('answered', 'unanswered')

/** What can be said of a value of this type, the usual first. */
export function predicatesFor(
  type: ValueType,
  about: 'answer' | 'own' | 'row' | 'option',
): readonly Predicate[] {
  if (about === 'row' || about === 'option') return statements('oneOf', 'noneOf', 'isIn', 'isNotIn')
  switch (type.type) {
    case 'code': {
      const inOrder = isNumeric(type)
        ? orders('value', ['ge', 'le', 'gt', 'lt', 'range', 'ne'])
        : orders('value', ['ne'])
      return [...statements('oneOf', 'noneOf'), ...inOrder, ...statements('isIn', 'isNotIn'), ...EXISTENCE]
    }
    case 'codes':
    case 'matrix':
      return [...statements('oneOf', 'noneOf', 'contains', 'containsNot'), ...orders('chosen'), ...EXISTENCE]
    case 'number':
      return [...orders('value'), ...EXISTENCE]
    case 'year':
      return [...orders('value'), ...orders('age'), ...EXISTENCE]
    case 'text':
      return [...EXISTENCE, ...statements('oneOf', 'noneOf'), ...orders('length')]
    case 'boolean':
      return [...statements('holds', 'holdsNot'), ...EXISTENCE]
    case 'roster':
      return [
        ...orders('items'),
        ...statements('any', 'none', 'all', 'notAll'),
        ...orders('matching'),
        ...orders('total'),
        ...orders('least'),
        ...orders('most'),
        ...EXISTENCE,
      ]
    case 'locality':
      return [...statements('oneOf', 'noneOf'), ...EXISTENCE]
    default:
      return [...statements('oneOf', 'noneOf', 'contains', 'containsNot'), ...orders('value'), ...EXISTENCE]
  }
}

/** A predicate in one word, as a control has it: `oneOf`, `chosen.ge`. */
export const predicateName = (predicate: Predicate): string =>
  predicate.kind === 'statement' ? predicate.statement : `${predicate.measure}.${predicate.order}`
