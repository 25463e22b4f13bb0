import type { Question, Questionnaire } from './model.ts'

/**
 * All questions in the order of asking, texts without an answer (`INFO`) and calculated values included; a roster is
 * one of them, what it asks for each item is not.
 */
export function allQuestions(questionnaire: Questionnaire): readonly Question[] {
  return questionnaire.sections.flatMap((section) => section.questions)
}

function withInner(question: Question): readonly Question[] {
  return question.type === 'ROSTER' ? [question, ...question.questions.flatMap(withInner)] : [question]
}

/** All questions with those that rosters ask for each item, each after its roster. */
export function everyQuestion(questionnaire: Questionnaire): readonly Question[] {
  return allQuestions(questionnaire).flatMap(withInner)
}

/** The question of this key, not one inside a roster; `undefined` when the questionnaire has none. */
export function findQuestion(questionnaire: Questionnaire, key: string): Question | undefined {
  return allQuestions(questionnaire).find((question) => question.key === key)
}

/** Is this something that a person answers: neither a mere text nor a calculated value? */
export function isAnswerable({ type }: Question): boolean {
  return type !== 'INFO' && type !== 'CALCULATED'
}

/** How many questions can be answered: all but the `INFO` texts and calculated values, those of rosters once. */
export function questionCount(questionnaire: Questionnaire): number {
  return everyQuestion(questionnaire).filter(
    (question) => isAnswerable(question) && question.type !== 'ROSTER',
  ).length
}
