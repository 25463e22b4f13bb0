import { InvalidInputError } from '../errors.ts'
import {
  allQuestions,
  findQuestion,
  hasOptions,
  optionsOf,
  otherTextKey,
  type Questionnaire,
} from '../questionnaire/index.ts'
import { isStorableText } from '../text.ts'

const LONGEST_RELEASED = 4_000

/** Is this the key of a text that respondents write: an open question, or the „inne, jakie?” of a choice? */
export function isOpenAnswerKey(questionnaire: Questionnaire, key: string): boolean {
  const question = findQuestion(questionnaire, key)
  if (question) return question.type === 'TEXT_SHORT' || question.type === 'TEXT_LONG'
  return allQuestions(questionnaire).some(
    (other) =>
      hasOptions(other) &&
      otherTextKey(other.key) === key &&
      optionsOf(questionnaire, other).some((option) => option.allowsText === true),
  )
}

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

/**
 * The text of an open answer as an organiser lets it into a report, perhaps shortened; trimmed.
 *
 * @throws InvalidInputError when there is nothing to release or it cannot be stored
 */
export function releasedText(text: string): string {
  const trimmed = text.trim()
  const refuse = (message: string) => new InvalidInputError([{ path: 'text', message }])
  if (trimmed === '')
    throw refuse('Proszę zostawić co najmniej jedno słowo odpowiedzi albo nie dopuszczać jej do raportu.')
  if (!isStorableText(trimmed))
    throw refuse('Tekst zawiera znaki, których nie da się zapisać. Proszę wpisać go ponownie.')
  if (trimmed.length > LONGEST_RELEASED) throw refuse(`Tekst może mieć najwyżej ${LONGEST_RELEASED} znaków.`)
  return trimmed
}
