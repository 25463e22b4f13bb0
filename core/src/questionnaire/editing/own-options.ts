import type { MatrixRow, Option, Question, Questionnaire } from '../model.ts'
import { hasOptions, isMatrix } from '../options.ts'
import { changeQuestion } from './edit-questions.ts'
import { MOST } from './place.ts'
import { patched } from './rewrite.ts'
import { listsOf } from './used-lists.ts'

function ownAnswers({ lists }: Questionnaire, question: Question): Question {
  if (!hasOptions(question) || question.list === undefined) return question
  const { list, only } = question
  const all = question.options ?? (Object.hasOwn(lists, list) ? lists[list]?.options : undefined) ?? []
  const options = only === undefined ? all : all.filter(({ code }) => only.includes(code))
  return patched(question, { options, list: undefined, only: undefined })
}

function ownRowsOf({ lists }: Questionnaire, question: Question): Question {
  if (!isMatrix(question) || question.rowsList === undefined) return question
  const { rowsList, onlyRows } = question
  const listed = (Object.hasOwn(lists, rowsList) ? lists[rowsList]?.options : undefined) ?? []
  const all =
    question.rows ??
    listed.map(({ code, label, translations }): MatrixRow => ({
      key: code,
      label,
      ...(translations && { translations }),
    }))
  const rows = onlyRows === undefined ? all : all.filter(({ key }) => onlyRows.includes(key))
  if (rows.length > MOST.inRoster) return question
  return patched(question, { rows, rowsList: undefined, onlyRows: undefined })
}

/** Options and rows of its own where labels of a shared list hold answers, which are those of one questionnaire. */
export function withOwnPipedLabels(questionnaire: Questionnaire, question: Question): Question {
  const holdsAnswers = listsOf(question).some((name) =>
    questionnaire.lists[name]?.options.some((option) =>
      labelsOf(option).some((label) => label?.includes('{')),
    ),
  )
  return holdsAnswers ? ownRowsOf(questionnaire, ownAnswers(questionnaire, question)) : question
}

const labelsOf = ({ label, translations = {} }: Option): readonly (string | undefined)[] => [
  label,
  ...Object.values(translations).map((wording) => wording.label),
]

/**
 * Gives a question its own copy of the options of a shared list, narrowed as it stands, so that a change of one does
 * not change the other. Codes stay.
 */
export function ownOptions(questionnaire: Questionnaire, key: string): Questionnaire {
  return changeQuestion(questionnaire, key, (question) => ownAnswers(questionnaire, question))
}

/** Gives a table its own copy of the rows of a shared list; a list of more than 100 rows stays shared. */
export function ownRows(questionnaire: Questionnaire, key: string): Questionnaire {
  return changeQuestion(questionnaire, key, (question) => ownRowsOf(questionnaire, question))
}
