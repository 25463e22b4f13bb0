import { compile, type CompiledNode, type CompiledQuestion, type CompiledQuestionnaire } from './compile.ts'
import { holds } from './expression/evaluate.ts'
import { parseExpression } from './expression/parse.ts'
import { scopeOf, type Scope } from './expression/scope.ts'
import type { RawAnswers } from './expression/values.ts'
import { askedQuestions, countedAnswers, formOf, type FormContext } from './form.ts'
import type { Answers, ExpressionText, MatrixRow, Question, Questionnaire } from './model.ts'
import { isSpecialCode, rowsOf } from './options.ts'

/** What a person is asked, and what of their answers counts. */
export interface Passage {
  readonly questions: readonly Question[]
  readonly answers: RawAnswers
}

/**
 * Goes through the questionnaire as a person with these answers does: the questions that are asked, in order,
 * and the answers that count. `visibleQuestions` and `keepVisibleAnswers` in one go.
 */
export function goThrough(
  questionnaire: Questionnaire,
  answers: RawAnswers,
  context: FormContext = {},
): Passage {
  const form = formOf(questionnaire, answers, context)
  return { questions: askedQuestions(form), answers: countedAnswers(form) }
}

/**
 * The questions a person with these answers is asked, in order; those inside rosters apart. A question hides by its
 * own condition, by its section's, or because no row or option of it is left; what depends on a hidden question's
 * answer sees no answer.
 */
export function visibleQuestions(
  questionnaire: Questionnaire,
  answers: RawAnswers,
  context: FormContext = {},
): readonly Question[] {
  return askedQuestions(formOf(questionnaire, answers, context))
}

/** The rows of a matrix that a person with these answers is asked; all of them when the matrix has no row condition. */
export function visibleRows(
  questionnaire: Questionnaire,
  question: Question,
  answers: RawAnswers,
): readonly MatrixRow[] {
  const rows = rowsOf(questionnaire, question)
  const condition = compile(questionnaire).questions.get(question.key)?.rowVisibleIf
  if (condition === undefined) return rows
  const scope = scopeOf(goThrough(questionnaire, answers).answers)
  return rows.filter((row) => holds(condition, { ...scope, row: row.key }))
}

/**
 * The answers that count: those to questions and rows that are asked, without empty ones and without unknown keys,
 * in the order of the questionnaire, with calculated values. Answers to what became hidden are dropped, for good.
 * It checks nothing: values of a wrong shape pass through, so ask `checkAnswers` about the same answers first.
 */
export function keepVisibleAnswers(
  questionnaire: Questionnaire,
  answers: RawAnswers,
  context: FormContext = {},
): Answers {
  return goThrough(questionnaire, answers, context).answers as Answers
}

/**
 * Does the condition hold for these answers? One that cannot be read does not.
 *
 * @param rowKey - the row in question, where the condition is one of rows
 */
export function evaluateCondition(condition: ExpressionText, answers: RawAnswers, rowKey?: string): boolean {
  const { expression } = parseExpression(condition)
  if (expression === undefined) return false
  return holds(expression, scopeOf(answers, rowKey === undefined ? {} : { row: rowKey }))
}

/** The scope of stored answers, which are those that count. */
const storedScope = ({ rosters }: CompiledQuestionnaire, counted: RawAnswers): Scope =>
  scopeOf(counted, { isRoster: (key) => rosters.has(key) })

/** Was this section or question asked of a person whose counted answers these are? A question's section apart. */
export function wasAsked(compiled: CompiledQuestionnaire, node: CompiledNode, counted: RawAnswers): boolean {
  const { visibleIf } = node
  const optionFilter = node.kind === 'section' ? undefined : node.optionFilter
  if (visibleIf === undefined && optionFilter === undefined) return true
  const scope = storedScope(compiled, counted)
  if (visibleIf !== undefined && !holds(visibleIf, scope)) return false
  if (node.kind === 'section' || optionFilter === undefined) return true
  const { options } = node
  return options.some(({ code }) => isSpecialCode(code) || holds(optionFilter, { ...scope, option: code }))
}

/** Was this row of a matrix asked of a person whose counted answers these are? */
export function wasRowAsked(
  compiled: CompiledQuestionnaire,
  { rowVisibleIf }: CompiledQuestion,
  rowKey: string,
  counted: RawAnswers,
): boolean {
  if (rowVisibleIf === undefined) return true
  return holds(rowVisibleIf, { ...storedScope(compiled, counted), row: rowKey })
}
