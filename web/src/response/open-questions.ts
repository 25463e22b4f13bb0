import { allQuestions, otherTextKey, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { isOpenAnswerKey } from '@rozeznanie/core/response'

/** A text that respondents write: an open question, or the „inne, jakie?” of a choice. */
export interface OpenQuestion {
  readonly key: string
  readonly question: string
  readonly isOther: boolean
}

/** Everything in a questionnaire that is answered in one's own words; open questions first. */
export function openQuestions(questionnaire: Questionnaire): readonly OpenQuestion[] {
  const questions = allQuestions(questionnaire)
  const open = questions
    .filter(({ key }) => isOpenAnswerKey(questionnaire, key))
    .map(({ key, text }) => ({ key, question: text, isOther: false }))
  const others = questions
    .map(({ key, text }) => ({ key: otherTextKey(key), question: text, isOther: true }))
    .filter(({ key }) => isOpenAnswerKey(questionnaire, key))
  return [...open, ...others]
}

/** The beginning of a text, for the name of a button. */
export function beginningOf(text: string): string {
  const short = text.trim().replace(/\s+/g, ' ')
  return short.length <= 60 ? short : `${short.slice(0, 57).trimEnd()}…`
}
