import { isMatrix, rowsOf, type Questionnaire } from '@rozeznanie/core/questionnaire'

/** What the workbench asks for a question: itself, or all rows of a matrix. */
export function rowKeysOf(questionnaire: Questionnaire, questionKey: string): readonly string[] {
  const question = questionnaire.sections
    .flatMap(({ questions }) => questions)
    .find(({ key }) => key === questionKey)
  if (!question || !isMatrix(question)) return [questionKey]
  return rowsOf(questionnaire, question).map((row) => `${questionKey}/${row.key}`)
}
