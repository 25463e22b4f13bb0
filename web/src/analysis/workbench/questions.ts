import {
  hasOptions,
  isMatrix,
  rowsOf,
  type Question,
  type Questionnaire,
} from '@rozeznanie/core/questionnaire'

/** A question as it is offered: a matrix also as a whole, which is all its rows. */
export interface OfferedQuestion {
  readonly value: string
  readonly label: string
  /** Title of its section. */
  readonly group: string
  readonly hint?: string
  /** What is asked for when it is chosen. */
  readonly rowKeys: readonly string[]
}

const isCounted = ({ type }: Question): boolean =>
  type === 'LOCALITY' || type === 'NUMBER' || type === 'DATE_YEAR'

function offered(
  questionnaire: Questionnaire,
  question: Question,
  group: string,
): readonly OfferedQuestion[] {
  const { key, text: label } = question
  if (isMatrix(question)) {
    const rows = rowsOf(questionnaire, question).map((row) => ({
      value: `${key}/${row.key}`,
      label: `${label} – ${row.label}`,
      group,
      rowKeys: [`${key}/${row.key}`],
    }))
    return [{ value: key, label, group, rowKeys: rows.map(({ value }) => value) }, ...rows]
  }
  return hasOptions(question) || isCounted(question) ? [{ value: key, label, group, rowKeys: [key] }] : []
}

/** The questions that can stand in a table, in the order of the questionnaire. */
export function offeredQuestions(questionnaire: Questionnaire): readonly OfferedQuestion[] {
  return questionnaire.sections.flatMap(({ title, questions }) =>
    questions.flatMap((question) => offered(questionnaire, question, title)),
  )
}

/** The questions behind row keys, a matrix that is asked whole as one. */
export function chosenQuestions(
  questions: readonly OfferedQuestion[],
  rowKeys: readonly string[],
): readonly OfferedQuestion[] {
  const isWhole = ({ rowKeys: rows }: OfferedQuestion) =>
    rows.length > 1 && rows.every((row) => rowKeys.includes(row))
  const whole = questions.filter(isWhole)
  const covered = new Set(whole.flatMap(({ rowKeys: rows }) => rows))
  const single = questions.filter(({ value }) => rowKeys.includes(value) && !covered.has(value))
  const place = ({ rowKeys: rows }: OfferedQuestion) => rowKeys.indexOf(rows[0] ?? '')
  return [...whole, ...single].sort((one, other) => place(one) - place(other))
}
