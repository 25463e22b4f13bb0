import { hasOptions, type Option, type Question } from '@rozeznanie/core/questionnaire'

/** The change that gives a question these options. */
export function settingOptions(options: readonly Option[]): (question: Question) => Question {
  return (question) => (hasOptions(question) ? { ...question, options } : question)
}
