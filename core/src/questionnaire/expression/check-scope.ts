import type { ExpressionProblem } from './ast.ts'
import type { ValueType } from './value-type.ts'

/** What an expression may speak of at its place. */
export interface CheckScope {
  /** The type of a reference, or what is wrong with it: a sentence. */
  reference(key: string, member: string | undefined): ValueType | string
  own(member: string | undefined): ValueType | string
  /** `undefined` where the word has no meaning. */
  readonly row: ValueType | undefined
  readonly option: ValueType | undefined
  /** The scope within an item of the roster of this key. */
  within(rosterKey: string): CheckScope
}

/** An expression looked over: what it gives, and everything wrong with it. */
export interface Checked {
  readonly type: ValueType
  readonly problems: readonly ExpressionProblem[]
}
