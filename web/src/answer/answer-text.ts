import { isMatrix, otherTextKey, type Answers, type Form, type Option } from '@rozeznanie/core/questionnaire'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { chosenCodes, itemsIn, rowAnswer } from './answer-changes.ts'
import { itemAt, type PageItem } from './page-item.ts'
import { texts } from './texts.ts'

/** One line of the summary: what was asked, and the answer in words; no lines when there is none. */
export interface AnswerLine {
  readonly label: string
  readonly rowKey?: string
  readonly answers: readonly string[]
}

function labels(options: readonly Option[], answer: unknown, otherText: unknown): readonly string[] {
  const codes = typeof answer === 'string' ? [answer] : chosenCodes(answer)
  return codes.map((code) => {
    const option = options.find((candidate) => candidate.code === code)
    const label = option?.label ?? code
    return option?.allowsText && typeof otherText === 'string' ? `${label}: ${otherText}` : label
  })
}

function plainAnswer(
  survey: PublicSurvey,
  { question, options }: PageItem,
  answers: Answers,
): readonly string[] {
  const answer = answers[question.key]
  if (answer === undefined) return []
  switch (question.type) {
    case 'CONSENT':
      return [texts.check.consent]
    case 'LOCALITY': {
      const locality = survey.localities.find(({ id }) => id === answer)
      return [locality?.name ?? texts.field.localityRefused]
    }
    case 'NUMBER':
    case 'DATE_YEAR': {
      const unit = question.type === 'NUMBER' && question.unit ? ` ${question.unit}` : ''
      return [`${typeof answer === 'number' ? texts.number(answer) : String(answer)}${unit}`]
    }
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
      return [String(answer)]
    case 'RANK':
      return labels(options, answer, undefined).map((label, index) => texts.check.places(index + 1, label))
    default:
      return labels(options, answer, answers[otherTextKey(question.key)])
  }
}

/** Answers beside which an item stands: all of them, or those of its item of a roster. */
function answersAround({ state }: Form, { path }: PageItem): Answers {
  return path.slice(0, -1).reduce<unknown>((holder, step) => {
    return typeof step === 'number' ? itemsIn(holder)[step] : rowAnswer(holder, step)
  }, state.given) as Answers
}

/** One line for each item of a roster, its answers after the words of their questions. */
function rosterLines(
  survey: PublicSurvey,
  form: Form,
  item: PageItem,
  answers: Answers,
): readonly AnswerLine[] {
  const { question, path } = item
  if (question.type !== 'ROSTER') return []
  return itemsIn(answers[question.key]).map((_, index) => ({
    label: texts.field.itemTitle(question.itemName, index + 1),
    rowKey: String(index),
    answers: question.questions.flatMap((inner) => {
      const asked = itemAt(form, [...path, index, inner.key])
      const lines = asked === null ? [] : answerLines(survey, form, asked)
      return lines
        .filter((line) => line.answers.length > 0)
        .map((line) => texts.check.inItem(line.label, line.answers.join(', ')))
    }),
  }))
}

/** Lines of the summary for what one page shows of a question: one, or one per row of a matrix or item of a roster. */
export function answerLines(survey: PublicSurvey, form: Form, item: PageItem): readonly AnswerLine[] {
  const { question, rows, options } = item
  if (question.type === 'INFO') return []
  const answers = answersAround(form, item)
  if (question.type === 'ROSTER') {
    const lines = rosterLines(survey, form, item, answers)
    return lines.length > 0 ? lines : [{ label: question.text, answers: [] }]
  }
  if (!isMatrix(question)) return [{ label: question.text, answers: plainAnswer(survey, item, answers) }]
  return rows.map((row) => ({
    label: row.label,
    rowKey: row.key,
    answers: labels(options, rowAnswer(answers[question.key], row.key), undefined),
  }))
}
