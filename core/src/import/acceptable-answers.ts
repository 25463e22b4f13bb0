import {
  findQuestion,
  keepVisibleAnswers,
  otherTextKey,
  type Answers,
  type Questionnaire,
} from '../questionnaire/index.ts'
import { checkAnswers, type Violation } from '../response/index.ts'

export interface AcceptableAnswers {
  readonly answers: Answers
  /** Wordings of required questions left without an answer. */
  readonly missing: readonly string[]
}

interface AcceptedBy {
  readonly questionnaire: Questionnaire
  readonly localities: readonly { readonly id: string }[]
}

/**
 * Takes out what the questionnaire would not have asked and what `checkAnswers` refuses, telling `drop` of each,
 * until what is left would be accepted as a submission (but for required answers that are `missing`).
 */
export function acceptableAnswers(
  { questionnaire, localities }: AcceptedBy,
  answers: Answers,
  drop: (questionKey: string, message: string) => void,
): AcceptableAnswers {
  const localityIds = localities.map(({ id }) => id)
  let left = visibleOnly(questionnaire, answers, drop)
  for (;;) {
    const violations = checkAnswers(questionnaire, left, { localityIds })
    const wrong = violations.filter(({ code }) => code !== 'REQUIRED')
    if (wrong.length === 0)
      return {
        answers: left,
        missing: violations.map(({ questionKey }) => wordingOf(questionnaire, questionKey)),
      }
    for (const { questionKey, message } of wrong) drop(questionKey, message)
    left = visibleOnly(questionnaire, without(left, wrong), drop)
  }
}

function visibleOnly(
  questionnaire: Questionnaire,
  answers: Answers,
  drop: (key: string, message: string) => void,
): Answers {
  const visible = keepVisibleAnswers(questionnaire, answers)
  for (const key of Object.keys(answers)) {
    if (!(key in visible))
      drop(key, 'Pominięto: przy pozostałych odpowiedziach to pytanie nie byłoby zadane.')
  }
  return visible
}

/** A wrong row leaves its matrix; any other wrong answer leaves with the text beside it. */
function without(answers: Answers, wrong: readonly Violation[]): Answers {
  const left: Record<string, Answers[string]> = { ...answers }
  for (const { questionKey, rowKey } of wrong) {
    const answer = left[questionKey]
    if (rowKey !== undefined && typeof answer === 'object' && !Array.isArray(answer) && rowKey in answer) {
      left[questionKey] = Object.fromEntries(
        Object.entries(answer).filter(([key]) => key !== rowKey),
      ) as Answers[string]
    } else {
      delete left[questionKey]
      delete left[otherTextKey(questionKey)]
    }
  }
  return left
}

const wordingOf = (questionnaire: Questionnaire, questionKey: string) =>
  `„${findQuestion(questionnaire, questionKey)?.text ?? questionKey}”`
