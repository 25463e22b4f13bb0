/**
 * The language of rules, loosest first:
 *
 *     or · and · not · = != < <= > >= in contains · + - · * / % · unary -
 *     'text'  12.5  true  false  ['a', 'b']  ( )
 *     key  key.row  key.$row  key.inne  this  $row  $option  function(…)
 *
 * `key` is an answer, `key.row` the answer in a row of a matrix, `key.inne` the text beside „inne, jakie?”.
 * Inside a roster an item's own keys come first, then the outer ones. An answer that is not there is absent:
 * a comparison with it is false (`!=` too), arithmetic with it is absent, and as a condition it is false.
 * The special codes `-97 -98 -99` are codes; as numbers they are absent.
 */

/** Where something stands in the text of an expression: `start` inclusive, `end` exclusive, in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const COMPARISONS = ['=', '!=', '<', '<=', '>', '>=', 'in', 'contains'] as const
export type ComparisonOperator = (typeof COMPARISONS)[number]
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%'
export type BinaryOperator = 'or' | 'and' | ComparisonOperator | ArithmeticOperator

/** Functions with the fewest and the most arguments they take. */
export const FUNCTIONS = {
  answered: [1, 1],
  count: [1, 2],
  sum: [1, 50],
  min: [1, 50],
  max: [1, 50],
  any: [2, 2],
  all: [2, 2],
  round: [1, 2],
  abs: [1, 1],
  length: [1, 1],
  if: [3, 3],
  coalesce: [1, 50],
  today: [0, 0],
  year: [1, 1],
  age: [1, 1],
  selected: [2, 2],
} as const satisfies Readonly<Record<string, readonly [number, number]>>
export type FunctionName = keyof typeof FUNCTIONS

export interface NumberLiteral extends Span {
  readonly kind: 'number'
  readonly value: number
}
/** A text or a code; which of the two depends on what it is compared with. */
export interface TextLiteral extends Span {
  readonly kind: 'text'
  readonly value: string
}
export interface BooleanLiteral extends Span {
  readonly kind: 'boolean'
  readonly value: boolean
}
export type Literal = NumberLiteral | TextLiteral | BooleanLiteral
export interface ListLiteral extends Span {
  readonly kind: 'list'
  readonly items: readonly Literal[]
}
/** An answer by key; `member` is a row key, `$row`, or `inne` (the text of „inne, jakie?”). */
export interface Reference extends Span {
  readonly kind: 'reference'
  readonly key: string
  readonly member?: string
}
/** `this`: the question's own answer, in its constraints; `member` as in a reference. */
export interface OwnAnswer extends Span {
  readonly kind: 'this'
  readonly member?: string
}
/** `$row`: the key of the row in question; `$option`: the code of the option in question. */
export interface Placeholder extends Span {
  readonly kind: '$row' | '$option'
}
export interface Unary extends Span {
  readonly kind: 'unary'
  readonly operator: 'not' | '-'
  readonly operand: Expression
}
export interface Binary extends Span {
  readonly kind: 'binary'
  readonly operator: BinaryOperator
  readonly left: Expression
  readonly right: Expression
}
/** `count sum min max any all` over a roster evaluate their second argument once per item, in the item. */
export interface Call extends Span {
  readonly kind: 'call'
  readonly name: FunctionName
  readonly arguments: readonly Expression[]
}

export type Expression = Literal | ListLiteral | Reference | OwnAnswer | Placeholder | Unary | Binary | Call

/** What is wrong with an expression, where, in a Polish sentence for the author. */
export interface ExpressionProblem extends Span {
  readonly message: string
}

/** The word that stands for the row in question, and the one for the text beside „inne, jakie?”. */
export const THIS_ROW = '$row'
export const OTHER_TEXT = 'inne'
