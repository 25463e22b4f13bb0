import {
  evaluate,
  holds,
  isEmptyAnswer,
  isSpecialCode,
  members,
  partsOf,
  pipeText,
  type AnswerPath,
  type Expression,
  type Form,
  type PlacedQuestion,
} from '../questionnaire/index.ts'
import type { Fault } from './check-choices.ts'

/** Answers that an expression compares; those it asks about with `answered` and `coalesce`, or by item, are not. */
function compared(expression: Expression): readonly Expression[] {
  if (expression.kind === 'reference' || expression.kind === 'this') return [expression]
  if (expression.kind !== 'call') return partsOf(expression).flatMap(compared)
  const { name, arguments: given } = expression
  if (name === 'answered' || name === 'coalesce') return []
  if (name === 'count' || name === 'any' || name === 'all') return []
  if (given.length === 2 && (name === 'sum' || name === 'min' || name === 'max')) return []
  return given.flatMap(compared)
}

const saysNothing = (value: unknown): boolean =>
  isEmptyAnswer(value) ||
  members(value).every((member) => typeof member === 'string' && isSpecialCode(member))

/**
 * Constraints that an answer breaks. A constraint is looked at only when all answers it compares are there:
 * a person who left something out, or does not know, has broken nothing.
 */
export function brokenConstraints(form: Form, placed: PlacedQuestion, path: AnswerPath): readonly Fault[] {
  const { compiled, state, scope } = placed
  if (saysNothing(state.answer)) return []
  return compiled.constraints
    .filter(({ expression }) => {
      if (compared(expression).some((answer) => saysNothing(evaluate(answer, scope)))) return false
      return !holds(expression, scope)
    })
    .map(({ constraint }) => ({ code: 'CONSTRAINT', message: pipeText(form, constraint.message, path) }))
}
