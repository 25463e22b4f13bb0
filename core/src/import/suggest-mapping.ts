import { allQuestions, optionsOf, rowsOf, type Question, type Questionnaire } from '../questionnaire/index.ts'
import { isImportable } from './importable.ts'
import { matchOption } from './match-option.ts'
import type { AnswerTable, ColumnMapping, ColumnTarget } from './model.ts'
import { plainText } from './plain-text.ts'
import { splitChoices } from './split-choices.ts'

/** Separators between several choices in one cell, as Google Forms, Excel and people write them. */
export const SEPARATORS = [';', ',', '|', '\n'] as const

const SHEET_NUMBER = /^(nr|numer|lp)( (arkusza|ankiety|kwestionariusza|formularza))?$/
const MATRIX_HEADER = /^(.*?)\s*\[([^\]]+)\]\s*$/s
const SAMPLE_ROWS = 200

/**
 * A first mapping of a file: a header that is a question's key or wording, `Pytanie [wiersz]` for matrices and
 * `Pytanie [opcja]` for one column per option, as Google Forms and LimeSurvey write them. What is not recognised is left out.
 */
export function suggestMapping(questionnaire: Questionnaire, table: AnswerTable): ColumnMapping {
  const questions = allQuestions(questionnaire).filter(isImportable)
  const taken = new Set<string>()
  return table.header.map((header, column) => {
    const target = suggestTarget(questionnaire, questions, header)
    const identity = JSON.stringify(target)
    if (target.kind === 'ignore' || taken.has(identity)) return { kind: 'ignore' }
    taken.add(identity)
    return withSeparator(questionnaire, target, table, column)
  })
}

function suggestTarget(
  questionnaire: Questionnaire,
  questions: readonly Question[],
  header: string,
): ColumnTarget {
  if (SHEET_NUMBER.test(plainText(header))) return { kind: 'sheetNumber' }
  const whole = findByHeader(questions, header)
  if (whole) return { kind: 'question', questionKey: whole.key }
  const [, stem, part] = MATRIX_HEADER.exec(header) ?? []
  const question = stem === undefined ? undefined : findByHeader(questions, stem)
  return question && part !== undefined ? partTarget(questionnaire, question, part) : { kind: 'ignore' }
}

function findByHeader(questions: readonly Question[], header: string): Question | undefined {
  const wanted = plainText(header)
  if (wanted === '') return undefined
  return (
    questions.find((question) => question.key.toLowerCase() === header.trim().toLowerCase()) ??
    questions.find((question) => plainText(question.text) === wanted) ??
    onlyOne(questions.filter((question) => wanted.length >= 8 && plainText(question.text).startsWith(wanted)))
  )
}

const onlyOne = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined)

function partTarget(questionnaire: Questionnaire, question: Question, part: string): ColumnTarget {
  if (question.type === 'MATRIX_SINGLE' || question.type === 'MATRIX_MULTI') {
    const rows = rowsOf(questionnaire, question).map(({ key, label }) => ({ code: key, label }))
    const row = matchOption(rows, part)
    return row ? { kind: 'question', questionKey: question.key, rowKey: row.code } : { kind: 'ignore' }
  }
  if (question.type === 'RANK') {
    const place = Number(/\d+/.exec(part)?.[0])
    const isPlace = Number.isInteger(place) && place >= 1 && place <= question.top
    return isPlace ? { kind: 'place', questionKey: question.key, place } : { kind: 'ignore' }
  }
  if (question.type !== 'MULTI') return { kind: 'ignore' }
  const option = matchOption(optionsOf(questionnaire, question), part)
  return option ? { kind: 'option', questionKey: question.key, code: option.code } : { kind: 'ignore' }
}

/** For questions with several choices in one cell: the separator under which most sample cells are understood. */
function withSeparator(
  questionnaire: Questionnaire,
  target: ColumnTarget,
  table: AnswerTable,
  column: number,
): ColumnTarget {
  if (target.kind !== 'question') return target
  const question = allQuestions(questionnaire).find((candidate) => candidate.key === target.questionKey)
  if (!question || !['MULTI', 'RANK', 'MATRIX_MULTI'].includes(question.type)) return target
  const options = optionsOf(questionnaire, question)
  const cells = table.rows.slice(0, SAMPLE_ROWS).flatMap((row) => row[column]?.trim() || [])
  const score = (separator: string) =>
    cells.filter((cell) => splitChoices(cell, separator, options).every((part) => matchOption(options, part)))
      .length
  const best = SEPARATORS.map((separator) => ({ separator, score: score(separator) })).reduce((a, b) =>
    b.score > a.score ? b : a,
  )
  return { ...target, separator: best.separator }
}
