import {
  isMatrix,
  optionsOf,
  otherTextKey,
  type Answers,
  type Option,
  type Question,
} from '@rozeznanie/core/questionnaire'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { chosenCodes, rowAnswer } from './answer-changes.ts'
import type { PageItem } from './pages.ts'
import { formatNumber } from './polish.ts'
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

function plainAnswer(survey: PublicSurvey, question: Question, answers: Answers): readonly string[] {
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
      return [`${typeof answer === 'number' ? formatNumber(answer) : String(answer)}${unit}`]
    }
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
      return [String(answer)]
    case 'RANK':
      return labels(optionsOf(survey.questionnaire, question), answer, undefined).map((label, index) =>
        texts.check.places(index + 1, label),
      )
    default:
      return labels(optionsOf(survey.questionnaire, question), answer, answers[otherTextKey(question.key)])
  }
}

/** Lines of the summary for what one page shows of a question: one, or one per row of a matrix. */
export function answerLines(survey: PublicSurvey, item: PageItem, answers: Answers): readonly AnswerLine[] {
  const { question, rows } = item
  if (question.type === 'INFO') return []
  if (!isMatrix(question)) return [{ label: question.text, answers: plainAnswer(survey, question, answers) }]
  const options = optionsOf(survey.questionnaire, question)
  return rows.map((row) => ({
    label: row.label,
    rowKey: row.key,
    answers: labels(options, rowAnswer(answers[question.key], row.key), undefined),
  }))
}
