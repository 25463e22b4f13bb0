import {
  hasOptions,
  isRecord,
  type Answers,
  type Question,
  type Questionnaire,
  type RawAnswers,
  type Section,
} from '../questionnaire/index.ts'
import { checkAnswers, type AnswerContext } from './check-answers.ts'
import type { Violation } from './model.ts'

/** What makes an answer useless for a question; limits and rules that it breaks can still be told to the person. */
const DOES_NOT_FIT: readonly Violation['code'][] = [
  'WRONG_SHAPE',
  'UNKNOWN_QUESTION',
  'UNKNOWN_OPTION',
  'UNKNOWN_ROW',
  'UNKNOWN_LOCALITY',
  'DUPLICATE_CHOICE',
  'UNSTORABLE_TEXT',
]

/** The question as if nothing hid it or anything in it. */
function asked(question: Question): Question {
  const { visibleIf: _visible, ...always } = question
  if (always.type === 'ROSTER') return { ...always, questions: always.questions.map(asked) }
  if (always.type === 'MATRIX_SINGLE' || always.type === 'MATRIX_MULTI') {
    const { rowVisibleIf: _rows, optionFilter: _options, ...matrix } = always
    return matrix
  }
  if (!hasOptions(always)) return always
  const { optionFilter: _options, ...choice } = always
  return choice
}

function sectionAsked({ visibleIf: _visible, ...section }: Section): Section {
  return { ...section, questions: section.questions.map(asked) }
}

function without(answers: unknown, [step, ...rest]: readonly (string | number)[]): unknown {
  if (step === undefined) return undefined
  if (typeof step === 'number') {
    if (!Array.isArray(answers)) return undefined
    const items: readonly unknown[] = answers
    return items.map((item, index) => (index === step ? (without(item, rest) ?? {}) : item))
  }
  if (!isRecord(answers)) return undefined
  const inner = without(answers[step], rest)
  const others = Object.entries(answers).filter(([key]) => key !== step)
  return Object.fromEntries(inner === undefined ? others : [...others, [step, inner]])
}

/**
 * The answers that a questionnaire can hold, whatever they were given to: kept by key, those it has no question, row
 * or option for are left out. Answers to hidden questions are kept, for the person may still come to them.
 */
export function fittingAnswers(
  questionnaire: Questionnaire,
  answers: RawAnswers,
  context: AnswerContext,
): Answers {
  const unconditional = { ...questionnaire, sections: questionnaire.sections.map(sectionAsked) }
  const wrong = checkAnswers(unconditional, answers, context).filter(({ code }) =>
    DOES_NOT_FIT.includes(code),
  )
  return wrong.reduce<unknown>((kept, { questionKey, path = [questionKey], rowKey }) => {
    return without(kept, rowKey === undefined ? path : [...path, rowKey])
  }, answers) as Answers
}
