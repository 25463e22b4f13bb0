import { hasOptions, isMatrix, rowsOf, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { formatCount } from '../i18n/format.ts'
import { hasShares } from './base-size.ts'
import { shareWithCount } from './figures-in-words.ts'
import type { TableRow } from '../charts/ChartWithTable.tsx'

export interface CrossedQuestion {
  /** The question's key, or `key/rowKey` for a row of a matrix. */
  readonly value: string
  readonly label: string
}

/** The questions that can be crossed: those with options, and each row of a matrix. */
export function crossedQuestions(questionnaire: Questionnaire): readonly CrossedQuestion[] {
  const questions = questionnaire.sections.flatMap((section) => section.questions)
  return questions.flatMap((question): readonly CrossedQuestion[] => {
    if (isMatrix(question)) {
      return rowsOf(questionnaire, question).map((row) => ({
        value: `${question.key}/${row.key}`,
        label: `${question.text} – ${row.label}`,
      }))
    }
    const isCrossed = (hasOptions(question) && question.type !== 'RANK') || question.type === 'LOCALITY'
    return isCrossed ? [{ value: question.key, label: question.text }] : []
  })
}

export interface CrosstabFigures {
  readonly rows: readonly { readonly code: string; readonly label: string }[]
  readonly counts: readonly (readonly number[])[]
  readonly rowTotals: readonly number[]
  readonly rowShares: readonly (readonly (number | null)[])[]
}

/** Rows of the table: in each cell the people and their share of the row; the total at the end. */
export function crosstabRows({ rows, counts, rowTotals, rowShares }: CrosstabFigures): readonly TableRow[] {
  return rows.map(({ code, label }, place) => {
    const total = rowTotals[place] ?? 0
    const cells = (counts[place] ?? []).map((count, at) => {
      const share = rowShares[place]?.[at]
      return hasShares(total) && typeof share === 'number' ? shareWithCount(share, count) : formatCount(count)
    })
    return { key: code, cells: [label, ...cells, formatCount(total)] }
  })
}
