import {
  allQuestions,
  goThrough,
  isEmptyAnswer,
  isMatrix,
  keepVisibleAnswers,
  optionsOf,
  otherTextKey,
  ownValue,
  rowsOf,
  visibleRows,
  type MatrixQuestion,
  type Question,
  type Questionnaire,
  type RawAnswers,
} from '../questionnaire/index.ts'
import { checkCode, checkCodes, type Fault } from './check-choices.ts'
import { checkConsent, checkLocality, checkNumber, checkText, checkYear } from './check-values.ts'
import { messages } from './messages.ts'
import type { Violation } from './model.ts'

/** What the answers are checked against besides the questionnaire. */
export interface AnswerContext {
  /** Localities of the survey's municipality. */
  readonly localityIds: readonly string[]
}

function isRecord(value: unknown): value is RawAnswers {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function checkMatrix(
  questionnaire: Questionnaire,
  question: MatrixQuestion,
  answer: unknown,
): readonly Fault[] {
  if (!isRecord(answer)) return [{ code: 'WRONG_SHAPE', message: messages.wrongShape(question.type) }]
  const rowKeys = rowsOf(questionnaire, question).map((row) => row.key)
  const options = optionsOf(questionnaire, question)
  return Object.keys(answer).flatMap((rowKey): readonly Fault[] => {
    if (!rowKeys.includes(rowKey))
      return [{ code: 'UNKNOWN_ROW', message: messages.unknownRow, rowKey: rowKey.slice(0, LONGEST_ECHO) }]
    const cell = ownValue(answer, rowKey)
    const faults =
      question.type === 'MATRIX_SINGLE'
        ? checkCode(options, cell, question.type)
        : checkCodes(options, cell, { type: question.type })
    return faults.map((fault) => ({ ...fault, rowKey }))
  })
}

function checkValue(
  questionnaire: Questionnaire,
  question: Question,
  answer: unknown,
  { localityIds }: AnswerContext,
): readonly Fault[] {
  switch (question.type) {
    case 'SINGLE':
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return checkCode(optionsOf(questionnaire, question), answer, question.type)
    case 'MULTI':
      return checkCodes(optionsOf(questionnaire, question), answer, {
        type: question.type,
        min: question.minChoices,
        max: question.maxChoices,
      })
    case 'RANK':
      return checkCodes(optionsOf(questionnaire, question), answer, {
        type: question.type,
        max: question.top,
      })
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI':
      return checkMatrix(questionnaire, question, answer)
    case 'NUMBER':
      return checkNumber(question, answer)
    case 'DATE_YEAR':
      return checkYear(question, answer)
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
      return checkText(answer, question.type, question.maxLength)
    case 'LOCALITY':
      return checkLocality(answer, localityIds)
    case 'CONSENT':
      return checkConsent(answer)
    case 'INFO':
      return [{ code: 'UNKNOWN_QUESTION', message: messages.unknownQuestion }]
  }
}

function missing(questionnaire: Questionnaire, question: Question, answers: RawAnswers): readonly Fault[] {
  if (question.required !== true || question.type === 'INFO') return []
  const answer = ownValue(answers, question.key)
  const message = messages.required(question.type)
  if (!isMatrix(question)) return isEmptyAnswer(answer) ? [{ code: 'REQUIRED', message }] : []
  return visibleRows(questionnaire, question, answers)
    .filter((row) => isEmptyAnswer(ownValue(answer, row.key)))
    .map((row) => ({ code: 'REQUIRED', message, rowKey: row.key }))
}

function checkKept(
  questionnaire: Questionnaire,
  question: Question,
  kept: RawAnswers,
  context: AnswerContext,
): readonly Violation[] {
  const answer = ownValue(kept, question.key)
  const text = ownValue(kept, otherTextKey(question.key))
  const faults = [
    ...missing(questionnaire, question, kept),
    ...(isEmptyAnswer(answer) ? [] : checkValue(questionnaire, question, answer, context)),
    ...(isEmptyAnswer(text) ? [] : checkText(text, 'TEXT_SHORT')),
  ]
  return faults.map((fault) => ({ questionKey: question.key, ...fault }))
}

/**
 * Faults of the answer to one question that is shown; `answers` are all answers so far.
 * Pages of the answering face ask it before going on.
 */
export function checkAnswer(
  questionnaire: Questionnaire,
  question: Question,
  answers: RawAnswers,
  context: AnswerContext,
): readonly Violation[] {
  return checkKept(questionnaire, question, keepVisibleAnswers(questionnaire, answers), context)
}

/** More than a person could make, few enough to send back. */
const MOST_VIOLATIONS = 200
const LONGEST_ECHO = 80

function unknownKeys(questionnaire: Questionnaire, answers: RawAnswers): readonly string[] {
  const answerable = allQuestions(questionnaire).filter((question) => question.type !== 'INFO')
  const known = new Set(answerable.flatMap(({ key }) => [key, otherTextKey(key)]))
  return Object.keys(answers).filter((key) => !known.has(key))
}

/**
 * Everything wrong with a set of answers, in the order of the questionnaire; empty when they can be stored.
 * Only what is asked is checked: answers to hidden questions and rows are not faults (`keepVisibleAnswers`
 * drops them) and a hidden required question does not block.
 *
 * @param answers - any JSON; what is no object of answers is one violation with an empty `questionKey`
 */
export function checkAnswers(
  questionnaire: Questionnaire,
  answers: unknown,
  context: AnswerContext,
): readonly Violation[] {
  if (!isRecord(answers)) return [{ questionKey: '', code: 'WRONG_SHAPE', message: messages.wrongAnswers }]
  const asked = goThrough(questionnaire, answers)
  const wrong = asked.questions.flatMap((question) =>
    checkKept(questionnaire, question, asked.answers, context),
  )
  const unknown = unknownKeys(questionnaire, answers).map((key): Violation => {
    const questionKey = key.slice(0, LONGEST_ECHO)
    return { questionKey, code: 'UNKNOWN_QUESTION', message: messages.unknownQuestion }
  })
  return [...wrong, ...unknown].slice(0, MOST_VIOLATIONS)
}
