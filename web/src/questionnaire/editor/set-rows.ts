import { isMatrix, type MatrixRow, type Question } from '@rozeznanie/core/questionnaire'
import { pasteOptions } from '@rozeznanie/core/questionnaire/editing'
import { nextCode } from './list-items.ts'

/** The change that gives a table these rows. */
export function settingRows(rows: readonly MatrixRow[]): (question: Question) => Question {
  return (question) => (isMatrix(question) ? { ...question, rows } : question)
}

/** Rows out of pasted text, a label a line; a label that is there keeps its row. */
export function pasteRows(text: string, existing: readonly MatrixRow[]): readonly MatrixRow[] {
  const known = existing.map(({ key, label }) => ({ code: key, label }))
  const keys = existing.map(({ key }) => key)
  return pasteOptions(text, known).map(({ code, label }) => {
    const own = existing.find((row) => row.key === code)
    if (own) return own
    const key = nextCode(keys, 'r')
    keys.push(key)
    return { key, label }
  })
}
