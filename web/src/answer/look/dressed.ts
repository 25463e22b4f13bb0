import type { Question } from '@rozeznanie/core/questionnaire'
import type { PublicSurvey } from '@rozeznanie/core/survey'

/** A survey as a person sees it: in a language, and perhaps calmly, one question at a time in easier words. */
export interface ShownSurvey extends PublicSurvey {
  readonly isCalm?: boolean
}

/** A question in its easier wording, where it has one in the language of the page; its codes stay. */
function inEasyWords<Asked extends Question>(question: Asked, foreign: ReadonlySet<string>): Asked {
  const { easyText } = question
  const text = easyText !== undefined && !foreign.has(easyText) ? easyText : question.text
  if (question.type !== 'ROSTER') return text === question.text ? question : { ...question, text }
  const questions = question.questions.map((inner) => inEasyWords(inner, foreign))
  return { ...question, text, questions }
}

/**
 * A survey made calm.
 *
 * @param foreign - texts that stayed in another language than the one the person reads
 */
export function calmed(survey: PublicSurvey, foreign: ReadonlySet<string>): ShownSurvey {
  const sections = survey.questionnaire.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => inEasyWords(question, foreign)),
  }))
  return { ...survey, questionnaire: { ...survey.questionnaire, sections }, isCalm: true }
}
