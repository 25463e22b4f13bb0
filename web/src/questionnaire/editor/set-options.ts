import { hasOptions, isSpecialCode, type Option, type Question } from '@rozeznanie/core/questionnaire'

/** The change that gives a question these options. */
export function settingOptions(options: readonly Option[]): (question: Question) => Question {
  return (question) => (hasOptions(question) ? { ...question, options } : question)
}

/** The options with a ready one put in: „nie wiem” and the like stay last. */
export function withReady(options: readonly Option[], option: Option): readonly Option[] {
  const at = options.findIndex(({ code }) => isSpecialCode(code))
  return at < 0 || isSpecialCode(option.code) ? [...options, option] : options.toSpliced(at, 0, option)
}
