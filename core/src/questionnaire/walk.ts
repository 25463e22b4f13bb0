import type { Question, Questionnaire } from './model.ts'

/** All questions in the order of asking, texts without an answer (`INFO`) included. */
export function allQuestions(questionnaire: Questionnaire): readonly Question[] {
  return questionnaire.sections.flatMap((section) => section.questions)
}

/** The question of this key; `undefined` when the questionnaire has none. */
export function findQuestion(questionnaire: Questionnaire, key: string): Question | undefined {
  return allQuestions(questionnaire).find((question) => question.key === key)
}

/** How many questions can be answered: all but the `INFO` texts. */
export function questionCount(questionnaire: Questionnaire): number {
  return allQuestions(questionnaire).filter((question) => question.type !== 'INFO').length
}
