import {
  isMatrix,
  optionsOf,
  rowsOf,
  everyQuestion,
  type Question,
  type Questionnaire,
} from '../../questionnaire/index.ts'
import { claim } from '../names.ts'
import type { NamedQuestion } from '../xpath/from-expression.ts'

/** Names of everything in an exported form; none stands twice. */
export interface ExportNames {
  readonly questions: ReadonlyMap<string, NamedQuestion>
  readonly sections: ReadonlyMap<string, string>
  /** A name that is still free. */
  fresh(wanted: string): string
}

/** Gives rows of tables, texts of „inne, jakie?” and sections their names. */
export function exportNames(questionnaire: Questionnaire): ExportNames {
  const taken = new Set(everyQuestion(questionnaire).map(({ key }) => key))
  const questions = new Map<string, NamedQuestion>()
  const visit = (question: Question, rosters: readonly string[]) => {
    const rows = isMatrix(question) ? rowsOf(questionnaire, question) : []
    const names = rows.map(
      ({ key }) => [key, claim(taken, `${question.key}_${key.replace(/^-/, 'm')}`, 200)] as const,
    )
    const asksText = optionsOf(questionnaire, question).some(({ allowsText }) => allowsText)
    const other = asksText && !isMatrix(question) ? { other: claim(taken, `${question.key}_inne`, 200) } : {}
    questions.set(question.key, { question, rosters, rows: new Map(names), ...other })
    if (question.type !== 'ROSTER') return
    for (const inner of question.questions) visit(inner, [...rosters, question.key])
  }
  const sections = new Map<string, string>()
  for (const { key, questions: own } of questionnaire.sections) {
    sections.set(key, claim(taken, key, 200))
    for (const question of own) visit(question, [])
  }
  return { questions, sections, fresh: (wanted) => claim(taken, wanted, 200) }
}
