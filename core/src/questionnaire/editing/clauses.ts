import type { ComparisonOperator } from '../expression/ast.ts'

/** An answer by key (`member`: a row, `$row`, or `inne`), or the question's own answer in its constraint. */
export type AnswerSubject =
  | { readonly kind: 'answer'; readonly key: string; readonly member?: string }
  | { readonly kind: 'own'; readonly member?: string }

/** Whose value a clause looks at, as pickers can show it. */
export type Subject =
  | AnswerSubject
  /** `$row` and `$option`. */
  | { readonly kind: 'row' | 'option' }
  /** `count(…)`: things chosen, rows answered, or items of a roster, all of them or those that satisfy `where`. */
  | { readonly kind: 'count'; readonly of: AnswerSubject; readonly where?: ClauseGroup }
  /** How many signs a text has, how many years passed since a year. */
  | { readonly kind: 'length' | 'age'; readonly of: AnswerSubject }
  /** `sum`, `min` or `max` of answers, or of an answer in a roster: its key first, then the answer's. */
  | { readonly kind: 'fold'; readonly name: 'sum' | 'min' | 'max'; readonly of: readonly AnswerSubject[] }
  /** `year(today())` */
  | { readonly kind: 'thisYear' }

export type ClauseValue = string | number | boolean

/** What a value is compared with: a value, several (`in`), or another answer. */
export type Compared =
  | { readonly kind: 'value'; readonly value: ClauseValue }
  | { readonly kind: 'values'; readonly values: readonly ClauseValue[] }
  | Subject

/** One thing that a rule says; `isNot` turns it round. */
export type Clause = { readonly isNot: boolean } & (
  | { readonly kind: 'answered'; readonly of: AnswerSubject }
  /** A consent that was given, a calculation that is true. */
  | { readonly kind: 'holds'; readonly of: AnswerSubject }
  | {
      readonly kind: 'compare'
      readonly left: Subject
      readonly operator: ComparisonOperator
      readonly right: Compared
    }
  /** From one number to another, both inclusive. */
  | { readonly kind: 'range'; readonly left: Subject; readonly from: number; readonly to: number }
  | {
      readonly kind: 'items'
      readonly quantifier: 'any' | 'all'
      readonly roster: string
      readonly where: ClauseGroup
    }
)

/**
 * A rule as pickers show it: clauses joined by „i” or by „lub”, some of them groups joined by the other word. A
 * single clause is joined by „i”; a group within a group has at least two clauses.
 */
export interface ClauseGroup {
  readonly joint: 'and' | 'or'
  readonly parts: readonly (Clause | ClauseGroup)[]
}

/** Is this part a group within a group? */
export function isGroup(part: Clause | ClauseGroup): part is ClauseGroup {
  return 'joint' in part
}

/** Is this the same value, written the same way? */
export function isSameSubject(left: Subject, right: Subject): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}
