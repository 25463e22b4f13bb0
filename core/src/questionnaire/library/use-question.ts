import type { FieldProblem } from '../../errors.ts'
import { hasOptions, isMatrix } from '../options.ts'
import type { Question } from '../model.ts'
import type { QuestionBank } from './bank-model.ts'
import type { QuestionUse } from './source-model.ts'

/** Codes of the options that the bank offers for a question, in order; a scale without a list offers none by code. */
function offeredCodes(bank: QuestionBank, question: Question): readonly string[] {
  if (!hasOptions(question)) return []
  const all = question.options ?? bank.lists[question.list ?? '']?.options ?? []
  const codes = all.map(({ code }) => code)
  return question.only === undefined ? codes : codes.filter((code) => question.only?.includes(code))
}

/** Keys of the rows that the bank asks in a matrix, in order. */
function offeredRows(bank: QuestionBank, question: Question): readonly string[] {
  if (!isMatrix(question)) return []
  const listed = bank.lists[question.rowsList ?? '']?.options.map(({ code }) => code) ?? []
  const keys = question.rows?.map((row) => row.key) ?? listed
  return question.onlyRows === undefined ? keys : keys.filter((key) => question.onlyRows?.includes(key))
}

function subset(
  chosen: readonly string[] | undefined,
  offered: readonly string[],
  path: string,
  problems: FieldProblem[],
): readonly string[] | undefined {
  if (chosen === undefined) return undefined
  for (const stray of chosen.filter((one) => !offered.includes(one)))
    problems.push({ path, message: `Bank pytań nie ma w tym pytaniu pozycji „${stray}”.` })
  if (chosen.length === 0) problems.push({ path, message: 'Prosimy zostawić choć jedną pozycję.' })
  return offered.filter((one) => chosen.includes(one))
}

/**
 * The question of the bank as it stands in a questionnaire: the bank's wording, options and order, narrowed by the use.
 *
 * @returns `null` (and a problem) when the bank has no such question
 */
export function useQuestion(
  wanted: QuestionUse,
  bank: QuestionBank,
  path: string,
  problems: FieldProblem[],
): Question | null {
  const found = bank.questions.find(({ question }) => question.key === wanted.use)
  if (found === undefined) {
    problems.push({ path, message: `Bank pytań nie ma pytania „${wanted.use}”.` })
    return null
  }
  const { question } = found
  const only = subset(wanted.only, offeredCodes(bank, question), `${path}.only`, problems)
  const onlyRows = subset(wanted.onlyRows, offeredRows(bank, question), `${path}.onlyRows`, problems)
  return {
    ...question,
    ...(only === undefined ? {} : { only }),
    ...(onlyRows === undefined ? {} : { onlyRows }),
    ...(wanted.required === undefined ? {} : { required: wanted.required }),
    ...(wanted.visibleIf === undefined ? {} : { visibleIf: wanted.visibleIf }),
  }
}
