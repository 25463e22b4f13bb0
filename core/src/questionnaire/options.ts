import type { MatrixQuestion, MatrixRow, Option, Question, Questionnaire, ScaleQuestion } from './model.ts'
import { DONT_KNOW, NOT_APPLICABLE, REFUSED } from './model.ts'

const NO_OPTIONS: readonly Option[] = []

/** Is this one of the special codes `-97 -98 -99`? */
export function isSpecialCode(code: string): boolean {
  return code === NOT_APPLICABLE || code === DONT_KNOW || code === REFUSED
}

/** Does choosing this option of a multi-choice rule out all others? The special codes always do. */
export function isExclusive(option: Option): boolean {
  return option.exclusive === true || isSpecialCode(option.code)
}

/** A question whose answer is a code, a list of codes, or codes by row. */
export function hasOptions(
  question: Question,
): question is Extract<Question, { readonly options?: readonly Option[]; readonly list?: string }> {
  return (
    question.type === 'SINGLE' ||
    question.type === 'MULTI' ||
    question.type === 'RANK' ||
    question.type === 'MATRIX_SINGLE' ||
    question.type === 'MATRIX_MULTI' ||
    question.type === 'SCALE_1_5' ||
    question.type === 'SCALE_0_10'
  )
}

/** A question that is asked row by row. */
export function isMatrix(question: Question): question is MatrixQuestion {
  return question.type === 'MATRIX_SINGLE' || question.type === 'MATRIX_MULTI'
}

function listed(questionnaire: Questionnaire, list: string | undefined): readonly Option[] {
  if (list === undefined || !Object.hasOwn(questionnaire.lists, list)) return NO_OPTIONS
  return questionnaire.lists[list]?.options ?? NO_OPTIONS
}

/** Ends of a scale, both inclusive. */
export function scaleEnds(type: ScaleQuestion['type']): { readonly from: number; readonly to: number } {
  return type === 'SCALE_1_5' ? { from: 1, to: 5 } : { from: 0, to: 10 }
}

function pointLabel(question: ScaleQuestion, point: number): string {
  const { from, to } = scaleEnds(question.type)
  const end = point === from ? question.minLabel : point === to ? question.maxLabel : undefined
  return end === undefined ? String(point) : `${point} – ${end}`
}

function scaleOptions(question: ScaleQuestion, given: readonly Option[]): readonly Option[] {
  const { from, to } = scaleEnds(question.type)
  const points = Array.from({ length: to - from + 1 }, (_, index): Option => {
    const point = from + index
    const own = given.find((option) => option.code === String(point))
    return { code: String(point), label: own?.label ?? pointLabel(question, point), value: point }
  })
  return [...points, ...given.filter((option) => isSpecialCode(option.code))]
}

/**
 * The answers that can be chosen, in order: the question's own or those of its list, narrowed by `only`.
 * A scale always has all its points (with their numbers as labels where none is given), then the special codes offered.
 */
export function optionsOf(questionnaire: Questionnaire, question: Question): readonly Option[] {
  if (!hasOptions(question)) return NO_OPTIONS
  const all = question.options ?? listed(questionnaire, question.list)
  const only = question.only
  const kept = only === undefined ? all : all.filter((option) => only.includes(option.code))
  return question.type === 'SCALE_1_5' || question.type === 'SCALE_0_10' ? scaleOptions(question, kept) : kept
}

const rowOfOption = ({ code, label, translations }: Option): MatrixRow => ({
  key: code,
  label,
  ...(translations && { translations }),
})

/** The rows of a matrix, in order; none for any other question. */
export function rowsOf(questionnaire: Questionnaire, question: Question): readonly MatrixRow[] {
  if (!isMatrix(question)) return []
  const all = question.rows ?? listed(questionnaire, question.rowsList).map(rowOfOption)
  const only = question.onlyRows
  return only === undefined ? all : all.filter((row) => only.includes(row.key))
}
