import { everyQuestion, type Question, type Questionnaire } from '@rozeznanie/core/questionnaire'

const LONGEST = 60

/** The beginning of a text, so that a sentence about it stays short. */
export function shortText(text: string, longest = LONGEST): string {
  const plain = text.trim().replace(/\s+/g, ' ')
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1).trimEnd()}…`
}

/** The question without the questions inside it: those are places of their own. */
const ownText = (question: Question): string =>
  JSON.stringify(question.type === 'ROSTER' ? { ...question, questions: [] } : question)

function changedQuestions(before: Questionnaire, after: Questionnaire): readonly string[] {
  const known = new Map(everyQuestion(before).map((question) => [question.key, ownText(question)]))
  return everyQuestion(after)
    .filter((question) => known.get(question.key) !== ownText(question))
    .map(({ text, key }) => `„${shortText(text) || key}”`)
}

function removedQuestions(before: Questionnaire, after: Questionnaire): readonly string[] {
  const left = new Set(everyQuestion(after).map(({ key }) => key))
  return everyQuestion(before)
    .filter(({ key }) => !left.has(key))
    .map(({ text, key }) => `„${shortText(text) || key}” (usunięte)`)
}

/** Names of the questions that differ between two states of a draft; empty when only what is around them does. */
export function changedPlaces(before: Questionnaire, after: Questionnaire): readonly string[] {
  return [...changedQuestions(before, after), ...removedQuestions(before, after)]
}
