import { evaluateCondition, isEmptyAnswer, ownValue, type RawAnswers } from './condition.ts'
import type { Answers, MatrixRow, Question, Questionnaire } from './model.ts'
import { otherTextKey } from './model.ts'
import { hasOptions, isMatrix, optionsOf, rowsOf } from './options.ts'

/** What a person is asked, and what of their answers counts. */
export interface Passage {
  readonly questions: readonly Question[]
  readonly answers: RawAnswers
}

function rowsShown(questionnaire: Questionnaire, question: Question, seen: RawAnswers): readonly MatrixRow[] {
  const rows = rowsOf(questionnaire, question)
  if (!isMatrix(question) || question.rowVisibleIf === undefined) return rows
  const condition = question.rowVisibleIf
  return rows.filter((row) => evaluateCondition(condition, seen, row.key))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Drops rows that were not shown; rows that the matrix never had stay, for the check to refuse. */
function keepRows(all: readonly MatrixRow[], shown: readonly MatrixRow[], answer: unknown): unknown {
  if (!isRecord(answer)) return answer
  const hidden = new Set(all.map((row) => row.key))
  for (const row of shown) hidden.delete(row.key)
  return Object.fromEntries(
    Object.entries(answer).filter(([key, value]) => !hidden.has(key) && !isEmptyAnswer(value)),
  )
}

function choosesText(questionnaire: Questionnaire, question: Question, answer: unknown): boolean {
  if (!hasOptions(question) || isMatrix(question)) return false
  const chosen: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  return optionsOf(questionnaire, question).some(
    (option) => option.allowsText === true && chosen.includes(option.code),
  )
}

/** The answer to a shown question, and the text beside it where it was chosen. */
function keepAnswer(
  questionnaire: Questionnaire,
  question: Question,
  answers: RawAnswers,
  shown: readonly MatrixRow[],
): readonly (readonly [string, unknown])[] {
  const sent = ownValue(answers, question.key)
  const answer = isMatrix(question) ? keepRows(rowsOf(questionnaire, question), shown, sent) : sent
  if (question.type === 'INFO' || isEmptyAnswer(answer)) return []
  const textKey = otherTextKey(question.key)
  const text = ownValue(answers, textKey)
  const kept: readonly [string, unknown] = [question.key, answer]
  return isEmptyAnswer(text) || !choosesText(questionnaire, question, answer)
    ? [kept]
    : [kept, [textKey, text]]
}

/**
 * Goes through the questionnaire as a person with these answers does: the questions that are asked, in order,
 * and the answers that count. `visibleQuestions` and `keepVisibleAnswers` in one go.
 */
export function goThrough(questionnaire: Questionnaire, answers: RawAnswers): Passage {
  const questions: Question[] = []
  const seen: Record<string, unknown> = {}
  for (const section of questionnaire.sections) {
    if (section.visibleIf !== undefined && !evaluateCondition(section.visibleIf, seen)) continue
    for (const question of section.questions) {
      if (question.visibleIf !== undefined && !evaluateCondition(question.visibleIf, seen)) continue
      const rows = rowsShown(questionnaire, question, seen)
      if (isMatrix(question) && rows.length === 0) continue
      questions.push(question)
      for (const [key, answer] of keepAnswer(questionnaire, question, answers, rows)) seen[key] = answer
    }
  }
  return { questions, answers: seen }
}

/**
 * The questions a person with these answers is asked, in order. A question hides by its own condition,
 * by its section's, or because no row of it is shown; what depends on a hidden question's answer sees no answer.
 */
export function visibleQuestions(questionnaire: Questionnaire, answers: RawAnswers): readonly Question[] {
  return goThrough(questionnaire, answers).questions
}

/** The rows of a matrix that a person with these answers is asked; all of them when the matrix has no row condition. */
export function visibleRows(
  questionnaire: Questionnaire,
  question: Question,
  answers: RawAnswers,
): readonly MatrixRow[] {
  return rowsShown(questionnaire, question, goThrough(questionnaire, answers).answers)
}

/**
 * The answers that count: those to questions and rows that are asked, without empty ones and without unknown keys,
 * in the order of the questionnaire. Answers to what became hidden are dropped, for good.
 * It checks nothing: values of a wrong shape pass through, so ask `checkAnswers` about the same answers first.
 */
export function keepVisibleAnswers(questionnaire: Questionnaire, answers: RawAnswers): Answers {
  return goThrough(questionnaire, answers).answers as Answers
}
