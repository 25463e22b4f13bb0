import { allQuestions, isMatrix, type Questionnaire, rowsOf } from '@rozeznanie/core/questionnaire'

/** A question whose change in time can be looked at. */
export interface TrendQuestion {
  readonly key: string
  readonly label: string
}

const FOLLOWED = [
  'SINGLE',
  'MULTI',
  'SCALE_1_5',
  'SCALE_0_10',
  'NUMBER',
  'DATE_YEAR',
  'RANK',
  'MATRIX_SINGLE',
  'MATRIX_MULTI',
]

/** The questions of a survey that a trend may follow; of a matrix every row. */
export function trendQuestions(questionnaire: Questionnaire): readonly TrendQuestion[] {
  return allQuestions(questionnaire)
    .filter(({ type }) => FOLLOWED.includes(type))
    .flatMap((question) => {
      const { key, text } = question
      if (!isMatrix(question)) return [{ key, label: text }]
      return rowsOf(questionnaire, question).map((row) => ({
        key: `${key}/${row.key}`,
        label: `${text} – ${row.label}`,
      }))
    })
}
