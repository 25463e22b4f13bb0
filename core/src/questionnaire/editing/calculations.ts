import { parseExpression } from '../expression/parse.ts'
import type { ExpressionText } from '../model.ts'
import { clausesOf, subjectOf } from './clauses-of.ts'
import type { ClauseGroup, Subject } from './clauses.ts'
import { textOfClauses, textOfSubject } from './text-of-clauses.ts'

/** What a calculated value is, as pickers can show it: a value, or whether conditions hold. */
export type Calculation =
  | { readonly kind: 'value'; readonly of: Subject }
  | { readonly kind: 'condition'; readonly group: ClauseGroup }

/** A calculation as pickers can show it; `null` when they cannot, such as arithmetic. */
export function calculationOf(text: ExpressionText): Calculation | null {
  const { expression } = parseExpression(text)
  if (expression === undefined) return null
  const of = subjectOf(expression)
  if (of) return { kind: 'value', of }
  const group = clausesOf(expression)
  return group && { kind: 'condition', group }
}

/** The calculation as text; empty when it is a condition of no clauses. */
export function textOfCalculation(calculation: Calculation): ExpressionText {
  return calculation.kind === 'value' ? textOfSubject(calculation.of) : textOfClauses(calculation.group)
}
