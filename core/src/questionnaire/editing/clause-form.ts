import type { CheckScope } from '../expression/check-scope.ts'
import { ANYTHING, type ValueType } from '../expression/value-type.ts'
import type { ClauseValue, Compared } from './clauses.ts'
import type { Predicate } from './predicates.ts'
import { typeOfAbout, type ClauseAbout } from './rule-place.ts'

/** A clause while it is being chosen: what is not chosen yet is `null`, what another choice needs is kept. */
export interface ClauseForm {
  readonly about: ClauseAbout | null
  readonly predicate: Predicate | null
  /** Turns a comparison of numbers round. */
  readonly isNot: boolean
  /** Codes or texts chosen. */
  readonly values: readonly ClauseValue[]
  /** What a number is compared with; the question whose answers should hold the row or the option. */
  readonly bound: Exclude<Compared, { readonly kind: 'values' }> | null
  /** The other end of a range. */
  readonly until: number | null
  /** Key of the answer that is summed up in a roster. */
  readonly inner: string | null
  /** What items of a roster must satisfy. */
  readonly where: GroupForm
}

/** Clauses being chosen, joined by „i” or „lub”. */
export interface GroupForm {
  readonly joint: 'and' | 'or'
  readonly parts: readonly (ClauseForm | GroupForm)[]
}

export const isGroupForm = (part: ClauseForm | GroupForm): part is GroupForm => 'joint' in part

/** A clause of which nothing is chosen yet. */
export const BLANK_CLAUSE: ClauseForm = {
  about: null,
  predicate: null,
  isNot: false,
  values: [],
  bound: null,
  until: null,
  inner: null,
  where: { joint: 'and', parts: [] },
}

/** What a clause is about; `anything` where that cannot be found out, such as a question that was removed. */
export function typeOfForm({ about }: Pick<ClauseForm, 'about'>, scope: CheckScope): ValueType {
  const type = about && typeOfAbout(scope, about)
  return type === null || typeof type === 'string' ? ANYTHING : type
}

/** Is the answer one value that `=` compares with? */
export function isSingleValue({ type }: ValueType): boolean {
  return type === 'code' || type === 'locality' || type === 'text'
}
