import { isAnswerable, type Question } from '../questionnaire/index.ts'

/** Can the answers to a question stand in columns of a table? Those of a group that repeats cannot. */
export function isImportable(question: Question): boolean {
  return isAnswerable(question) && question.type !== 'ROSTER'
}
