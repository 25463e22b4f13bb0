import {
  askedQuestions,
  countedAnswers,
  formOf,
  isAnswerable,
  isEmptyAnswer,
  isMatrix,
  isRecord,
  isRequired,
  otherTextKey,
  ownValue,
  questionAt,
  type AnswerPath,
  type Answers,
  type CompiledQuestion,
  type Form,
  type Level,
  type MatrixQuestion,
  type PlacedQuestion,
  type Question,
  type Questionnaire,
  type RawAnswers,
} from '../questionnaire/index.ts'
import { checkCode, checkCodes, type Fault } from './check-choices.ts'
import { brokenConstraints } from './check-constraints.ts'
import { checkItemCount } from './check-items.ts'
import { checkConsent, checkLocality, checkNumber, checkText, checkYear } from './check-values.ts'
import { messages } from './messages.ts'
import type { Violation } from './model.ts'

/** What the answers are checked against besides the questionnaire. */
export interface AnswerContext {
  /** Localities of the survey's municipality. */
  readonly localityIds: readonly string[]
  /** The day of answering, `2026-11-22`, for rules that speak of `today()`. */
  readonly today?: string
}

/** More than a person could make, few enough to send back. */
const MOST_VIOLATIONS = 200
const LONGEST_ECHO = 80

const wrongShape = (type: Question['type']): readonly Fault[] => [
  { code: 'WRONG_SHAPE', message: messages.wrongShape(type) },
]

function checkMatrix(
  question: MatrixQuestion,
  { rows, options }: CompiledQuestion,
  answer: unknown,
): readonly Fault[] {
  if (!isRecord(answer)) return wrongShape(question.type)
  return Object.keys(answer).flatMap((rowKey): readonly Fault[] => {
    if (!rows.some(({ key }) => key === rowKey))
      return [{ code: 'UNKNOWN_ROW', message: messages.unknownRow, rowKey: rowKey.slice(0, LONGEST_ECHO) }]
    const cell = ownValue(answer, rowKey)
    const faults =
      question.type === 'MATRIX_SINGLE'
        ? checkCode(options, cell, question.type)
        : checkCodes(options, cell, { type: question.type })
    return faults.map((fault) => ({ ...fault, rowKey }))
  })
}

/** Faults of an answer that is there, by the type of its question alone. */
function checkValue(
  { compiled, state }: PlacedQuestion,
  answer: unknown,
  { localityIds }: AnswerContext,
): readonly Fault[] {
  const { question, options } = compiled
  switch (question.type) {
    case 'SINGLE':
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return checkCode(options, answer, question.type)
    case 'MULTI': {
      const { type, minChoices, maxChoices: max } = question
      const min = minChoices === undefined ? undefined : Math.min(minChoices, state.options.length)
      return checkCodes(options, answer, { type, min, max })
    }
    case 'RANK':
      return checkCodes(options, answer, { type: question.type, max: question.top })
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI':
      return checkMatrix(question, compiled, answer)
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
    case 'ROSTER':
      return Array.isArray(answer) ? checkItemCount(question, answer.length) : wrongShape(question.type)
    case 'INFO':
    case 'CALCULATED':
      return []
  }
}

function missing(placed: PlacedQuestion): readonly Fault[] {
  if (!isRequired(placed)) return []
  const { question } = placed.compiled
  const { answer, rows } = placed.state
  const message = messages.required(question.type)
  if (!isMatrix(question)) return isEmptyAnswer(answer) ? [{ code: 'REQUIRED', message }] : []
  return rows
    .filter((row) => isEmptyAnswer(ownValue(answer, row.key)))
    .map((row) => ({ code: 'REQUIRED', message, rowKey: row.key }))
}

class AnswerCheck {
  constructor(
    private readonly form: Form,
    private readonly context: AnswerContext,
  ) {}

  /** Faults of the question at a path, and of the items of a roster. */
  at(path: AnswerPath): readonly Violation[] {
    const placed = questionAt(this.form, path)
    if (!placed?.state.isShown) return []
    const { question } = placed.compiled
    const { answer, otherText } = placed.state
    const wrong = isEmptyAnswer(answer) ? [] : checkValue(placed, answer, this.context)
    const faults = [
      ...missing(placed),
      ...wrong,
      ...(wrong.length > 0 || placed.compiled.constraints.length === 0
        ? []
        : brokenConstraints(this.form, placed, path)),
      ...(isEmptyAnswer(otherText) ? [] : checkText(otherText, 'TEXT_SHORT')),
    ]
    const own = faults.map((fault) => violation(question.key, path, fault))
    return question.type === 'ROSTER' ? [...own, ...this.items(placed, path)] : own
  }

  private items({ compiled, state }: PlacedQuestion, path: AnswerPath): readonly Violation[] {
    const { question, items: level } = compiled
    if (level === undefined) return []
    const keys = [...level.indexOf.keys()]
    return state.items.flatMap((item, index) => {
      const at = [...path, index]
      if (item === null) return wrongShape(question.type).map((fault) => violation(question.key, at, fault))
      const wrong = keys.flatMap((key) => this.at([...at, key]))
      return [...wrong, ...unknownKeys(level, item.given, at)]
    })
  }
}

/** `path` is only told where the question stands in a roster; its key says enough otherwise. */
function violation(questionKey: string, path: AnswerPath, fault: Fault): Violation {
  return path.length > 1 ? { questionKey, path, ...fault } : { questionKey, ...fault }
}

const keysOfLevels = new WeakMap<Level, ReadonlySet<string>>()

/** Keys that answers of a level may have. */
function keysOf(level: Level): ReadonlySet<string> {
  const before = keysOfLevels.get(level)
  if (before) return before
  const questions = level.nodes.flatMap((node) => (node.kind === 'question' ? [node.question] : []))
  const keys = new Set(
    questions
      .filter(({ type }) => type !== 'INFO')
      .flatMap((question) =>
        isAnswerable(question) ? [question.key, otherTextKey(question.key)] : [question.key],
      ),
  )
  keysOfLevels.set(level, keys)
  return keys
}

function unknownKeys(level: Level, answers: RawAnswers, at: AnswerPath): readonly Violation[] {
  const known = keysOf(level)
  const unknown = Object.keys(answers).filter((key) => !known.has(key))
  return unknown.map((key) => {
    const questionKey = key.slice(0, LONGEST_ECHO)
    const fault: Fault = { code: 'UNKNOWN_QUESTION', message: messages.unknownQuestion }
    return violation(questionKey, [...at, questionKey], fault)
  })
}

/** Everything wrong with the answers of a form that is open, in the order of the questionnaire. */
export function checkForm(form: Form, context: AnswerContext): readonly Violation[] {
  const check = new AnswerCheck(form, context)
  const wrong = askedQuestions(form).flatMap(({ key }) => check.at([key]))
  const { level } = form.compiled
  return [...wrong, ...unknownKeys(level, form.state.given, [])].slice(0, MOST_VIOLATIONS)
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
  return new AnswerCheck(formOf(questionnaire, answers, context), context).at([question.key])
}

/** A set of answers looked over: what is wrong with it, and what of it counts. */
export interface Judged {
  readonly violations: readonly Violation[]
  /** As `keepVisibleAnswers` gives them; of use only when nothing is wrong. */
  readonly answers: Answers
}

/** `checkAnswers` and `keepVisibleAnswers` with one evaluation of the form. */
export function judgeAnswers(questionnaire: Questionnaire, answers: unknown, context: AnswerContext): Judged {
  if (!isRecord(answers)) {
    const message = messages.wrongAnswers
    return { violations: [{ questionKey: '', code: 'WRONG_SHAPE', message }], answers: {} }
  }
  const form = formOf(questionnaire, answers, context)
  return { violations: checkForm(form, context), answers: countedAnswers(form) as Answers }
}

/**
 * Everything wrong with a set of answers, in the order of the questionnaire; empty when they can be stored.
 * Only what is asked is checked: answers to hidden questions, rows and options are not faults (`keepVisibleAnswers`
 * drops them), a hidden required question does not block, and calculated values are worked out anew.
 *
 * @param answers - any JSON; what is no object of answers is one violation with an empty `questionKey`
 */
export function checkAnswers(
  questionnaire: Questionnaire,
  answers: unknown,
  context: AnswerContext,
): readonly Violation[] {
  return judgeAnswers(questionnaire, answers, context).violations
}
